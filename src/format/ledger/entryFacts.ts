import type {
  Appraisal,
  AppraisalFrame,
  Entry,
  EntryKind,
  IndicatorActual,
  Measures,
  ReEvaluation,
  ScoreAdjustment,
  SignedSheet,
  SpendingBySource,
  TargetChange,
  Weights,
} from '@/domain/ledger/entry'
import type { Slice } from '@/domain/ledger/ledger'
import { standingEntries } from '@/domain/ledger/standingEntries'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import type { Project } from '@/domain/plan/plan'
import { gradeOf, schemeNamed } from '@/domain/scoring/scheme'
import { weightsInForce } from '@/domain/scoring/weights'
import type { Decimal } from '@/domain/number/decimal'
import { plainNumber } from '../figures'
import { GRADE_WORD } from '../scoring/scoreWord'
import { monthText, percentsText } from './ruleText'
import { BAND_WORD, FUND_SOURCE_WORD, FUND_SOURCES } from '../words'

/** What an entry is read beside: the project it is about, everything said of that project (or of the plan), and the scheme as it stood at a moment. */
export interface FactsContext {
  readonly project: Project | null
  readonly slice: Slice
  readonly schemeAt: ((moment: string) => string) | null
}

/** What an entry did, as data: the part of a split indicator, what stood before, what it set, by which document, which entries it names. Empty where there is none. Rows of a sheet are 执行率 and 第n项. */
export interface EntryFacts {
  readonly part: string
  /** The part as a reader calls it: its name without its id; empty where the whole is meant. */
  readonly partName: string
  readonly before: string
  readonly after: string
  readonly document: string
  readonly names: readonly string[]
  /** The earlier act of an evaluator that it stands instead of, whoever wrote that. */
  readonly instead: Entry | null
}

const NONE: EntryFacts = {
  part: '',
  partName: '',
  before: '',
  after: '',
  document: '',
  names: [],
  instead: null,
}

/** Reads what an entry did from the entries beside it (domain.md §6–7). */
export function entryFacts(entry: Entry, context: FactsContext): EntryFacts {
  const instead = insteadOf(entry, context)
  return {
    ...NONE,
    ...setBy(entry, instead, context),
    document: 'document' in entry ? entry.document : '',
    names: namedBy(entry, instead, context),
    instead,
  }
}

type SetBy = Partial<Pick<EntryFacts, 'part' | 'partName' | 'before' | 'after'>>

function setBy(entry: Entry, instead: Entry | null, context: FactsContext): SetBy {
  if (entry.kind === 'payment')
    return { after: entry.stated ? `截至当日累计 ${entry.stated.toFixed(2)}` : '' }
  if (entry.kind === 'indicator-actual') {
    const name = partName(entry, context)
    return {
      part: [entry.measure ?? '', name].filter(Boolean).join(' '),
      partName: entry.measure === null ? '' : name || '（未列明）',
      after: valueText(entry),
    }
  }
  if (entry.kind === 'measures') return { after: measuresText(entry) }
  if (entry.kind === 'target-change') return targetFacts(entry, context)
  if (entry.kind === 'weights')
    return weightFacts(entry, instead?.kind === 'weights' ? instead : null, context)
  if (entry.kind === 'scheme') {
    const before = context.schemeAt?.(justBefore(entry.recordedAt))
    return { before: before === undefined ? '' : schemeText(before), after: schemeText(entry.scheme) }
  }
  if (entry.kind === 'score-adjustment')
    return {
      before: instead?.kind === 'score-adjustment' ? pointsOff(instead) : '',
      after: pointsOff(entry),
    }
  if (entry.kind === 're-evaluation') {
    const rows = replacedRows(entry, context)
    return {
      before: rows.length > 0 ? reEvaluationText({ rows }, context.project) : '',
      after: reEvaluationText(entry, context.project),
    }
  }
  if (entry.kind === 'spending-by-source') {
    const before = earlier(entry, 'spending-by-source', context).at(-1)
    return { before: before ? sourcesText(before) : '', after: sourcesText(entry) }
  }
  if (entry.kind === 'appraisal') return appraisalFacts(entry, context)
  if (entry.kind === 'appraisal-frame') {
    const before = earlier(entry, 'appraisal-frame', context).at(-1)
    return { before: frameText(before?.weights ?? {}), after: frameText(entry.weights) }
  }
  if (entry.kind === 'sign-off' && entry.sheet) return { after: signedText(entry.sheet, context.project) }
  return {}
}

const REPLACING: ReadonlySet<EntryKind> = new Set([
  'weights',
  'score-adjustment',
  're-evaluation',
  'summary',
  'sign-off',
])

/** The last standing act of its kind about the same thing before it: weights under the scheme of their time, points off one row, a 复评 of one of its rows. */
function insteadOf(entry: Entry, context: FactsContext): Entry | null {
  if (!REPLACING.has(entry.kind)) return null
  if (entry.kind === 're-evaluation') {
    const rows = new Set(replacedRows(entry, context).map(({ by }) => by))
    const before = earlier(entry, 're-evaluation', context).filter(({ id }) => rows.has(id))
    return before.at(-1) ?? null
  }
  if (entry.kind === 'weights') return weightsBefore(entry, context)
  if (entry.kind === 'score-adjustment') {
    const named = context.slice.find(({ id }) => id === entry.replaces)
    if (named) return named
  }
  return earlier(entry, entry.kind, context).at(-1) ?? null
}

function namedBy(entry: Entry, instead: Entry | null, context: FactsContext): readonly string[] {
  if (entry.kind === 'void') return [entry.entry]
  if (entry.kind === 'reopen') return [entry.signOff]
  if (entry.kind === 'settlement') return [entry.kept, ...entry.seen.filter((id) => id !== entry.kept)]
  if (entry.kind === 'appraisal') return entry.seen
  if (entry.kind === 're-evaluation') return [...new Set(replacedRows(entry, context).map(({ by }) => by))]
  if (entry.kind === 'score-adjustment' && entry.replaces !== null) return [entry.replaces]
  return instead ? [instead.id] : []
}

/** A row of a sheet by its place, which is a key where names are not: 执行率, 第1项. */
function placeOf(project: Project | null, row: string): string {
  if (row === project?.id) return '执行率'
  const at = project?.indicators.findIndex(({ id }) => id === row) ?? -1
  return at < 0 ? '未列明的一行' : `第${at + 1}项`
}

function pointsOff({ pointsOff: points }: ScoreAdjustment): string {
  return points.isZero() ? '不扣分' : `扣 ${plainNumber(points)} 分`
}

function justBefore(moment: string): string {
  return new Date(Date.parse(moment) - 1).toISOString()
}

function schemeText(name: string): string {
  return schemeNamed(name)?.document ?? name
}

function earlier<Kind extends Entry['kind']>(entry: Entry, kind: Kind, { slice }: FactsContext) {
  return standingEntries(slice, null).filter(
    (one): one is Extract<Entry, { kind: Kind }> =>
      one.kind === kind &&
      one.subject === entry.subject &&
      (one.recordedAt < entry.recordedAt || (one.recordedAt === entry.recordedAt && one.id < entry.id)),
  )
}

function partName(entry: IndicatorActual, context: FactsContext): string {
  const split = context.slice
    .filter((one): one is Measures => one.kind === 'measures' && one.subject === entry.subject)
    .flatMap(({ measures }) => measures)
  return split.filter(({ id }) => id === entry.measure).at(-1)?.name ?? ''
}

function valueText({ value }: IndicatorActual): string {
  if (value.kind === 'text') return value.text
  return `${BAND_WORD[value.band]}${value.percent ? ` ${plainNumber(value.percent)}%` : ''}`
}

function measuresText({ measures }: Measures): string {
  return measures
    .map(
      ({ id, name, judged, buildsUp }) =>
        `${id}=${name}（${judged ? '评判' : '不评判'}${buildsUp ? '，逐期累计' : ''}）`,
    )
    .join('；')
}

function targetFacts(entry: TargetChange, context: FactsContext): Pick<EntryFacts, 'before' | 'after'> {
  const { project } = context
  const before = earlier(entry, 'target-change', context)
  if (entry.change.kind === 'target') {
    const last = before.filter(({ change }) => change.kind === 'target').at(-1)?.change
    const printed = project?.indicators.find(({ id }) => id === entry.subject)?.target.text ?? ''
    return { before: last?.kind === 'target' ? last.text : printed, after: entry.change.text }
  }
  const stood: Record<string, string | null> = { ...project?.printed.schedule }
  for (const { change } of before) if (change.kind === 'schedule') Object.assign(stood, change.percents)
  const changed = Object.keys(entry.change.percents).sort()
  const { percents } = entry.change
  return {
    before: changed.map((month) => monthText(month, stood[month] ?? null)).join('；'),
    after: percentsText(percents),
  }
}

/** Every weight that an entry leaves in force, and that stood before it; before is empty where the scheme is not known. */
function weightFacts(
  entry: Weights,
  last: Weights | null,
  context: FactsContext,
): Pick<EntryFacts, 'before' | 'after'> {
  const { project, schemeAt } = context
  const scheme = schemeAt && schemeNamed(schemeAt(entry.recordedAt))
  if (!project || !scheme) {
    return {
      before: '',
      after: Object.entries(entry.weights)
        .map(([row, weight]) => `${placeOf(project, row)} ${weight}`)
        .join('；'),
    }
  }
  const text = (set: Weights | null) =>
    [...weightsInForce(project, scheme, set).weights]
      .map(([row, weight]) => `${placeOf(project, row)} ${plainNumber(weight)}`)
      .join('；')
  return { before: text(last), after: text(entry) }
}

function weightsBefore(entry: Weights, context: FactsContext): Weights | null {
  const { schemeAt } = context
  const before = earlier(entry, 'weights', context)
  const own = schemeAt?.(entry.recordedAt)
  return before.filter(({ recordedAt }) => schemeAt?.(recordedAt) === own).at(-1) ?? null
}

function reEvaluationText({ rows }: Pick<ReEvaluation, 'rows'>, project: Project | null): string {
  return rows
    .map(({ row, points, text }) =>
      [`${placeOf(project, row)} ${plainNumber(points)}`, text].filter(Boolean).join(' '),
    )
    .join('；')
}

/** The rows of earlier 复评 that this one replaces: of each of its rows the last before it. */
function replacedRows(
  entry: ReEvaluation,
  context: FactsContext,
): readonly (ReEvaluation['rows'][number] & { readonly by: string })[] {
  const before = earlier(entry, 're-evaluation', context).flatMap(({ rows, id: by }) =>
    rows.map((own) => ({ ...own, by })),
  )
  return entry.rows.flatMap(({ row }) => before.filter((own) => own.row === row).at(-1) ?? [])
}

/** Money by source in 元, as far as it is stated. */
function sourcesText({ sources }: SpendingBySource): string {
  return FUND_SOURCES.flatMap((source) => {
    const { arrived, executed, budget } = sources[source]
    const said = [
      budget && `全年预算 ${budget.toFixed(2)}`,
      arrived && `到位 ${arrived.toFixed(2)}`,
      executed && `执行 ${executed.toFixed(2)}`,
    ].filter(Boolean)
    return said.length > 0 ? `${FUND_SOURCE_WORD[source]} ${said.join(' ')}` : []
  }).join('；')
}

/** A row of 绩效评价 by its name. */
function frameRowName(id: string): string {
  return EVALUATION_FRAME.find((row) => row.id === id)?.name ?? '未列明的一行'
}

/** The points given, row by row, before their bases: so a reader of the file takes them apart; before are those rows as they stood. */
function appraisalFacts(entry: Appraisal, context: FactsContext): Pick<EntryFacts, 'before' | 'after'> {
  const stood = new Map(
    earlier(entry, 'appraisal', context).flatMap(({ rows }) => rows.map((own) => [own.row, own.points])),
  )
  const list = (rows: readonly (readonly [string, Decimal | undefined])[]) =>
    rows.flatMap(([id, points]) => (points ? `${frameRowName(id)} ${plainNumber(points)}` : [])).join('、')
  const bases = entry.rows.map(({ row, basis }) => `${frameRowName(row)}：${basis}`)
  return {
    before: list(entry.rows.map(({ row }) => [row, stood.get(row)])),
    after: `${list(entry.rows.map(({ row, points }) => [row, points]))}；依据：${bases.join('；')}`,
  }
}

function frameText(weights: AppraisalFrame['weights']): string {
  return EVALUATION_FRAME.map(({ id, name, weight }) => `${name} ${weights[id] ?? plainNumber(weight)}`).join(
    '；',
  )
}

function signedText({ scheme, rows, total }: SignedSheet, project: Project | null): string {
  const known = schemeNamed(scheme)
  const grade = known ? `，${GRADE_WORD[gradeOf(total, known)]}` : ''
  const each = rows.map(
    ({ row, weight, points }) => `${placeOf(project, row)} ${plainNumber(points)}/${plainNumber(weight)}`,
  )
  return `${plainNumber(total)} 分${grade}；${schemeText(scheme)}；得分/分值：${each.join('、')}`
}
