import type { HeldActual } from '@/domain/desk/cellEntry'
import { firstDayOfYear, yearOf, type Day } from '@/domain/time/day'
import { targetAt, type EntryRow } from '@/domain/desk/entryGrid'
import type { DeviationCategory, Evidence, Likelihood } from '@/domain/ledger/entry'
import type { Slice } from '@/domain/ledger/ledger'
import type { PasteAnswer } from '@/domain/sheets/pasteStep'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { entryRowName } from './deskCheckText'
import type { DeskCell } from './entryDesk'
import { entryLines, type EntryLine } from '@/format/ledger/entryLines'
import { targetText, type MoneyUnit } from '@/format/figures'
import { dayWord } from '@/format/words'

/** What the panel beside the grid says of one cell. `remarks` is `null` where nothing can be said yet. */
export interface CellDetail {
  readonly key: string
  readonly name: string
  readonly place: string
  readonly question: string
  readonly choices: readonly { readonly answer: PasteAnswer; readonly text: string }[]
  /** What can be chosen instead of typed: the band of a qualitative target, the day of a dated one; `null` for figures and where nothing can be entered. */
  readonly choice: {
    readonly kind: 'band' | 'day'
    readonly days: { readonly first: Day; readonly last: Day }
  } | null
  readonly remarks: {
    readonly category: DeviationCategory | ''
    readonly text: string
    readonly fullYear: string
    readonly likelihood: Likelihood | ''
  } | null
  readonly evidence: readonly Evidence[]
  readonly history: readonly EntryLine[]
}

/** Gathers what is known of a cell: its period's entries with the void ones, its remarks, its open question. */
export function cellDetail(
  row: EntryRow,
  cell: DeskCell,
  after: Day | null,
  held: HeldActual | null,
  yearEnd: ProjectStatus,
  slice: Slice,
  unit: MoneyUnit,
  open: boolean,
): CellDetail {
  const own = held && !held.carried ? held.entry : null
  return {
    key: cell.key,
    name: row.kind === 'spending' ? '累计支出' : entryRowName(row),
    place: `${dayWord(cell.day)} · ${row.kind === 'spending' ? '累计' : `指标值 ${targetText(targetAt(row, cell.day))}`} · ${cell.word}`,
    question: cell.why ?? '',
    choices: cell.choices,
    choice: open ? choiceOf(row, cell.day) : null,
    remarks: own && {
      category: own.deviation?.category ?? '',
      text: own.deviation?.text ?? '',
      fullYear: own.fullYear ?? '',
      likelihood: own.likelihood ?? '',
    },
    evidence: own?.evidence ?? [],
    history: entryLines(
      yearEnd,
      slice.filter((entry) => entry.kind === 'void' || speaksFor(row, entry)),
      unit,
    ).filter(({ id }) =>
      slice.some(
        (entry) =>
          entry.id === id && entry.effectiveOn <= cell.day && (after === null || entry.effectiveOn > after),
      ),
    ),
  }
}

function choiceOf(row: EntryRow, day: Day): CellDetail['choice'] {
  if (row.kind === 'spending') return null
  const days = { first: firstDayOfYear(yearOf(day)), last: day }
  const { kind } = targetAt(row, day)
  if (kind === 'qualitative') return { kind: 'band', days }
  return kind === 'date' ? { kind: 'day', days } : null
}

function speaksFor(row: EntryRow, entry: Slice[number]): boolean {
  if (row.kind === 'spending')
    return entry.kind === 'payment' || entry.kind === 'spending-total' || entry.kind === 'zero-spending'
  return (
    entry.kind === 'indicator-actual' &&
    entry.subject === row.indicator.id &&
    entry.measure === (row.measure?.id ?? null)
  )
}
