import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CellReading } from '@/domain/desk/readCell'
import type { CellPlace } from '@/domain/desk/verbs'

/** What a cell that is not simply saved is about: typed and being kept, not kept, asked about, or refused; the text typed stays. */
export type CellState = { readonly text: string } & (
  { readonly kind: 'saving' | 'failed' } | Extract<CellReading, { kind: 'doubtful' | 'refused' }>
)

type Cells = ReadonlyMap<string, CellState>

const NONE: Cells = new Map()

/** What was typed and is not settled, by ledger, project and cell: a change of screen neither moves nor loses it. */
export const useCells = defineStore('cells', () => {
  const sheets = shallowRef<ReadonlyMap<string, Cells>>(new Map())

  function change(sheet: string, to: (cells: Cells) => Cells): void {
    const next = to(sheets.value.get(sheet) ?? NONE)
    const others = new Map(sheets.value)
    if (next.size > 0) others.set(sheet, next)
    else others.delete(sheet)
    sheets.value = others
  }

  return {
    /** The unsettled cells of a project, by `cellKey`. */
    of: (ledger: string, project: string): Cells => sheets.value.get(sheetKey(ledger, project)) ?? NONE,
    /** Settles a cell, or says what it waits for. */
    settle: (ledger: string, place: CellPlace, state: CellState | null) =>
      change(sheetKey(ledger, place.project.id), (cells) => {
        const next = new Map(cells)
        if (state) next.set(cellKey(place), state)
        else next.delete(cellKey(place))
        return next
      }),
    /** Forgets the cells of a ledger that were not kept, once nothing of it waits any more. */
    kept: (ledger: string) => {
      for (const sheet of sheets.value.keys())
        if (sheet.startsWith(`${ledger}|`))
          change(sheet, (cells) => new Map([...cells].filter(([, { kind }]) => kind !== 'failed')))
    },
  }
})

function sheetKey(ledger: string, project: string): string {
  return `${ledger}|${project}`
}

/** Names a cell of a project's grid. */
export function cellKey({ row, day }: Pick<CellPlace, 'row' | 'day'>): string {
  return `${row.key}@${day}`
}
