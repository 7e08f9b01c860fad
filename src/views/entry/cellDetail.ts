import type { HeldActual } from '@/domain/desk/cellEntry'
import { firstDayOfYear, yearOf, type Day } from '@/domain/time/day'
import { targetAt, type EntryRow } from '@/domain/desk/entryGrid'
import type { DeviationCategory, Evidence, Likelihood } from '@/domain/ledger/entry'
import type { Slice } from '@/domain/ledger/ledger'
import { money, type Money } from '@/domain/number/money'
import type { PasteAnswer } from '@/domain/sheets/pasteStep'
import type { ProjectStatus } from '@/domain/status/projectStatus'
import { entryRowName } from './deskCheckText'
import type { DeskCell } from './entryDesk'
import { entryLines, type EntryLine } from '@/format/ledger/entryLines'
import { exactAmount, MONEY_UNIT_NAME, targetText, type MoneyUnit } from '@/format/figures'
import { dayWord, fullDay } from '@/format/words'

/** What the panel beside the grid says of one cell. `remarks` is `null` where nothing can be said yet. */
export interface CellDetail {
  readonly key: string
  readonly name: string
  readonly place: string
  /** How far the payments explain the total stated here; empty where none is. */
  readonly explained: string
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
    explained: row.kind === 'spending' ? explainedText(yearEnd, cell.day, after, unit) : '',
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

/** 未逐笔说明 of the last total stated in a period (domain.md §6): what it says above the payments of the year up to its day, or by how much they exceed it. */
function explainedText({ spending }: ProjectStatus, day: Day, after: Day | null, unit: MoneyUnit): string {
  const line = spending
    .filter(({ stated, entry }) => stated && entry.effectiveOn <= day)
    .filter(({ entry }) => after === null || entry.effectiveOn > after)
    .at(-1)
  if (!line?.unexplained || line.unexplained.isZero()) return ''
  const { entry, total, unexplained } = line
  const said = (value: Money) => `${exactAmount(value, unit)} ${MONEY_UNIT_NAME[unit]}`
  const paid = `${fullDay(entry.effectiveOn)}累计 ${said(total)}，该日及以前逐笔支出 ${said(money(total.minus(unexplained)))}`
  return unexplained.isNegative()
    ? `${paid}：逐笔多 ${said(money(unexplained.abs()))}，请核对`
    : `${paid}：未逐笔说明 ${said(unexplained)}`
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
