import type {
  Entry,
  ReEvaluation,
  SchemeChoice,
  ScoreAdjustment,
  SignOff,
  Summary,
  Weights,
} from '@/domain/ledger/entry'
import { countingSlice } from '@/domain/ledger/aside'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { paperFacts } from '@/domain/papers/paperFacts'
import type { Project } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import type { IndicatorRow } from '@/domain/scoring/row'
import { LINEAR_2020 } from '@/domain/scoring/scheme'
import type { EvaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation, type Sheet } from '@/domain/scoring/sheet'
import { parseTarget } from '@/domain/plan/target'
import { PLAN_ID, projectOf } from '../../fixtures/sixProjects'
import { actual, dec, pay, zero } from '../build'

/** What sheets are evaluated by in these tests, unless they say otherwise. */
export const BASIS: EvaluationBasis = {
  year: 2020,
  scheme: LINEAR_2020,
  source: { kind: 'default' },
  schemeAt: () => LINEAR_2020.id,
  preset: HEBEI,
  knownAt: null,
}

const YEAR_END = '2020-12-31'

export function written(subject: string, over: Partial<Entry> = {}, on = YEAR_END) {
  const { memo: _, ...entry } = zero(subject, on, over)
  return entry
}

/** Weights set by an evaluator. */
export function weigh(
  subject: string,
  weights: Record<string, string>,
  reason = '',
  document = '',
  over: Partial<Entry> = {},
): Weights {
  return { ...written(subject, over), kind: 'weights', weights, document, reason }
}

/** A scheme chosen for the plan. */
export function choose(scheme: string, over: Partial<Entry> = {}, on = YEAR_END): SchemeChoice {
  return {
    ...written(PLAN_ID, over, on),
    kind: 'scheme',
    scheme,
    document: '县财〔2022〕5号',
    reason: '县里统一采用',
  }
}

/** Points taken off a row. */
export function takeOff(
  subject: string,
  points: string,
  reason = '偏离度过大',
  over: Partial<Entry> = {},
): ScoreAdjustment {
  return {
    ...written(subject, over),
    kind: 'score-adjustment',
    pointsOff: dec(points),
    replaces: null,
    reason,
  }
}

/** 复评: points and words by row. */
export function reEvaluate(
  subject: string,
  rows: Readonly<Record<string, readonly [string, string]>>,
  over: Partial<Entry> = {},
): ReEvaluation {
  return {
    ...written(subject, over),
    kind: 're-evaluation',
    rows: Object.entries(rows).map(([row, [points, text]]) => ({ row, points: dec(points), text })),
  }
}

/** 年度总体目标实际完成情况. */
export function summarise(subject: string, text = '年度总体目标完成。'): Summary {
  return { ...written(subject), kind: 'summary', text }
}

/** A sign-off. */
export function signOff(subject: string, over: Partial<Entry> = {}, on = YEAR_END): SignOff {
  return {
    ...written(subject, over, on),
    kind: 'sign-off',
    text: '同意',
    covers: null,
    sheet: null,
    words: [],
  }
}

/** A project of 100 万元 with the layout of the six: 4 + 2 + 1 indicators, all ≥90 % unless told otherwise. */
export function projectWith(targets: readonly string[] = Array.from({ length: 7 }, () => '≥90%')): Project {
  return projectOf(1, '甲', '100', { '03': null, '06': '60.00', '10': '80.00', '12': '100.00' }, targets)
}

/** A project of any layout: one indicator for each `[一级指标, 二级指标, 指标值]`. */
export function laidOut(rows: readonly (readonly [string, string, string])[]): Project {
  const project = projectWith(rows.map(([, , target]) => target))
  return {
    ...project,
    indicators: project.indicators.map((indicator, index) => ({
      ...indicator,
      level1: rows[index]?.[0] ?? '',
      level2: rows[index]?.[1] ?? '',
      target: parseTarget(rows[index]?.[2] ?? ''),
    })),
  }
}

/** Entries that give every indicator the same value and spend the given 万元 by the year's end. */
export function reportedAll(project: Project, text = '95%', spent = '100'): Entry[] {
  return [pay(project.id, YEAR_END, spent), ...project.indicators.map(({ id }) => actual(id, YEAR_END, text))]
}

/** The sheet of a project from loose entries. */
export function sheetOf(
  project: Project,
  entries: readonly Entry[],
  over: Partial<EvaluationBasis> = {},
): Sheet {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return selfEvaluation(project, sliceOf(ledger, project.id), { ...BASIS, ...over })
}

/** What the papers of a project are made of, from loose entries: its sheet, its slice and the facts beside them. */
export function paperOf(entries: readonly Entry[], project: Project = projectWith(), basis = BASIS) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const counting = countingSlice(ledger, project.id)
  const sheet = selfEvaluation(project, counting, basis)
  const slice = sliceOf(ledger, project.id)
  return { sheet, slice, facts: paperFacts(sheet, counting, slice, PLAN_ID, sliceOf(ledger, PLAN_ID), basis) }
}

/** The nth indicator's row of a sheet, from 1. */
export function rowOf(sheet: Sheet, position: number): IndicatorRow {
  const row = sheet.indicators[position - 1]
  if (!row) throw new Error(`no row ${position}`)
  return row
}

/** A row's points in short: `12.50`, or the reason there are none. */
export function pointsOf({ points, score }: Sheet['rows'][number]): string {
  return points ? points.toFixed(2) : typeof score === 'string' ? score : '?'
}

/** The end of a sheet in short: `98.40 excellent`, or `incomplete 87.50 + 12.50`. */
export function brief({ outcome }: Sheet): string {
  return outcome.kind === 'complete'
    ? `${outcome.total.toFixed(2)} ${outcome.grade}`
    : `incomplete ${outcome.scored.toFixed(2)} + ${outcome.open.toFixed(2)}`
}
