import { describe, expect, it } from 'vitest'
import { reportingDays } from '@/domain/work/reportingDays'
import { REPORTING } from '@/domain/work/todo'
import { scheduleOf } from '../../fixtures/sixProjects'

describe('the days by which checkpoints are to be submitted', () => {
  it('are ten days after each that somebody set, in the order of the year, with how many did', () => {
    expect(REPORTING.within).toBe(10)
    expect(
      reportingDays([
        scheduleOf({ '03': null, '10': '80', '12': '100' }),
        scheduleOf({ '03': null, '06': '0', '10': '90', '12': null }),
      ]),
    ).toEqual([
      { checkpoint: '2020-06-30', due: '2020-07-10', projects: 1 },
      { checkpoint: '2020-10-31', due: '2020-11-10', projects: 2 },
      { checkpoint: '2020-12-31', due: '2021-01-10', projects: 1 },
    ])
  })

  it('are none where nobody set any', () => {
    expect(reportingDays([scheduleOf({ '03': null }), []])).toEqual([])
  })
})
