import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { keptTyping } from '@/domain/desk/keptTyping'
import type { CellReading } from '@/domain/desk/readCell'
import type { CellPlace } from '@/domain/desk/verbs'
import { useTyped } from './typed'

/**
 * What a cell that is not simply saved is about: typed at an earlier visit and left, typed and being kept, not kept, asked about, or refused;
 * the text typed stays.
 */
export type CellState = { readonly text: string } & (
  { readonly kind: 'typed' | 'saving' | 'failed' } | Extract<CellReading, { kind: 'doubtful' | 'refused' }>
)

type Texts = Record<string, string>
type Cells = ReadonlyMap<string, CellState>

const NONE: Cells = new Map()

/** What was typed and is not settled, by ledger, project and cell: a change of screen neither moves nor loses it, and it is there again after a reload. */
export const useCells = defineStore('cells', () => {
  const typed = useTyped()
  const sheets = shallowRef<ReadonlyMap<string, Cells>>(new Map())

  function change(sheet: string, to: (cells: Cells) => Cells): void {
    const next = to(sheets.value.get(sheet) ?? NONE)
    const others = new Map(sheets.value)
    if (next.size > 0) others.set(sheet, next)
    else others.delete(sheet)
    sheets.value = others
  }

  /** Keeps the text of one cell beside those of the others, which another tab may have written. */
  function keep(ledger: string, project: string, cell: string, text: string | null): void {
    const texts = keptTyping<Texts>(typed.read(textsOf(project), ledger))
    if (text === null) delete texts[cell]
    else texts[cell] = text
    typed.write(textsOf(project), Object.keys(texts).length > 0 ? JSON.stringify(texts) : null, ledger)
  }

  return {
    /** The unsettled cells of a project, by `cellKey`. */
    of: (ledger: string, project: string): Cells => sheets.value.get(sheetKey(ledger, project)) ?? NONE,
    /** Shows again what was typed into a project's cells and left at an earlier visit. */
    restore: (ledger: string, project: string) =>
      change(
        sheetKey(ledger, project),
        (cells) =>
          new Map([
            ...Object.entries(keptTyping<Texts>(typed.read(textsOf(project), ledger))).map(
              ([key, text = '']) => [key, { kind: 'typed', text }] as const,
            ),
            ...cells,
          ]),
      ),
    /** Keeps what is being typed into a cell, letter by letter; what the cell shows does not change. */
    typing: (ledger: string, place: CellPlace, text: string | null) =>
      keep(ledger, place.project.id, cellKey(place), text),
    /** Settles a cell, or says what it waits for. */
    settle: (ledger: string, place: CellPlace, state: CellState | null) => {
      keep(ledger, place.project.id, cellKey(place), state?.text ?? null)
      change(sheetKey(ledger, place.project.id), (cells) => {
        const next = new Map(cells)
        if (state) next.set(cellKey(place), state)
        else next.delete(cellKey(place))
        return next
      })
    },
    /** Forgets the cells of a ledger that were not kept, once nothing of it waits any more. */
    kept: (ledger: string) => {
      for (const [sheet, cells] of sheets.value) {
        const [of, project = ''] = sheet.split('|')
        const failed = [...cells].filter(([, { kind }]) => kind === 'failed')
        if (of !== ledger || failed.length === 0) continue
        for (const [cell] of failed) keep(ledger, project, cell, null)
        change(sheet, (all) => new Map([...all].filter(([, { kind }]) => kind !== 'failed')))
      }
    },
  }
})

function textsOf(project: string): string {
  return `${project}/cells`
}

function sheetKey(ledger: string, project: string): string {
  return `${ledger}|${project}`
}

/** Names a cell of a project's grid. */
export function cellKey({ row, day }: Pick<CellPlace, 'row' | 'day'>): string {
  return `${row.key}@${day}`
}
