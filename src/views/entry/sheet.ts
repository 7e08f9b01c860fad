/** A place in the grid, counted from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** How many rows and columns the grid has. */
export interface Size {
  readonly rows: number
  readonly columns: number
}

/**
 * Where the keyboard is and what it does there. `anchor` is the other corner of the selected range. `ready`: what is typed replaces the cell,
 * `enter`: it is being typed over (arrows commit and move), `edit`: its text is being changed (arrows move the caret).
 */
export interface Sheet {
  readonly at: Place
  readonly anchor: Place
  readonly mode: 'ready' | 'enter' | 'edit'
  readonly text: string
}

/** What a turn asks of whoever keeps the values. `commit` with an empty text never stands alone: emptying is `clear`. */
export type SheetAct =
  | { readonly kind: 'commit'; readonly at: Place; readonly text: string }
  | { readonly kind: 'clear'; readonly cells: readonly Place[] }
  | { readonly kind: 'fill'; readonly from: Place; readonly to: Place }
  | { readonly kind: 'dismiss'; readonly at: Place }
  | { readonly kind: 'undo' | 'redo' }

/** What came of a key or a click: the new state, what is asked for, and whether the key was used up here. */
export interface Turn {
  readonly sheet: Sheet
  readonly acts: readonly SheetAct[]
  readonly used: boolean
}

/** A key as the browser tells it; `command` is Ctrl or ⌘. */
export interface Key {
  readonly key: string
  readonly shift: boolean
  readonly command: boolean
}

/** The text a cell is edited with (what was entered, exactly); empty for a cell without a value of its own. */
export type TextAt = (place: Place) => string

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** A grid with the keyboard on one cell, nothing typed. */
export function sheetAt(at: Place): Sheet {
  return { at, anchor: at, mode: 'ready', text: '' }
}

/** The places of the selected range, row by row. */
export function selected({ at, anchor }: Sheet): Place[] {
  const [top, bottom] = [Math.min(at.row, anchor.row), Math.max(at.row, anchor.row)]
  const [left, right] = [Math.min(at.column, anchor.column), Math.max(at.column, anchor.column)]
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  ).flat()
}

/** Takes what is being typed: kept as a commit when it says something else than the cell, as emptying when the text was taken away. */
export function settle(sheet: Sheet, textAt: TextAt): Turn {
  const { at, mode, text } = sheet
  const rest: Sheet = { ...sheet, mode: 'ready', text: '' }
  if (mode === 'ready' || text === textAt(at)) return { sheet: rest, acts: [], used: true }
  const blank = text.trim() === ''
  if (blank && textAt(at) === '') return { sheet: rest, acts: [], used: true }
  return {
    sheet: rest,
    acts: [blank ? { kind: 'clear', cells: [at] } : { kind: 'commit', at, text }],
    used: true,
  }
}

/** Goes to a place, taking first what is being typed; `extend` keeps the range's other corner. */
export function goTo(sheet: Sheet, to: Place, textAt: TextAt, extend = false): Turn {
  const { acts } = settle(sheet, textAt)
  return { sheet: { at: to, anchor: extend ? sheet.anchor : to, mode: 'ready', text: '' }, acts, used: true }
}

/** The text in the editor as it now is: typing on a ready cell begins anew, never behind what stands there. */
export function typed(sheet: Sheet, text: string): Sheet {
  return {
    ...sheet,
    anchor: sheet.at,
    mode: sheet.mode === 'edit' ? 'edit' : 'enter',
    text,
  }
}

/** Opens a cell's own text for changing (F2, double click). */
export function edit(sheet: Sheet, textAt: TextAt): Sheet {
  return sheet.mode === 'edit'
    ? sheet
    : {
        ...sheet,
        anchor: sheet.at,
        mode: 'edit',
        text: sheet.mode === 'enter' ? sheet.text : textAt(sheet.at),
      }
}

/** What a key does. A key that is not used is the editor's or the page's own. */
export function press(sheet: Sheet, key: Key, size: Size, textAt: TextAt): Turn {
  const ready = sheet.mode === 'ready'
  if (key.command) return ready ? commanded(sheet, key, size, textAt) : unused(sheet)
  const arrow = ARROWS[key.key]
  if (arrow && sheet.mode !== 'edit') return step(sheet, arrow, size, textAt, ready && key.shift)
  switch (key.key) {
    case 'Enter':
      return step(sheet, [key.shift ? -1 : 1, 0], size, textAt)
    case 'Tab':
      return along(sheet, key.shift ? -1 : 1, size, textAt)
    case 'Escape':
      return {
        sheet: { ...sheet, anchor: sheet.at, mode: 'ready', text: '' },
        acts: ready ? [{ kind: 'dismiss', at: sheet.at }] : [],
        used: true,
      }
    case 'F2':
      return { sheet: edit(sheet, textAt), acts: [], used: true }
  }
  if (!ready) return unused(sheet)
  switch (key.key) {
    case 'Home':
      return goTo(sheet, { ...sheet.at, column: 0 }, textAt, key.shift)
    case 'End':
      return goTo(sheet, { ...sheet.at, column: size.columns - 1 }, textAt, key.shift)
    case 'Delete':
    case 'Backspace':
      return { sheet, acts: [{ kind: 'clear', cells: selected(sheet) }], used: true }
  }
  return unused(sheet)
}

function unused(sheet: Sheet): Turn {
  return { sheet, acts: [], used: false }
}

function commanded(sheet: Sheet, { key, shift }: Key, size: Size, textAt: TextAt): Turn {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  switch (key.toLowerCase()) {
    case 'z':
      return { sheet, acts: [{ kind: shift ? 'redo' : 'undo' }], used: true }
    case 'y':
      return { sheet, acts: [{ kind: 'redo' }], used: true }
    case 'a':
      return { sheet: { ...sheet, anchor: { row: 0, column: 0 }, at: last }, acts: [], used: true }
    case 'd':
      return { sheet, acts: fills(sheet, textAt), used: true }
    case 'home':
      return goTo(sheet, { row: 0, column: 0 }, textAt, shift)
    case 'end':
      return goTo(sheet, last, textAt, shift)
  }
  return unused(sheet)
}

/** Fills the top row of the range down; on one cell the cell above is taken, as spreadsheets do. */
function fills(sheet: Sheet, textAt: TextAt): SheetAct[] {
  const cells = selected(sheet)
  const top = cells[0]?.row ?? 0
  const single = cells.every(({ row }) => row === top)
  return cells
    .filter(({ row }) => (single ? row > 0 : row > top))
    .map((to) => ({ kind: 'fill' as const, from: { row: single ? to.row - 1 : top, column: to.column }, to }))
    .filter(({ from }) => textAt(from) !== '')
}

/** One step, taking first what is being typed; at the edge it stays. */
function step(
  sheet: Sheet,
  [rows, columns]: readonly [number, number],
  size: Size,
  textAt: TextAt,
  extend = false,
): Turn {
  const to = {
    row: Math.min(Math.max(sheet.at.row + rows, 0), size.rows - 1),
    column: Math.min(Math.max(sheet.at.column + columns, 0), size.columns - 1),
  }
  return goTo(sheet, to, textAt, extend)
}

/** Along the row and on to the next one; at either end of the grid what is typed is taken and the key leaves the grid. */
function along(sheet: Sheet, by: 1 | -1, size: Size, textAt: TextAt): Turn {
  const next = sheet.at.row * size.columns + sheet.at.column + by
  if (next < 0 || next >= size.rows * size.columns) return { ...settle(sheet, textAt), used: false }
  return goTo(sheet, { row: Math.floor(next / size.columns), column: next % size.columns }, textAt)
}

/** The selected range as a spreadsheet takes it: plain numbers, an ASCII minus, no grouping; tabs between cells, lines between rows. */
export function copied(sheet: Sheet, textAt: TextAt): string {
  const rows = new Map<number, string[]>()
  for (const place of selected(sheet)) {
    rows.set(place.row, [...(rows.get(place.row) ?? []), plain(textAt(place))])
  }
  return [...rows.values()].map((cells) => cells.join('\t')).join('\n')
}

function plain(text: string): string {
  return text
    .replaceAll('−', '-')
    .replace(/^[-+]?\d{1,3}(?:,\d{3})+(?=\.|%|$)/, (grouped) => grouped.replaceAll(',', ''))
}
