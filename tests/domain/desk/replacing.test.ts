import { describe, expect, it } from 'vitest'
import type { EntryRow } from '@/domain/desk/entryGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { planPaste } from '@/domain/sheets/pastePlan'
import { applyPaste, pasteCellKey } from '@/domain/sheets/pasteStep'
import { saysTheSame, standingValue } from '@/domain/desk/replacing'
import { pasteText, placeInGrid } from '@/views/entry/paste/pasteText'
import { actual, day as on, pay, total } from '../build'
import { MEDICAL } from '../../fixtures/entryProjects'

const { ledger } = addEntries(emptyLedger('2020-323002'), [
  total(MEDICAL.id, '2020-06-30', '400'),
  pay(MEDICAL.id, '2020-09-01', '100'),
  actual(`${MEDICAL.id}/4`, '2020-06-30', '96'),
])
const desk = projectDesk(MEDICAL, 2020, ledger, on('2020-12-31'), HEBEI)
const held = (row: EntryRow | undefined, column: number) => (row ? standingValue(desk, row, column) : null)

function previewOf(text: string, answer?: 'clear') {
  const rows = text.split('\n').map((line) => line.split('\t'))
  const preview = planPaste({ rows, merged: [], underlying: [] }, desk.grid, { row: 0, column: 0 }, 'wan')
  const blanks = preview.cells.filter(({ outcome }) => outcome.kind === 'empty')
  const answers = new Map(answer ? blanks.map((cell) => [pasteCellKey(cell), answer] as const) : [])
  const standing = ({ row, column }: (typeof preview.cells)[number]) =>
    row === null || column === null ? null : held(desk.grid.rows[row], column)
  return {
    step: applyPaste(preview, answers),
    text: pasteText(preview, answers, [], placeInGrid(preview), standing),
  }
}

describe('what a cell holds of its own period', () => {
  const [spending, , , , fourth] = desk.grid.rows
  it.each([
    ['a statement of its day', spending, 1, '4000000'],
    ['payments after it', spending, 2, '5000000'],
    ['nothing before', spending, 0, null],
    ['nothing that is only carried on', spending, 3, null],
    ['a value', fourth, 1, '96'],
    ['no value of the checkpoint before', fourth, 2, null],
  ])('%s', (_, row, column, wanted) => {
    const value = held(row, column)
    const text =
      value === null
        ? null
        : value.kind === 'amount'
          ? value.amount.toFixed()
          : 'text' in value.value
            ? value.value.text
            : ''
    expect(text).toBe(wanted)
  })

  it('is the same by its figure, not by how it is written', () => {
    const total = held(spending, 1)
    expect(total && saysTheSame(total, { ...total })).toBe(true)
    const later = held(spending, 2)
    expect(total && later && saysTheSame(total, later)).toBe(false)
  })
})

describe('a block over saved cells', () => {
  it('says of each what stands and what would', () => {
    const { text } = previewOf('100\t400\t600\t700')
    expect(text.cells.map(({ now, after, change }) => [now, after, change])).toEqual([
      ['未填报', '100.00 万元', null],
      ['400.00 万元', '400.00 万元', 'same'],
      ['500.00 万元', '600.00 万元', 'changed'],
      ['未填报', '700.00 万元', null],
    ])
    expect(text.changed).toBe(1)
    expect(text.notes[0]).toBe('其中 1 格会改掉已录入的值，原值见“现在”一列')
  })

  it('leaves what a blank lies on, says so, and asks whether it is to be emptied', () => {
    const { text, step } = previewOf('100\t\t600\t700')
    const blank = text.cells.find(({ kind }) => kind === 'empty')
    expect(blank).toMatchObject({ now: '400.00 万元', after: '不变', change: null, answer: 'skip' })
    expect(blank?.choices.map(({ text: word }) => word)).toEqual(['保留现在的值', '清空'])
    expect(step).toMatchObject({ kind: 'step', clears: [] })
  })

  it('empties what was answered so, after the values', () => {
    const { text, step } = previewOf('100\t\t600\t700', 'clear')
    expect(step).toMatchObject({ kind: 'step', clears: [{ row: 0, column: 1 }] })
    expect(text.apply).toBe('录入 3 格，再清空 1 格')
    expect(previewOf('100\t', 'clear').text.apply).toBe('录入 1 格，再清空 1 格')
  })
})
