import { expect, it } from 'vitest'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { roundIn } from '@/domain/work/round'
import { roundRow } from '@/views/round/roundRows'
import { DECEMBER, OCTOBER, step } from '../../domain/build'
import { boardOf, PUBLISHED } from '../../format/board'

const P = `${PUBLISHED.id}/5`

it('says of an earlier checkpoint, in its own column, that it was passed with the current one', () => {
  const entries = [step('submit', P, OCTOBER), step('submit', P, DECEMBER), step('accept', P, DECEMBER)]
  const { ledger } = addEntries(emptyLedger(PUBLISHED.id), entries)
  const status = boardOf(entries, DECEMBER).projects[4]
  if (!status) throw new Error('there is no fifth project')
  const rounds = [OCTOBER, DECEMBER].map((day) => ({ day, round: roundIn(ledger, P, day), awaiting: null }))
  const cells = roundRow(status, null, rounds, DECEMBER).cells
  expect(cells.map(({ word, passed }) => [word, passed])).toEqual([
    ['已通过', '随12月底通过并关闭'],
    ['已通过', ''],
  ])
})
