import { describe, expect, it } from 'vitest'
import { keptAside } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { waitingText } from '@/format/scoring/concernText'
import { actual, lock } from '../../domain/build'
import { projectWith, reportedAll, signOff, summarise } from '../../domain/scoring/sheets'
import { PLAN_ID } from '../../fixtures/sixProjects'

const PROJECT = projectWith()
const P = PROJECT.id
const REPORTED = [...reportedAll(PROJECT), summarise(P)]
const waiting = (entries: readonly Entry[]) =>
  waitingText(keptAside(addEntries(emptyLedger(PLAN_ID), entries).ledger, P))

describe('what waits beside a signed sheet (domain.md §6)', () => {
  const covers = REPORTED.map(({ id }) => id)
  const signed = { ...signOff(P, { recordedAt: '2021-02-01T02:00:00.000Z' }), covers }
  const late = (id: number, on = '2020-12-30') =>
    actual(`${P}/${id}`, on, '91%', { author: '王芳', recordedAt: '2021-02-05T02:00:00.000Z' })

  it('is counted where the sign-off closes it', () => {
    expect(waiting([...REPORTED, signed])).toBe('')
    expect(waiting([...REPORTED, signed, late(1), late(2)])).toBe(
      '另有 2 条记录因已签认暂不计入，重开本年后再计入（台账中逐条标明）',
    )
  })

  it('is not what another closing keeps aside, nor anything where nobody signed', () => {
    const locked = { ...lock('2020-06-30', { covers: [] }), recordedAt: '2020-07-05T02:00:00.000Z' }
    expect(waiting([...REPORTED, locked, late(1, '2020-06-29')])).toBe('')
    expect(waiting([...REPORTED, late(1)])).toBe('')
  })
})
