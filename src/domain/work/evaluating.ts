import { countingSlice } from '../ledger/aside'
import type { Draft } from '../ledger/draft'
import { fittingSlice } from '../ledger/fitting'
import { effectiveEntries, sliceKey, type Ledger } from '../ledger/ledger'
import { sameWriter, type Appraisal, type ScoreAdjustment, type SignOff } from '../ledger/entry'
import { yearState } from '../ledger/yearState'
import type { Decimal } from '../number/decimal'
import { standingWords } from '../papers/appraisal'
import { frameInForce, weighedFrame } from '../papers/evaluationFrame'
import type { Plan } from '../plan/plan'
import type { Preset } from '../plan/preset'
import { concernsOf } from '../scoring/concerns'
import { schemeNamed } from '../scoring/scheme'
import { evaluationBasis } from '../scoring/schemeInForce'
import { hasResults, selfEvaluation, type Sheet } from '../scoring/sheet'
import { signedFigures } from '../scoring/signOff'
import { weightProblems } from '../scoring/weights'
import { lastDayOfYear } from '../time/day'
import type { Actor } from './permission'
import { saysSomething } from './reason'

/** Why an evaluator's draft is not written although he may write such drafts (domain.md §7). */
export type EvaluationRefusal =
  | { readonly kind: 'unknown-scheme'; readonly scheme: string }
  | {
      readonly kind:
        'no-document' | 'thin-reason' | 'no-row' | 'bad-weights' | 'nothing-to-lift' | 'same-again'
    }
  | { readonly kind: 'signed-project'; readonly project: string; readonly signOff: SignOff }
  | { readonly kind: 'above-row'; readonly weight: Decimal }
  | { readonly kind: 'must-replace'; readonly standing: ScoreAdjustment }
  | { readonly kind: 'not-ready'; readonly problems: number }
  | { readonly kind: 'no-word'; readonly concerns: number }
  | { readonly kind: 'other-figures' }
  | { readonly kind: 'not-seen'; readonly entry: Appraisal }

/** What an evaluator's draft is judged on. */
interface Judged {
  readonly ledger: Ledger
  readonly plan: Plan | null
  readonly preset: Preset
}

type Judge<Kind extends Draft['kind']> = (
  draft: Extract<Draft, { kind: Kind }>,
  sheet: Sheet,
) => EvaluationRefusal | null

/** The kinds that are judged by the sheet they move; for no other is it worked out. */
const ON_THE_SHEET: ReadonlySet<Draft['kind']> = new Set([
  'appraisal',
  'weights',
  'score-adjustment',
  're-evaluation',
  'sign-off',
])

/** Judges an evaluator's draft by what it says and by the sheet it moves; `null` lets it be written. */
export function evaluationRefusal(draft: Draft, actor: Actor, situation: Judged): EvaluationRefusal | null {
  const { ledger, plan } = situation
  if (draft.kind === 'scheme') return schemeRefusal(draft, situation)
  if (draft.kind === 'appraisal-frame') return frameRefusal(draft)
  if (!ON_THE_SHEET.has(draft.kind)) return null
  const sheet = sheetOf(draft.subject, situation)
  if (!sheet) return null
  if (draft.kind === 'appraisal') return appraisalRefusal(draft, sheet, actor, ledger, plan?.id ?? '')
  if (draft.kind === 'weights') return weightsRefusal(draft, sheet, ledger)
  if (draft.kind === 'score-adjustment') return deductionRefusal(draft, sheet)
  if (draft.kind === 're-evaluation') return reEvaluationRefusal(draft, sheet)
  if (draft.kind === 'sign-off') return signOffRefusal(draft, sheet, actor, ledger, plan?.id ?? '')
  return null
}

function sheetOf(subject: string, { ledger, plan, preset }: Judged): Sheet | null {
  const project = plan?.projects.find(({ id }) => id === sliceKey(subject))
  if (!plan || !project) return null
  return selfEvaluation(
    project,
    countingSlice(ledger, project.id),
    evaluationBasis(plan, ledger, preset, null),
  )
}

function schemeRefusal(
  { scheme, document, reason }: Extract<Draft, { kind: 'scheme' }>,
  { plan, ledger }: Judged,
): EvaluationRefusal | null {
  if (!schemeNamed(scheme)) return { kind: 'unknown-scheme', scheme }
  if (document.trim() === '') return { kind: 'no-document' }
  if (!saysSomething(reason)) return { kind: 'thin-reason' }
  return plan && signedProject(plan, ledger)
}

/** The scheme moves every sheet of the plan: none of them may be signed. */
function signedProject(
  { projects, id: department, year }: Plan,
  ledger: Ledger,
): Extract<EvaluationRefusal, { kind: 'signed-project' }> | null {
  for (const { id, name } of projects) {
    const state = yearState(id, fittingSlice(ledger, id), department, fittingSlice(ledger, department), year)
    if (state.kind === 'signed-off') return { kind: 'signed-project', project: name, signOff: state.signOff }
  }
  return null
}

/** Weights add up; once an actual of the project exists they want a reason and a document number (domain.md §7). */
function weightsRefusal(
  draft: Extract<Draft, { kind: 'weights' }>,
  { project, scheme, year }: Sheet,
  ledger: Ledger,
): EvaluationRefusal | null {
  if (weightProblems(project, scheme, draft.weights, draft).length > 0) return { kind: 'bad-weights' }
  const counting = effectiveEntries(countingSlice(ledger, project.id), {
    asOf: lastDayOfYear(year),
    knownAt: null,
  })
  if (!hasResults(counting, null)) return null
  if (draft.document.trim() === '') return { kind: 'no-document' }
  return saysSomething(draft.reason) ? null : { kind: 'thin-reason' }
}

/** Points off are never above the row, say what they replace, and lift only what is there (domain.md §7). */
const deductionRefusal: Judge<'score-adjustment'> = ({ subject, pointsOff, replaces, reason }, { rows }) => {
  const row = rows.find(({ id }) => id === subject)
  if (!row) return { kind: 'no-row' }
  if (!saysSomething(reason)) return { kind: 'thin-reason' }
  if (pointsOff.gt(row.weight)) return { kind: 'above-row', weight: row.weight }
  const standing = row.deduction
  if (!standing) return pointsOff.isZero() ? { kind: 'nothing-to-lift' } : null
  return replaces === standing.id ? null : { kind: 'must-replace', standing }
}

/** 复评分 are points of a row of the sheet, never above its weight, each with its words where it differs from 自评分; what stands already is not written twice (domain.md §12). */
const reEvaluationRefusal: Judge<'re-evaluation'> = ({ rows: said }, { rows, reEvaluation }) => {
  if (said.length === 0 || new Set(said.map(({ row }) => row)).size < said.length) return { kind: 'no-row' }
  for (const { row: id, points, text } of said) {
    const row = rows.find((own) => own.id === id)
    if (!row) return { kind: 'no-row' }
    if (points.gt(row.weight)) return { kind: 'above-row', weight: row.weight }
    if (!row.points?.eq(points) && !saysSomething(text)) return { kind: 'thin-reason' }
  }
  const stands = (id: string) => reEvaluation?.rows.find(({ row, entry }) => row.id === id && entry)
  const same = said.every(({ row, points, text }) => {
    const standing = stands(row)
    return standing?.points?.eq(points) === true && standing.text.trim() === text.trim()
  })
  return same ? { kind: 'same-again' } : null
}

/** The points of the 绩效评价 frame add up to 100 and follow a document (domain.md §12). */
function frameRefusal({
  weights,
  document,
  reason,
}: Extract<Draft, { kind: 'appraisal-frame' }>): EvaluationRefusal | null {
  if (weighedFrame(weights).problems.length > 0) return { kind: 'bad-weights' }
  if (document.trim() === '') return { kind: 'no-document' }
  return saysSomething(reason) ? null : { kind: 'thin-reason' }
}

/** 绩效评价 gives points to rows of the frame, never above them, each with its basis, and stands instead of what was read, not of what was not (domain.md §12). */
function appraisalRefusal(
  { rows: said, seen }: Extract<Draft, { kind: 'appraisal' }>,
  { project, year }: Sheet,
  actor: Actor,
  ledger: Ledger,
  department: string,
): EvaluationRefusal | null {
  if (said.length === 0 || new Set(said.map(({ row }) => row)).size < said.length) return { kind: 'no-row' }
  const standpoint = { asOf: lastDayOfYear(year), knownAt: null }
  const { rows } = frameInForce(countingSlice(ledger, department), standpoint)
  const before = effectiveEntries(countingSlice(ledger, project.id), standpoint).filter(
    (entry) => entry.kind === 'appraisal',
  )
  for (const { row: id, points, basis } of said) {
    const row = rows.find((own) => own.id === id)
    if (!row) return { kind: 'no-row' }
    if (points.gt(row.weight)) return { kind: 'above-row', weight: row.weight }
    if (!saysSomething(basis)) return { kind: 'thin-reason' }
    const unread = standingWords(before, id).find(
      ({ entry }) =>
        !seen.includes(entry.id) && !sameWriter(entry, { account: actor.id, author: actor.name }),
    )
    if (unread) return { kind: 'not-seen', entry: unread.entry }
  }
  return null
}

/** A sheet is signed when nothing is open, with a word on everything that stands out, and with the figures it has. */
function signOffRefusal(
  { sheet: signed, words }: Extract<Draft, { kind: 'sign-off' }>,
  sheet: Sheet,
  actor: Actor,
  ledger: Ledger,
  department: string,
): EvaluationRefusal | null {
  if (sheet.problems.length > 0) return { kind: 'not-ready', problems: sheet.problems.length }
  const [own, whole] = [fittingSlice(ledger, sheet.project.id), fittingSlice(ledger, department)]
  const silent = concernsOf(sheet, own, whole, actor).filter(
    ({ kind }) => !words.some(({ concern, text }) => concern === kind && saysSomething(text)),
  )
  if (silent.length > 0) return { kind: 'no-word', concerns: silent.length }
  return JSON.stringify(signed) === JSON.stringify(signedFigures(sheet)) ? null : { kind: 'other-figures' }
}
