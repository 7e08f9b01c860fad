import { describe, expect, it } from 'vitest'
import { backupNeed } from '@/domain/work/backupAge'
import { day } from '../build'

const today = day('2020-06-30')

describe('when a backup is asked for', () => {
  it.each([
    ['nothing entered', null, 0, 'none'],
    ['never backed up', null, 1, 'never'],
    ['nothing new, however long ago', { on: day('2020-01-01'), entries: 5 }, 5, 'none'],
    ['one new, six days ago', { on: day('2020-06-24'), entries: 5 }, 6, 'none'],
    ['one new, seven days ago', { on: day('2020-06-23'), entries: 5 }, 6, 'old'],
    ['199 new today', { on: today, entries: 5 }, 204, 'none'],
    ['200 new today', { on: today, entries: 5 }, 205, 'old'],
  ] as const)('%s', (_, last, entries, kind) => {
    expect(backupNeed(last, entries, today).kind).toBe(kind)
  })
})
