import { describe, expect, it } from 'vitest'
import { cameMeanwhile, stands } from '@/domain/desk/meanwhile'
import type { CellValue } from '@/domain/desk/entryGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { staysAfter } from '@/domain/desk/undone'
import type { CellPlace } from '@/domain/desk/verbs'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { MEDICAL } from '../../fixtures/entryProjects'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, DECEMBER, inWan, JUNE, OCTOBER, pay, total, voidOf, wan } from '../build'

const ledgerOf = (entries: readonly Entry[]) => addEntries(emptyLedger(PLAN_ID), entries).ledger
const basis = (entries: readonly Entry[]) => ({
  ledger: ledgerOf(entries),
  preset: HEBEI,
  today: DECEMBER,
})
const { rows } = projectDesk(MEDICAL, 2020, ledgerOf([]), DECEMBER, HEBEI).grid
const cell = (row: number, day = OCTOBER): CellPlace => ({ project: MEDICAL, row: rows[row]!, day })
const money = (text: string): CellValue => ({ kind: 'amount', amount: wan(text) })
const rate = (text: string): CellValue => ({ kind: 'actual', value: { kind: 'text', text } })
const by = (author: string) => ({ author })

const SPENT = total(MEDICAL.id, OCTOBER, '400')
const VALUE = actual(`${MEDICAL.id}/4`, OCTOBER, '96')

/** What is asked when a cell is entered though these entries came after typing into it began. */
function asked(
  place: CellPlace,
  before: readonly Entry[],
  came: readonly Entry[],
  entered: CellValue,
): string {
  const meanwhile = cameMeanwhile(basis([...before, ...came]), place, stands(basis(before), place), entered)
  if (!meanwhile) return 'nothing'
  const { value, by: whose } = meanwhile
  const now =
    value === null ? 'empty' : value.kind === 'amount' ? inWan(value.amount) : JSON.stringify(value.value)
  return `${now} ${whose ? `${whose.author}${whose.void ? ' void' : ''}` : 'nobody'}`
}

describe('what comes into a cell while it is being typed into is asked about', () => {
  it.each([
    ['nothing came', [SPENT], [], 'nothing'],
    ['another total', [SPENT], [total(MEDICAL.id, OCTOBER, '500', by('李明'))], '500 李明'],
    ['a first total', [], [total(MEDICAL.id, OCTOBER, '500', by('李明'))], '500 李明'],
    ['a payment of its period', [], [pay(MEDICAL.id, '2020-09-01', '20', by('李明'))], '20 李明'],
    ['what is being entered', [SPENT], [total(MEDICAL.id, OCTOBER, '600', by('李明'))], 'nothing'],
    ['the same total once more', [SPENT], [total(MEDICAL.id, OCTOBER, '400', by('李明'))], 'nothing'],
    ['a void', [SPENT], [voidOf(SPENT)], 'empty 张三 void'],
    ['a void that nobody may say', [SPENT], [voidOf(SPENT, by('李明'))], 'nothing'],
    ['a total of an earlier checkpoint', [SPENT], [total(MEDICAL.id, JUNE, '300', by('李明'))], 'nothing'],
    ['a payment under the statement', [SPENT], [pay(MEDICAL.id, '2020-09-01', '20')], 'nothing'],
    ['one by oneself, in another tab', [SPENT], [total(MEDICAL.id, OCTOBER, '500')], '500 张三'],
  ] as const)('%s', (_, before, came, wanted) => {
    expect(asked(cell(0), before, came, money('600'))).toBe(wanted)
  })

  it('a total that another day moved belongs to nobody’s entry here', () => {
    const paid = pay(MEDICAL.id, '2020-09-01', '20')
    expect(asked(cell(0), [paid], [total(MEDICAL.id, JUNE, '300')], money('600'))).toBe('320 nobody')
  })

  it.each([
    [
      'another value',
      [actual(`${MEDICAL.id}/4`, OCTOBER, '91', by('李明'))],
      '{"kind":"text","text":"91"} 李明',
    ],
    ['the same value', [actual(`${MEDICAL.id}/4`, OCTOBER, '96', by('李明'))], 'nothing'],
    ['a value of another indicator', [actual(`${MEDICAL.id}/5`, OCTOBER, '91')], 'nothing'],
    ['a void', [voidOf(VALUE)], 'empty 张三 void'],
  ] as const)('in an indicator: %s', (_, came, wanted) => {
    expect(asked(cell(4), [VALUE], came, rate('99'))).toBe(wanted)
  })
})

describe('a step taken back that moves nothing', () => {
  const mine = total(MEDICAL.id, OCTOBER, '400')
  const theirs = total(MEDICAL.id, OCTOBER, '500')
  const left = (step: readonly Entry[], before: readonly Entry[], came: readonly Entry[]) =>
    staysAfter({ preset: HEBEI, today: DECEMBER }, MEDICAL, step, {
      before: ledgerOf(before),
      after: ledgerOf([...before, ...came]),
    }).map(
      ({ row, day, value, entry }) =>
        `${row.key} ${day} ${value?.kind === 'amount' ? inWan(value.amount) : JSON.stringify(value)} ${entry?.id === theirs.id ? 'theirs' : (entry?.author ?? '-')}`,
    )

  it('names what stands and the entry that covers it', () => {
    expect(left([mine], [mine, theirs], [voidOf(mine)])).toEqual([`spending ${OCTOBER} 500 theirs`])
  })

  it('says nothing of what it moved', () => {
    expect(left([theirs], [mine, theirs], [voidOf(theirs)])).toEqual([])
    expect(left([mine], [mine], [voidOf(mine)])).toEqual([])
  })

  it('goes by each place of a step, and by what a void names', () => {
    const other = actual(`${MEDICAL.id}/4`, OCTOBER, '91')
    const newer = actual(`${MEDICAL.id}/4`, OCTOBER, '97')
    const gone = [voidOf(mine), voidOf(other)]
    const [value] = left([mine, other], [mine, other, newer], gone)
    expect(value).toContain('"97"')
    expect(left([mine, other], [mine, other, newer], gone)).toHaveLength(1)
    const undone = voidOf(mine)
    expect(left([undone], [mine, theirs, undone], [voidOf(undone)])).toEqual([
      `spending ${OCTOBER} 500 theirs`,
    ])
  })
})
