import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/time/day'
import type { Entry, SpendingReason } from '@/domain/ledger/entry'
import { reasonLine } from '@/format/board/reasonText'
import { day, DECEMBER, JUNE, OCTOBER, pay, zero } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id
const reason = (on: string, over: Partial<SpendingReason> = {}): SpendingReason => ({
  ...zero(`${P}/5`, on),
  schema: 2,
  kind: 'spending-reason',
  category: 'funding',
  text: '申报材料不全',
  nextStep: '集中拨付',
  by: day('2020-11-30'),
  who: '李会计',
  ...over,
})
const line = (
  entries: readonly Entry[],
  asOf = OCTOBER,
  manager: string | null = '王芳',
  reached: Day = asOf,
) => {
  const status = boardOf(entries, asOf).projects[4]
  return status ? reasonLine(status, manager, 'wan', reached) : null
}

describe('the full line of a late row', () => {
  const late = pay(`${P}/5`, '2020-10-01', '215.6')

  it('has why, what next, who and by when', () => {
    expect(line([late, reason('2020-10-31')])).toEqual({
      stated: true,
      reason: '经费保障：申报材料不全',
      next: '集中拨付；到12月底每月需支 126.70（目前 21.56）',
      who: '李会计',
      by: '11月底',
      overdue: '',
    })
  })

  it('says that nobody said why, and who enters for the project', () => {
    expect(line([late])).toMatchObject({ stated: false, reason: '未说明原因', who: '王芳', by: '12月底' })
    expect(line([late], OCTOBER, null)).toMatchObject({ who: '' })
  })

  it('says of when an older reason is, and how long its day has passed as of the day', () => {
    expect(line([late, reason('2020-06-30', { by: day('2020-09-30') })])).toMatchObject({
      reason: '经费保障：申报材料不全（6月底说明）',
      overdue: '逾期 31 天',
    })
  })

  it('counts the days that have passed to today, where the day looked at is ahead', () => {
    const entries = [late, reason('2020-06-30', { by: day('2020-09-30') })]
    expect(line(entries, DECEMBER, null, OCTOBER)?.overdue).toBe('逾期 31 天')
    expect(line(entries, DECEMBER, null, day('2020-09-30'))?.overdue).toBe('')
  })

  it('is not there where spending is on plan, unreported or not due', () => {
    expect(line([pay(`${P}/5`, '2020-10-01', '375.2'), reason('2020-10-31')])).toBeNull()
    expect(line([], JUNE)).toBeNull()
  })

  it('takes the last reason on or before the day', () => {
    const [first, later] = [reason('2020-10-31'), reason('2020-10-31', { text: '已拨付一半' })]
    expect(line([late, later, first])?.reason).toBe('经费保障：已拨付一半')
    expect(line([pay(`${P}/5`, '2020-06-01', '20'), later], JUNE)?.reason).toBe('未说明原因')
  })
})
