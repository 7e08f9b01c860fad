import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CellValue } from '@/domain/desk/entryGrid'
import { keptTyping } from '@/domain/desk/keptTyping'
import type { Meanwhile, Stood } from '@/domain/desk/meanwhile'
import type { CellReading } from '@/domain/desk/readCell'
import type { CellPlace } from '@/domain/desk/verbs'
import { useTyped } from './typed'

/**
 * What a cell that is not simply saved is about: typed at an earlier visit and left, typed and being kept, not kept, asked about, refused, or asked about
 * because something else came into it meanwhile; the text typed stays.
 */
export type CellState = { readonly text: string } & (
  | { readonly kind: 'typed' | 'saving' | 'failed' }
  | Extract<CellReading, { kind: 'doubtful' | 'refused' }>
  | { readonly kind: 'moved'; readonly value: CellValue; readonly meanwhile: Meanwhile }
)

/** Texts as they are kept: those of before have nothing of what stood beside them. */
type Texts = Record<string, string | { readonly text: string; readonly stood: Stood }>
type Cells = ReadonlyMap<string, CellState>

const NONE: Cells = new Map()

/** What was typed and is not settled, by ledger, project and cell: a change of screen neither moves nor loses it, and it is there again after a reload. */
export const useCells = defineStore('cells', () => {
  const typed = useTyped()
  const sheets = shallowRef<ReadonlyMap<string, Cells>>(new Map())
  const stood = new Map<string, Stood>()

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
    const before = stood.get(`${sheetKey(ledger, project)}|${cell}`)
    if (text === null) delete texts[cell]
    else texts[cell] = before ? { text, stood: before } : text
    typed.write(textsOf(project), Object.keys(texts).length > 0 ? JSON.stringify(texts) : null, ledger)
  }

  function began(key: string, now: () => Stood): Stood {
    const own = stood.get(key) ?? now()
    stood.set(key, own)
    return own
  }

  return {
    /** The unsettled cells of a project, by `cellKey`. */
    of: (ledger: string, project: string): Cells => sheets.value.get(sheetKey(ledger, project)) ?? NONE,
    /** Shows again what was typed into a project's cells and left at an earlier visit. */
    restore: (ledger: string, project: string) => {
      const sheet = sheetKey(ledger, project)
      const left = Object.entries(keptTyping<Texts>(typed.read(textsOf(project), ledger))).map(
        ([key, kept = '']) => {
          if (typeof kept !== 'string' && !stood.has(`${sheet}|${key}`))
            stood.set(`${sheet}|${key}`, kept.stood)
          return [key, { kind: 'typed', text: typeof kept === 'string' ? kept : kept.text }] as const
        },
      )
      change(sheet, (cells) => new Map([...left, ...cells]))
    },
    /** Keeps what is being typed into a cell, letter by letter, with what stood there at the first; what the cell shows does not change. Nothing typed any more leaves what it showed before. */
    typing: (ledger: string, place: CellPlace, text: string | null, now: () => Stood) => {
      const [sheet, cell] = [sheetKey(ledger, place.project.id), cellKey(place)]
      const shown = sheets.value.get(sheet)?.get(cell)?.text ?? null
      if (text !== null) began(`${sheet}|${cell}`, now)
      else if (shown === null) stood.delete(`${sheet}|${cell}`)
      keep(ledger, place.project.id, cell, text ?? shown)
    },
    /** What stood in a cell when what is in it began to be typed; where nothing is known, what stands now. */
    stood: (ledger: string, place: CellPlace, now: () => Stood): Stood =>
      began(`${sheetKey(ledger, place.project.id)}|${cellKey(place)}`, now),
    /** What stands in a cell now has been shown beside what was typed. */
    seen: (ledger: string, place: CellPlace, now: Stood) =>
      stood.set(`${sheetKey(ledger, place.project.id)}|${cellKey(place)}`, now),
    /** Settles a cell, or says what it waits for. */
    settle: (ledger: string, place: CellPlace, state: CellState | null) => {
      if (!state) stood.delete(`${sheetKey(ledger, place.project.id)}|${cellKey(place)}`)
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
        for (const [cell] of failed) {
          stood.delete(`${sheet}|${cell}`)
          keep(ledger, project, cell, null)
        }
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
