import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import type { CellValue } from '@/domain/desk/entryGrid'
import { saysTheSame } from '@/domain/desk/replacing'
import type { CellPlace, PlacedValue } from '@/domain/desk/verbs'
import type { PasteCell, PastePreview } from '@/domain/sheets/pastePlan'
import { applyPaste, type PasteAnswer } from '@/domain/sheets/pasteStep'
import type { Place } from '../sheet'
import { keptPaste, type KeptPaste } from './keptPaste'
import { pasteText } from './pasteText'

/** A block laid over a grid, with what that grid says of a place: where it is, what it holds, whose cell it is. */
interface LaidPaste {
  readonly preview: Omit<PastePreview, 'grid'>
  readonly placeText: (cell: PasteCell) => string
  readonly standing: (cell: Pick<PasteCell, 'row' | 'column'>) => CellValue | null
  readonly placeAt: (row: number, column: number) => CellPlace | null
}

/** What lies on the clipboard, as text and as a page. */
interface Clipboard {
  readonly text: string | null
  readonly html: string | null
}

type Block = KeptPaste['block']

/** What a grid does with a pasted block. */
interface PasteDoors {
  /** Where the block is kept: what was pasted over one grid is shown over no other; empty while there is no grid. */
  readonly place: () => string
  readonly read: (clipboard: Clipboard) => Block
  /** Lays a block over the grid from a cell; `null` while there is no grid. */
  readonly lay: (block: Block, at: Place) => LaidPaste | null
  /** Enters values; resolves to why they were not, in words, or to nothing. */
  readonly enter: (values: readonly PlacedValue[]) => Promise<string>
  /** Asks for the emptying of cells. */
  readonly clear: (cells: readonly CellPlace[]) => void
  /** Gives the keyboard back to the grid. */
  readonly back: () => void
}

/** A block pasted over a grid, shown before anything is entered: what each cell holds now and would, what is asked, and entering it as one step. */
export function pasting({ place, read, lay, enter, clear, back }: PasteDoors) {
  const kept = keptPaste(place)
  const pasted = shallowRef<{
    readonly laid: LaidPaste
    readonly block: Block
    readonly at: Place
    /** The places that something else came into while the preview stood open. */
    readonly moved: ReadonlySet<string>
  } | null>(null)
  const answers = shallowRef<ReadonlyMap<string, PasteAnswer>>(new Map())
  const refused = ref('')
  const preview = computed(() => {
    if (!pasted.value) return null
    const { laid, block, moved } = pasted.value
    return pasteText(laid.preview, answers.value, block.issues, laid.placeText, laid.standing, moved)
  })

  function show(block: Block, at: Place, given: KeptPaste['answers']): void {
    const laid = lay(block, at)
    answers.value = new Map(given)
    refused.value = ''
    pasted.value = laid && { laid, block, at, moved: new Set() }
  }

  function keep(): void {
    if (pasted.value) kept.write({ ...pasted.value, answers: [...answers.value] })
  }

  /** Shows what was pasted over this grid and neither entered nor dropped. */
  function restore(): void {
    const left = kept.read()
    if (left) show(left.block, left.at, left.answers)
    else pasted.value = null
  }
  restore()
  watch(place, restore, { flush: 'sync' })
  watch(kept.arrivals, () => pasted.value === null && restore())

  async function close(): Promise<void> {
    pasted.value = null
    await nextTick()
    back()
  }

  /** Enters what is shown; where something else came into a cell meanwhile, the preview is laid anew and shown first. */
  async function apply(): Promise<void> {
    const { value: paste } = pasted
    const step = paste && applyPaste(paste.laid.preview, answers.value)
    if (!paste || step?.kind !== 'step') return
    const laid = lay(paste.block, paste.at)
    const moved = [...step.values, ...step.clears].filter(
      (own) => laid && !saysTheSame(laid.standing(own), paste.laid.standing(own)),
    )
    if (laid && moved.length > 0) {
      pasted.value = { ...paste, laid, moved: new Set(moved.map(({ row, column }) => `${row}:${column}`)) }
      return
    }
    const cell = ({ row, column }: Place) => paste.laid.placeAt(row, column) ?? []
    const values = step.values.flatMap(({ value, ...at }) =>
      [cell(at)].flat().map((place) => ({ place, value })),
    )
    const clears = step.clears.flatMap(cell)
    const [drop, from] = [kept.dropLater(), place()]
    await close()
    const why = values.length > 0 ? await enter(values) : ''
    if (why === '') drop()
    if (place() !== from) return
    refused.value = why
    if (why !== '') pasted.value = paste
    else if (clears.length > 0) clear(clears)
  }

  return {
    preview,
    refused,
    paste: (row: number, column: number, data: Clipboard) => {
      show(read(data), { row, column }, [])
      keep()
    },
    cancel: () => {
      kept.dropLater()()
      return close()
    },
    apply,
    answer: (keys: readonly string[], given: PasteAnswer) => {
      answers.value = new Map([...answers.value, ...keys.map((key) => [key, given] as const)])
      keep()
    },
    /** Fills cells as a block pasted over them would: one step; what is asked, or changes more cells than one, values that stand among them, is shown first. */
    fill: (cells: readonly (Place & { readonly text: string })[]) => {
      const { text, at } = asBlock(cells)
      show(read({ text, html: null }), at, [])
      const { value: own } = preview
      const one = cells.filter(({ text }) => text !== '').length === 1
      if (own?.blocked === null && own.asks === 0 && (one || own.changed === 0)) void apply()
      else keep()
    },
  }
}

/** Cells with their texts as a block of them would lie on the clipboard, and where it begins. */
function asBlock(cells: readonly (Place & { readonly text: string })[]): { text: string; at: Place } {
  const at = {
    row: Math.min(...cells.map(({ row }) => row)),
    column: Math.min(...cells.map(({ column }) => column)),
  }
  const rows: string[][] = []
  for (const { row, column, text } of cells) (rows[row - at.row] ??= [])[column - at.column] = text
  return { text: rows.map((row) => [...row].join('\t')).join('\n'), at }
}
