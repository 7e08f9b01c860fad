import type { Draft } from '../ledger/draft'
import type { SignedSheet, SignOff } from '../ledger/entry'
import { lastDayOfYear } from '../time/day'
import { ZERO, type Decimal } from '../number/decimal'
import { saysSomething } from '../work/reason'
import type { Concern } from './concerns'
import type { Sheet, SheetProblem } from './sheet'

/** The figures of a complete sheet as a sign-off keeps them; `null` of one that is 暂不完整. */
export function signedFigures({ scheme, rows, outcome }: Sheet): SignedSheet | null {
  if (outcome.kind !== 'complete') return null
  return {
    scheme: scheme.id,
    rows: rows.map(({ id, weight, points }) => ({ row: id, weight, points: points ?? ZERO })),
    total: outcome.total,
  }
}

/** What stands before a sign-off: problems of the sheet, or things that stand out and have no word. */
export interface SignOffRefusal {
  readonly kind: 'refused'
  readonly problems: readonly SheetProblem[]
  readonly silent: readonly Concern['kind'][]
}

/** The sign-off of a sheet made of the entries `covers` names, with a word on each concern, or everything that stands before it. It is about the year's last day, whenever it is written. */
export function signOffDraft(
  sheet: Sheet,
  concerns: readonly Concern[],
  { text, words, covers }: Pick<SignOff, 'text' | 'words'> & { readonly covers: readonly string[] },
): { readonly kind: 'ready'; readonly draft: Draft } | SignOffRefusal {
  const said = new Set(words.flatMap((own) => (own.text.trim() === '' ? [] : own.concern)))
  const silent = concerns.map(({ kind }) => kind).filter((kind) => !said.has(kind))
  if (sheet.problems.length > 0 || silent.length > 0) {
    return { kind: 'refused', problems: sheet.problems, silent }
  }
  return {
    kind: 'ready',
    draft: {
      kind: 'sign-off',
      subject: sheet.project.id,
      effectiveOn: lastDayOfYear(sheet.year),
      text,
      covers,
      sheet: signedFigures(sheet),
      words: words.filter(({ concern }) => concerns.some(({ kind }) => kind === concern)),
    },
  }
}

/** How far a sheet lies from the figures it was signed with, now minus then; `null` where nothing was kept or it is the same to the hundredth (domain.md §6: the signed figures stay, with the difference beside them). */
export function sinceSigned(sheet: Sheet, { sheet: signed }: SignOff): Decimal | 'incomplete' | null {
  if (!signed) return null
  if (sheet.outcome.kind !== 'complete') return 'incomplete'
  const difference = sheet.outcome.total.minus(signed.total)
  return difference.isZero() ? null : difference
}

/** The draft that opens a signed-off year again; `null` without a reason that says something. */
export function reopenDraft(signOff: SignOff, reason: string): Draft | null {
  if (!saysSomething(reason)) return null
  const { subject, effectiveOn, id } = signOff
  return { kind: 'reopen', subject, effectiveOn, signOff: id, reason }
}
