import { shallowRef } from 'vue'
import type { Entry } from '@/domain/ledger/entry'

/** An entry behind a cell, in words. */
interface Held {
  readonly entry: Entry
  readonly text: () => string
}

/** Emptying cells of a grid: what is not saved is dropped at once, what is saved is offered to be voided with one reason. */
export function emptying<Cell>(doors: {
  /** Drops what is typed into a cell and not entered; gives the entries that make what it holds. */
  readonly drop: (cell: Cell) => readonly Held[]
  readonly voidable: (entry: Entry) => boolean
  readonly void: (entries: readonly Entry[], reason: string) => Promise<boolean>
  readonly back: () => void
}) {
  const asked = shallowRef<{
    readonly lines: readonly string[]
    /** How many entries behind the cells stay: another's, or closed. */
    readonly kept: number
    readonly take: (reason: string) => Promise<boolean>
  } | null>(null)
  return {
    asked,
    clear: (cells: readonly Cell[]) => {
      const held = cells.flatMap(doors.drop)
      if (held.length === 0) return
      const mine = held.filter(({ entry }) => doors.voidable(entry))
      asked.value = {
        lines: mine.map(({ text }) => text()),
        kept: held.length - mine.length,
        take: (reason) =>
          doors.void(
            mine.map(({ entry }) => entry),
            reason,
          ),
      }
    },
    close: () => {
      asked.value = null
      doors.back()
    },
  }
}
