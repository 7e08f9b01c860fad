import { describe, expect, it } from 'vitest'
import { overtaken } from '@/domain/desk/overtaken'
import type { Entry } from '@/domain/ledger/entry'
import { UNPLACED } from '@/domain/ledger/receipts'
import { actual, day, split, total, voidOf } from '../build'

const INDICATOR = 'p/1/1'
const at = (minute: number) => `2020-07-01T08:${String(minute).padStart(2, '0')}:00.000Z`
const value = (text: string, minute: number, over: Partial<Entry> = {}): Entry =>
  ({ ...actual(INDICATOR, '2020-06-30', text, { recordedAt: at(minute) }), account: 'a', ...over }) as Entry
const stated = (amount: string, minute: number): Entry => ({
  ...total('p/1', '2020-06-30', amount, { recordedAt: at(minute) }),
  account: 'a',
})

const taken = (...entries: Entry[]) =>
  UNPLACED.withAll(entries.map(({ id }, index) => [id, index + 1] as const))

describe('what came later and was written earlier', () => {
  const standing = value('95.5%', 10)
  const lost = value('94.4%', 5)

  it.each<[string, Entry, readonly Entry[], readonly Entry[], Entry | null]>([
    ['is said', standing, [lost], [standing, lost], lost],
    ['also while it waits to be sent', standing, [lost], [standing], lost],
    ['the last of them', standing, [value('93%', 4), lost], [standing], lost],
    ['not what stood before and was replaced', standing, [lost], [lost, standing], null],
    ['not while nothing was taken', standing, [lost], [], null],
    ['not what says the same', standing, [value('95.5%', 5)], [standing], null],
    ['not what was voided', standing, [lost, voidOf(lost)], [standing], null],
    [
      'not another person’s, which is a conflict',
      standing,
      [value('94.4%', 5, { account: 'b' })],
      [standing],
      null,
    ],
    [
      'not of another day',
      standing,
      [value('94.4%', 5, { effectiveOn: day('2020-06-29') })],
      [standing],
      null,
    ],
    ['not of another indicator', standing, [value('94.4%', 5, { subject: 'p/1/2' })], [standing], null],
    ['not of another part', standing, [{ ...value('94.4%', 5), measure: 'm' } as Entry], [standing], null],
    ['not what is written later', standing, [value('94.4%', 15)], [standing], null],
    [
      'not of another kind',
      standing,
      [{ ...split(INDICATOR, '2020-06-30', [], { recordedAt: at(5) }), account: 'a' }],
      [standing],
      null,
    ],
  ])('%s', (_, stands, others, placed, expected) => {
    expect(overtaken(stands, [stands, ...others], taken(...placed))).toBe(expected)
  })

  it('of totals too', () => {
    const [stands, earlier] = [stated('50', 10), stated('40', 5)]
    expect(overtaken(stands, [stands, earlier], taken(stands, earlier))).toBe(earlier)
    expect(overtaken(stands, [stands, stated('50', 5)], taken(stands))).toBeNull()
  })
})
