import { describe, expect, it } from 'vitest'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { recordingFor } from '@/domain/ledger/recording'
import type { Day } from '@/domain/time/day'
import { serviceClock } from '@/storage/service/serviceClock'
import type { Clock } from '@/storage/world'
import { payment, PLAN } from '../entries'

const HOUR = 3_600_000
const START = Date.parse('2020-11-05T02:00:00.000Z')

/** A machine whose clock is off by some ms, in a world whose true time is set by hand. */
function machine(off: number, time: { now: number }, text: string | null = null) {
  let kept = text
  const now = () => new Date(time.now + off).toISOString()
  const dayOf = (moment: string) => moment.slice(0, 10) as Day
  const plain: Clock = {
    now,
    dayOf,
    today: () => dayOf(now()),
    endOfDay: (day) => day,
    ticks: () => () => {},
  }
  const own = serviceClock(plain, { read: () => kept, write: (next) => ((kept = next), true) })
  return {
    ...own,
    kept: () => kept,
    asks: () => {
      const asked = now()
      const told = new Date(time.now).toISOString()
      own.measured({ asked, answered: now(), told })
    },
  }
}

describe('the clock behind a shared service', () => {
  it.each([
    ['slow', -30 * HOUR],
    ['a little slow', -216_000],
    ['fast', 2 * HOUR],
  ])('puts a %s machine right, also on another visit without the line', (_, off) => {
    const time = { now: START }
    const first = machine(off, time)
    first.asks()
    expect(first.clock.now()).toBe('2020-11-05T02:00:00.000Z')
    expect(first.clock.today()).toBe('2020-11-05')
    expect(machine(off, time, first.kept()).clock.now()).toBe('2020-11-05T02:00:00.000Z')
  })

  it('lets what is typed later on a slow machine without the line be later than what another wrote before', () => {
    const time = { now: START }
    const [right, slow] = [machine(0, time), machine(-30 * HOUR, time)]
    slow.asks()
    time.now += HOUR
    const earlier = recordingFor(emptyLedger(PLAN), [PLAN], right.clock.now()).recordedAt
    time.now += HOUR
    const later = recordingFor(emptyLedger(PLAN), [PLAN], slow.clock.now()).recordedAt
    expect(later > earlier).toBe(true)
    const { ledger } = addEntries(emptyLedger(PLAN), [payment({ recordedAt: later })])
    expect(recordingFor(ledger, [PLAN], right.clock.now()).behind).toBeNull()
  })

  it('keeps nothing of a machine that goes right, and reads nonsense as nothing', () => {
    const time = { now: START }
    const own = machine(0, time)
    own.asks()
    expect(own.kept()).toBeNull()
    expect(machine(0, time, '甲').clock.now()).toBe('2020-11-05T02:00:00.000Z')
  })
})
