import type { ColumnUnit } from '@/domain/desk/amountCell'
import type { CellValue } from '@/domain/desk/entryGrid'
import type { BlockIssue } from '@/domain/sheets/pastedBlock'
import { pastePlace, type PasteCell, type PastePreview } from '@/domain/sheets/pastePlan'
import { answeredValue, applyPaste, pasteCellKey, type PasteAnswer } from '@/domain/sheets/pasteStep'
import { saysTheSame } from '@/domain/desk/replacing'
import { blockIssueText } from './blockIssueText'
import { cellOutcomeText, cellValueText } from '@/format/cellOutcomeText'
import { entryRowName } from '../deskCheckText'
import { GRID_UNIT } from '../entryDesk'
import { dayWord } from '@/format/words'

/** The preview of a pasted block in words. `blocked` says what must be answered first; `null` when it can be applied. */
export interface PasteText {
  readonly heading: string
  readonly notes: readonly string[]
  /** How many of the notes, from the first, are to be heeded before anything is entered. */
  readonly warnings: number
  readonly cells: readonly {
    readonly key: string
    readonly kind: PasteCell['outcome']['kind']
    readonly place: string
    readonly raw: string
    /** What the cell holds now and what it would. */
    readonly now: string
    readonly after: string
    /** Whether a value that stands is changed, or said again. */
    readonly change: 'changed' | 'same' | null
    readonly state: string
    readonly why: string
    readonly mend: string
    readonly choices: readonly { readonly answer: PasteAnswer; readonly text: string }[]
    readonly answer: PasteAnswer | null
  }[]
  /** Doubts that several cells share: each can be answered once for all of them. */
  readonly shared: readonly {
    readonly why: string
    readonly keys: readonly string[]
    readonly choices: readonly { readonly answer: PasteAnswer; readonly text: string }[]
  }[]
  readonly asks: number
  /** How many values that stand would become others. */
  readonly changed: number
  readonly apply: string
  readonly blocked: string | null
}

const NONE_MOVED: ReadonlySet<string> = new Set()

/**
 * Says a preview with the answers given so far, each cell with what it holds now (`standing`); blank cells are counted, and listed where they lie over a
 * value. `moved` are the places that changed elsewhere while the preview stood open.
 */
export function pasteText(
  preview: Omit<PastePreview, 'grid'>,
  answers: ReadonlyMap<string, PasteAnswer>,
  issues: readonly BlockIssue[],
  placeText: (cell: PasteCell) => string,
  standing: (cell: PasteCell) => CellValue | null,
  moved: ReadonlySet<string> = NONE_MOVED,
): PasteText {
  const shown = preview.cells.filter((cell) => cell.outcome.kind !== 'empty' || isBlankOver(cell, standing))
  const cells = shown.map((cell) => {
    const own = cellText(cell, answers, placeText(cell), standing(cell))
    return moved.has(pastePlace(cell)) ? { ...own, why: [MOVED, own.why].filter(Boolean).join('；') } : own
  })
  const changed = cells.filter(({ change }) => change === 'changed').length
  const count = (kind: PasteCell['outcome']['kind']) =>
    preview.cells.filter(({ outcome }) => outcome.kind === kind).length
  const step = applyPaste(preview, answers)
  return {
    heading: `粘贴预览：可录入 ${count('accepted')} 格，待确认 ${count('doubtful')} 格，不能录入 ${count('refused')} 格`,
    notes: [
      ...(moved.size > 0
        ? [`打开预览以后，有 ${moved.size} 格在别处改过，“现在”一列已更新；请再看一遍，再录入`]
        : []),
      ...(changed > 0 ? [`其中 ${changed} 格会改掉已录入的值，原值见“现在”一列`] : []),
      ...issues.map(blockIssueText),
      ...(preview.turned ? ['表是横放的（时间在行、项目在列），已把行和列对调着看'] : []),
      ...(preview.byName ? ['按行名对应到各行'] : []),
      ...(preview.byHeading ? ['按表头对应到各列'] : []),
      ...(preview.stated ? [`没有写单位的金额，按标题写的“${COLUMN_UNIT_WORD[preview.stated]}”读`] : []),
      ...(count('empty') > 0 ? [`空白 ${count('empty')} 格不录入，也不记为 0`] : []),
    ],
    warnings: [moved.size, changed].filter((count) => count > 0).length,
    cells,
    shared: [...sharedDoubts(preview), ...sharedBlanks(shown)],
    changed,
    asks: count('doubtful') + count('refused') + count('outside'),
    apply: step.kind === 'step' ? applyText(step.values.length, step.clears.length) : '录入',
    blocked: step.kind === 'step' ? null : BLOCKED[step.why],
  }
}

function isBlankOver(cell: PasteCell, standing: (cell: PasteCell) => CellValue | null): boolean {
  return cell.outcome.kind === 'empty' && cell.outcome.why === 'blank' && standing(cell) !== null
}

function applyText(values: number, clears: number): string {
  if (clears === 0) return `录入 ${values} 格`
  return values === 0 ? `清空 ${clears} 格` : `录入 ${values} 格，再清空 ${clears} 格`
}

/** One pasted cell: what it holds, what it would hold, what became of it. */
function cellText(
  cell: PasteCell,
  answers: ReadonlyMap<string, PasteAnswer>,
  place: string,
  now: CellValue | null,
): PasteText['cells'][number] {
  const key = pasteCellKey(cell)
  const answer = answers.get(key) ?? null
  const value = answeredValue(cell, answer)
  const blank = cell.outcome.kind === 'empty'
  const change = now && value ? (saysTheSame(now, value) ? 'same' : 'changed') : null
  return {
    key,
    kind: cell.outcome.kind,
    place,
    raw: cell.raw,
    now: cell.row === null || cell.column === null ? '' : now ? cellValueText(now, GRID_UNIT) : '未填报',
    after: value ? cellValueText(value, GRID_UNIT) : blank ? (answer === 'clear' ? '清空' : '不变') : '',
    change: blank && answer === 'clear' ? 'changed' : change,
    ...cellOutcomeText(cell.outcome, GRID_UNIT),
    ...(blank ? { why: BLANK_OVER, choices: BLANK_CHOICES } : {}),
    answer: blank ? (answer ?? 'skip') : answer,
  }
}

const MOVED = '打开预览以后在别处改过'
const BLANK_OVER = '空白不代替已录入的值，也不记为 0；要清空的，录入以后写明理由作废'
const BLANK_CHOICES = [
  { answer: 'skip', text: '保留现在的值' },
  { answer: 'clear', text: '清空' },
] as const

/** Several blanks over values are answered once. */
function sharedBlanks(cells: readonly PasteCell[]): PasteText['shared'] {
  const blanks = cells.filter(({ outcome }) => outcome.kind === 'empty')
  if (blanks.length < 2) return []
  return [
    {
      why: `有 ${blanks.length} 格空白在已录入的值上：${BLANK_OVER}`,
      keys: blanks.map(pasteCellKey),
      choices: BLANK_CHOICES.map(({ answer, text }) => ({ answer, text: `都${text}` })),
    },
  ]
}

/** The doubts that at least two cells have in common, in the order of the block; a sign is never dropped from all of them at once. */
function sharedDoubts(preview: Pick<PastePreview, 'cells'>): PasteText['shared'] {
  const groups = new Map<
    string,
    { cells: PasteCell[]; why: string; asRead: boolean; yuan: boolean; signed: boolean }
  >()
  for (const cell of preview.cells) {
    const { outcome } = cell
    if (outcome.kind !== 'doubtful') continue
    const known = groups.get(outcome.doubts.join())
    if (known) {
      known.cells.push(cell)
      known.asRead &&= outcome.asRead !== null
    } else
      groups.set(outcome.doubts.join(), {
        cells: [cell],
        why: cellOutcomeText(outcome, GRID_UNIT).why,
        asRead: outcome.asRead !== null,
        yuan: outcome.doubts.includes('ten-thousand'),
        signed: outcome.doubts.includes('negative-total'),
      })
  }
  return [...groups.values()]
    .filter(({ cells }) => cells.length > 1)
    .map(({ cells, why, asRead, yuan, signed }) => ({
      why: `有 ${cells.length} 格：${why}`,
      keys: cells.map(pasteCellKey),
      choices: [
        ...(signed
          ? []
          : [{ answer: 'suggestion' as const, text: yuan ? '都是元，换算成万元' : '都按建议录入' }]),
        ...(asRead ? [{ answer: 'as-read' as const, text: yuan ? '都是万元' : '都按原样录入' }] : []),
        { answer: 'skip' as const, text: '都不录入' },
      ],
    }))
}

const COLUMN_UNIT_WORD: Readonly<Record<ColumnUnit, string>> = {
  yuan: '元',
  thousand: '千元',
  wan: '万元',
  'hundred-thousand': '十万元',
  million: '百万元',
  'ten-million': '千万元',
  'hundred-million': '亿元',
}

const BLOCKED = {
  open: '还有待确认的格，请逐一选择后再录入',
  'same-place': '有两格粘到同一位置，请只保留一个',
  'no-values': '没有可以录入的内容',
} as const

/** Says where in the grid of one project a pasted cell goes. */
export function placeInGrid({ grid }: Pick<PastePreview, 'grid'>): (cell: PasteCell) => string {
  return ({ row, column }) => {
    const line = row === null ? undefined : grid.rows[row]
    const at = column === null ? undefined : grid.columns[column]
    return [line ? entryRowName(line) : '无对应行', at ? dayWord(at.day) : '无对应节点'].join(' · ')
  }
}
