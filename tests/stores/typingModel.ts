/** A place in the grid, from 0. */
export interface At {
  readonly row: number
  readonly column: number
}

type Texts = ReadonlyMap<string, string>
type Change = readonly (readonly [cell: string, before: string | null, after: string | null])[]

interface Page {
  readonly cells: Map<string, string>
  readonly done: Change[]
  readonly undone: Change[]
}

/** Numbers that come out the same for one seed, 0 ≤ x < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One thing somebody does at the grid. */
export type Action =
  | { readonly kind: 'click'; readonly at: At; readonly shift: boolean }
  | { readonly kind: 'type' | 'retype'; readonly text: string }
  | { readonly kind: 'key'; readonly key: string; readonly shift: boolean; readonly command: boolean }
  | { readonly kind: 'paste'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'go'; readonly project: number }

const KEYS = ['Enter', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Escape', 'F2', 'Delete']
const COMMANDS = ['z', 'z', 'y', 'd', 'Home', 'End']

/** Draws what is done next where one is; figures are ones that no door asks about, so they rise from column to column: a total that falls is asked about. */
export function draw(
  random: () => number,
  size: { rows: number; columns: number; projects: number },
  here: number,
): Action {
  const below = (end: number) => Math.floor(random() * end)
  const figure = (column = here) => {
    const least = 2 + 2 * column
    return random() < 0.5 ? String(least + below(2)) : (least + below(199) / 100).toFixed(2)
  }
  const at = () => ({ row: below(size.rows), column: below(size.columns) })
  const turn = random()
  if (turn < 0.2) return { kind: 'click', at: at(), shift: random() < 0.15 }
  if (turn < 0.5) return { kind: 'type', text: figure() }
  if (turn < 0.55) return { kind: 'retype', text: figure() }
  if (turn < 0.78)
    return { kind: 'key', key: KEYS[below(KEYS.length)] ?? 'Enter', shift: random() < 0.15, command: false }
  if (turn < 0.9)
    return { kind: 'key', key: COMMANDS[below(COMMANDS.length)] ?? 'z', shift: false, command: true }
  if (turn < 0.95) {
    const [rows, columns] = [1 + below(2), 1 + below(2)]
    return {
      kind: 'paste',
      rows: Array.from({ length: rows }, () =>
        Array.from({ length: columns }, (_, index) => figure(here + index)),
      ),
    }
  }
  return { kind: 'go', project: 1 + below(size.projects) }
}

/**
 * A plain spreadsheet with a sheet for each project, written from what people know of spreadsheets and not from the product: a cell has a text or none,
 * what is typed replaces, F2 edits, arrows commit and move, every commit, fill, paste and emptying is one step that can be undone.
 */
export class TypingModel {
  project = 1
  at: At = { row: 0, column: 0 }
  anchor: At = { row: 0, column: 0 }
  mode: 'ready' | 'enter' | 'edit' = 'ready'
  text = ''
  private readonly pages = new Map<number, Page>()

  constructor(readonly size: { readonly rows: number; readonly columns: number }) {}

  private get page(): Page {
    const page = this.pages.get(this.project) ?? { cells: new Map(), done: [], undone: [] }
    this.pages.set(this.project, page)
    return page
  }

  /** What the cells of a project hold, by `row:column`. */
  cells(project = this.project): Texts {
    return this.pages.get(project)?.cells ?? new Map()
  }

  private shown(at: At): string {
    return this.cells().get(`${at.row}:${at.column}`) ?? ''
  }

  private range(): At[] {
    const [top, bottom] = [Math.min(this.at.row, this.anchor.row), Math.max(this.at.row, this.anchor.row)]
    const [left, right] = [
      Math.min(this.at.column, this.anchor.column),
      Math.max(this.at.column, this.anchor.column),
    ]
    const cells: At[] = []
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) cells.push({ row, column })
    return cells
  }

  /** An amount stands with two places at least; a rate as it was typed. */
  private static written({ row }: At, text: string): string {
    if (row > 0) return text
    const places = Math.max(2, /\.(\d+)/.exec(text)?.[1]?.length ?? 0)
    return Number(text).toFixed(places)
  }

  private step(puts: readonly (readonly [At, string | null])[]): void {
    const { cells, done, undone } = this.page
    const last = new Map(puts.map(([at, text]) => [`${at.row}:${at.column}`, [at, text] as const]))
    const change: Change = [...last].flatMap(([key, [at, text]]) => {
      const [before, after] = [cells.get(key) ?? null, text === null ? null : TypingModel.written(at, text)]
      const same = at.row === 0 && before !== null && after !== null && Number(before) === Number(after)
      return same || before === after ? [] : [[key, before, after] as const]
    })
    if (change.length === 0) return
    for (const [key, , after] of change)
      if (after === null) cells.delete(key)
      else cells.set(key, after)
    done.push(change)
    undone.length = 0
  }

  private turn(from: 'done' | 'undone'): void {
    const { cells, done, undone } = this.page
    const change = (from === 'done' ? done : undone).pop()
    if (!change) return
    for (const [key, before, after] of change) {
      const text = from === 'done' ? before : after
      if (text === null) cells.delete(key)
      else cells.set(key, text)
    }
    ;(from === 'done' ? undone : done).push(change)
  }

  /** Whether emptying would take something away, and so asks for a reason. */
  get asksReason(): boolean {
    return this.range().some((at) => this.shown(at) !== '')
  }

  /** Whether filling down would change more than one cell, a value that stands among them: it is shown first. */
  get fillAsks(): boolean {
    const puts = this.fillPuts()
    const changed = puts.filter(([to, text]) => this.shown(to) !== '' && this.shown(to) !== text)
    return puts.length > 1 && changed.length > 0
  }

  private fillPuts(): (readonly [At, string])[] {
    const cells = this.range()
    const top = Math.min(...cells.map(({ row }) => row))
    const single = cells.every(({ row }) => row === top)
    return cells
      .filter(({ row }) => (single ? row > 0 : row > top))
      .map((to) => [to, this.shown({ row: single ? to.row - 1 : top, column: to.column })] as const)
      .filter(([, text]) => text !== '')
  }

  private commit(): void {
    if (this.mode !== 'ready' && this.text !== this.shown(this.at)) this.step([[this.at, this.text]])
    this.mode = 'ready'
    this.text = ''
  }

  private move(to: At, extend = false): void {
    this.commit()
    this.at = to
    if (!extend) this.anchor = to
  }

  private by(rows: number, columns: number, extend: boolean): void {
    const row = Math.min(Math.max(this.at.row + rows, 0), this.size.rows - 1)
    const column = Math.min(Math.max(this.at.column + columns, 0), this.size.columns - 1)
    this.move({ row, column }, extend)
  }

  /** Whether an action can be done where one is: a click into the cell being typed moves the caret, Tab at either end leaves the grid, arrows move the caret of what is edited. */
  possible(action: Action): boolean {
    if (action.kind === 'paste')
      return (
        this.mode === 'ready' &&
        this.at.row + action.rows.length <= this.size.rows &&
        this.at.column + (action.rows[0]?.length ?? 0) <= this.size.columns
      )
    if (action.kind === 'click')
      return this.mode === 'ready' || action.at.row !== this.at.row || action.at.column !== this.at.column
    if (action.kind === 'retype') return this.mode === 'edit'
    if (action.kind === 'type') return this.mode === 'ready'
    if (action.kind !== 'key') return true
    if (action.command) return this.mode === 'ready'
    if (action.key === 'Delete') return this.mode === 'ready'
    if (action.key.startsWith('Arrow'))
      return this.mode !== 'edit' && (this.mode === 'ready' || !action.shift)
    if (action.key !== 'Tab') return true
    const next = this.at.row * this.size.columns + this.at.column + (action.shift ? -1 : 1)
    return next >= 0 && next < this.size.rows * this.size.columns
  }

  act(action: Action): void {
    switch (action.kind) {
      case 'click':
        return this.move(action.at, action.shift)
      case 'type':
        this.anchor = this.at
        this.mode = 'enter'
        this.text = action.text
        return
      case 'retype':
        this.text = action.text
        return
      case 'paste':
        return this.step(
          action.rows.flatMap((cells, row) =>
            cells.map(
              (text, column) => [{ row: this.at.row + row, column: this.at.column + column }, text] as const,
            ),
          ),
        )
      case 'go':
        this.commit()
        this.project = action.project
        this.at = this.anchor = { row: 0, column: 0 }
        return
      case 'key':
        return action.command ? this.command(action.key) : this.key(action.key, action.shift)
    }
  }

  private key(key: string, shift: boolean): void {
    const extend = shift && this.mode === 'ready'
    switch (key) {
      case 'Enter':
        return this.by(shift ? -1 : 1, 0, false)
      case 'Tab': {
        const next = this.at.row * this.size.columns + this.at.column + (shift ? -1 : 1)
        return this.move({ row: Math.floor(next / this.size.columns), column: next % this.size.columns })
      }
      case 'ArrowUp':
        return this.by(-1, 0, extend)
      case 'ArrowDown':
        return this.by(1, 0, extend)
      case 'ArrowLeft':
        return this.by(0, -1, extend)
      case 'ArrowRight':
        return this.by(0, 1, extend)
      case 'Escape':
        this.mode = 'ready'
        this.text = ''
        this.anchor = this.at
        return
      case 'F2':
        if (this.mode === 'ready') this.text = this.shown(this.at)
        this.mode = 'edit'
        this.anchor = this.at
        return
      case 'Delete':
        return this.step(this.range().map((at) => [at, null] as const))
    }
  }

  private command(key: string): void {
    switch (key) {
      case 'z':
        return this.turn('done')
      case 'y':
        return this.turn('undone')
      case 'Home':
        return this.move({ row: 0, column: 0 })
      case 'End':
        return this.move({ row: this.size.rows - 1, column: this.size.columns - 1 })
      case 'd':
        return this.step(this.fillPuts())
    }
  }
}
