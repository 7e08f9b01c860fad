import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  copied,
  edit,
  goTo,
  press,
  selected,
  settle,
  sheetAt,
  typed,
  type Place,
  type Sheet,
  type SheetAct,
  type Turn,
} from '@/views/entry/sheet'

const SIZE = { rows: 3, columns: 3 }
const at = (row: number, column: number): Place => ({ row, column })
const key = (name: string, held: { shift?: boolean; command?: boolean } = {}) => ({
  key: name,
  shift: held.shift ?? false,
  command: held.command ?? false,
})
const holding =
  (cells: Readonly<Record<string, string>>) =>
  ({ row, column }: Place) =>
    cells[`${row}:${column}`] ?? ''

/** Types letters as the editor tells them: the whole text after each one. */
function type(sheet: Sheet, text: string): Sheet {
  return [...text].reduce(
    (own, letter) => typed(own, own.mode === 'ready' ? letter : own.text + letter),
    sheet,
  )
}

describe('typing', () => {
  const cells = holding({ '0:0': '40', '1:0': '95%' })

  it.each([
    ['40 and 5', 0, '5'],
    ['95% and 8', 1, '8'],
  ])('replaces what stands there, never adds to it: %s', (_, row, text) => {
    const clicked = goTo(sheetAt(at(row, 0)), at(row, 0), cells).sheet
    expect(settle(type(clicked, text), cells).acts).toEqual([{ kind: 'commit', at: at(row, 0), text }])
  })

  it('F2 opens the text that stands there, and leaving it as it was commits nothing', () => {
    const open = press(sheetAt(at(0, 0)), key('F2'), SIZE, cells).sheet
    expect(open).toMatchObject({ mode: 'edit', text: '40' })
    expect(press(open, key('Enter'), SIZE, cells).acts).toEqual([])
    expect(press(typed(open, '40.01'), key('Enter'), SIZE, cells)).toMatchObject({
      acts: [{ kind: 'commit', text: '40.01' }],
      sheet: { at: at(1, 0), mode: 'ready' },
    })
  })

  it.each([
    ['ArrowDown', at(2, 1)],
    ['ArrowUp', at(0, 1)],
    ['ArrowLeft', at(1, 0)],
    ['ArrowRight', at(1, 2)],
    ['Enter', at(2, 1)],
    ['Tab', at(1, 2)],
  ])('%s commits and moves', (name, to) => {
    const turn = press(type(sheetAt(at(1, 1)), '7'), key(name), SIZE, cells)
    expect(turn).toMatchObject({
      acts: [{ kind: 'commit', at: at(1, 1), text: '7' }],
      sheet: { at: to },
      used: true,
    })
  })

  it('arrows move the caret while a text is edited', () => {
    const open = edit(sheetAt(at(0, 0)), cells)
    expect(press(open, key('ArrowLeft'), SIZE, cells)).toEqual({ sheet: open, acts: [], used: false })
  })

  it('Escape drops what is typed; on a ready cell it dismisses what is asked there', () => {
    expect(press(type(sheetAt(at(0, 0)), '7'), key('Escape'), SIZE, cells)).toMatchObject({
      acts: [],
      sheet: { mode: 'ready' },
    })
    expect(press(sheetAt(at(0, 0)), key('Escape'), SIZE, cells).acts).toEqual([
      { kind: 'dismiss', at: at(0, 0) },
    ])
  })

  it('a text taken away empties the cell; a blank one that was typed by mistake changes nothing', () => {
    expect(settle(typed(edit(sheetAt(at(0, 0)), cells), ''), cells).acts).toEqual([
      { kind: 'clear', cells: [at(0, 0)] },
    ])
    expect(settle(typed(sheetAt(at(2, 2)), ' '), cells).acts).toEqual([])
  })

  it('Tab leaves the grid at its ends, taking what is typed', () => {
    expect(press(type(sheetAt(at(2, 2)), '7'), key('Tab'), SIZE, cells)).toMatchObject({
      acts: [{ kind: 'commit' }],
      used: false,
    })
    expect(press(sheetAt(at(0, 0)), key('Tab', { shift: true }), SIZE, cells).used).toBe(false)
  })
})

describe('a range', () => {
  const cells = holding({ '0:0': '1,234.5', '0:1': '−5', '1:0': '92%' })
  const chosen = press(
    press(sheetAt(at(0, 0)), key('ArrowRight', { shift: true }), SIZE, cells).sheet,
    key('ArrowDown', { shift: true }),
    SIZE,
    cells,
  ).sheet

  it('grows with Shift and is copied as plain numbers with an ASCII minus', () => {
    expect(selected(chosen)).toEqual([at(0, 0), at(0, 1), at(1, 0), at(1, 1)])
    expect(copied(chosen, cells)).toBe('1234.5\t-5\n92%\t')
  })

  it('is emptied by Delete and filled down by Ctrl+D', () => {
    expect(press(chosen, key('Delete'), SIZE, cells).acts).toEqual([
      { kind: 'clear', cells: selected(chosen) },
    ])
    expect(press(chosen, key('d', { command: true }), SIZE, cells).acts).toEqual([
      { kind: 'fill', from: at(0, 0), to: at(1, 0) },
      { kind: 'fill', from: at(0, 1), to: at(1, 1) },
    ])
  })

  it('one cell is filled from the one above; the first row from nothing', () => {
    expect(press(sheetAt(at(1, 0)), key('d', { command: true }), SIZE, cells).acts).toEqual([
      { kind: 'fill', from: at(0, 0), to: at(1, 0) },
    ])
    expect(press(sheetAt(at(0, 0)), key('d', { command: true }), SIZE, cells).acts).toEqual([])
  })

  it('ends with the next letter, which goes into one cell', () => {
    expect(selected(type(chosen, '3'))).toEqual([at(1, 1)])
  })
})

/** A spreadsheet at its plainest: cells, a place, and the text being typed or `null`. */
class Plain {
  readonly cells: Record<string, string> = {}
  row = 0
  column = 0
  text: string | null = null
  editing = false

  get here(): string {
    return `${this.row}:${this.column}`
  }
  keep(): void {
    if (this.text !== null && this.text.trim() !== '') this.cells[this.here] = this.text
    else if (this.text !== null) delete this.cells[this.here]
    this.text = null
    this.editing = false
  }
  to(row: number, column: number): void {
    this.keep()
    this.row = Math.min(Math.max(row, 0), SIZE.rows - 1)
    this.column = Math.min(Math.max(column, 0), SIZE.columns - 1)
  }
}

const WAYS = fc.oneof(
  fc.record({ way: fc.constant('letters' as const), text: fc.stringMatching(/^[0-9]{1,2}$/) }),
  fc.record({
    way: fc.constant('key' as const),
    text: fc.constantFrom(
      'Enter',
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Escape',
      'F2',
      'Delete',
    ),
  }),
  fc.record({ way: fc.constant('click' as const), row: fc.nat(2), column: fc.nat(2) }),
)

describe('walks', () => {
  it('at random end as a plain spreadsheet ends', () => {
    fc.assert(
      fc.property(fc.array(WAYS, { minLength: 1, maxLength: 40 }), (walk) => {
        const kept: Record<string, string> = {}
        const textAt = holding(kept)
        let sheet = sheetAt(at(0, 0))
        const plain = new Plain()
        const take = (act: SheetAct) => {
          if (act.kind === 'commit') kept[`${act.at.row}:${act.at.column}`] = act.text
          if (act.kind === 'clear') for (const { row, column } of act.cells) delete kept[`${row}:${column}`]
        }
        const turn = (own: Turn) => {
          own.acts.forEach(take)
          ;({ sheet } = own)
        }
        for (const own of walk) {
          if (own.way === 'letters') {
            sheet = type(sheet, own.text)
            plain.text = (plain.text ?? '') + own.text
          } else if (own.way === 'click') {
            turn(goTo(sheet, at(own.row, own.column), textAt))
            plain.to(own.row, own.column)
          } else {
            turn(press(sheet, key(own.text), SIZE, textAt))
            pressed(plain, own.text)
          }
        }
        turn(settle(sheet, textAt))
        plain.keep()
        expect(kept).toEqual(plain.cells)
        expect(sheet.at).toEqual(at(plain.row, plain.column))
      }),
      { numRuns: 2000, seed: 12 },
    )
  })
})

function pressed(plain: Plain, name: string): void {
  if (name === 'Escape') {
    plain.text = null
    plain.editing = false
  } else if (name === 'F2') {
    plain.text ??= plain.cells[plain.here] ?? ''
    plain.editing = true
  } else if (name === 'Delete') {
    if (plain.text === null) delete plain.cells[plain.here]
  } else if (name === 'Enter') plain.to(plain.row + 1, plain.column)
  else if (!plain.editing) {
    const [rows, columns] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[
      name
    ] ?? [0, 0]
    plain.to(plain.row + (rows ?? 0), plain.column + (columns ?? 0))
  }
}
