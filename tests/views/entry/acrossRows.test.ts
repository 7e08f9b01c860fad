import { expect, it } from 'vitest'
import { acrossGrid } from '@/domain/desk/acrossGrid'
import { projectDesk } from '@/domain/desk/projectDesk'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { acrossRows } from '@/views/entry/acrossRows'
import { adjust, DECEMBER, OCTOBER } from '../../domain/build'
import { PUBLISHED } from '../../format/board'

it.each([
  [OCTOBER, '469.00'],
  [DECEMBER, '457.00'],
])('the budget beside the cells of %s is that of the day, as every other screen has it', (day, budget) => {
  const id = `${PUBLISHED.id}/5`
  const project = PUBLISHED.projects[4]
  if (!project) throw new Error('there is no fifth project')
  const { ledger } = addEntries(emptyLedger(PUBLISHED.id), [adjust(id, '2020-12-15', '-12')])
  const desk = projectDesk(project, 2020, ledger, DECEMBER, HEBEI)
  const rows = acrossRows(
    acrossGrid([desk], day),
    () => new Map(),
    () => null,
  )
  expect(rows.map(({ target }) => target)).toEqual([budget])
})
