import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { pastTexts } from '@/views/project/pastText'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, day, JUNE, MARCH, OCTOBER, split } from '../../domain/build'
import { boardOf } from '../../format/board'

const I = `${PLAN_ID}/3/1`

function past(entries: readonly Entry[], id = I) {
  const statuses = [MARCH, JUNE, OCTOBER].map((asOf) => boardOf(entries, asOf).projects[2]!)
  return pastTexts(statuses)
    .get(id)
    ?.map(({ day: at, text, word, value }) => [at, text, word, value?.toFixed() ?? null])
}

describe('how an indicator stood before', () => {
  it('has no past where nobody reported', () => {
    expect(past([])).toBeUndefined()
  })

  it('says unreported where it was due, nothing where nothing was, and 沿用 where a value was carried', () => {
    expect(past([actual(I, OCTOBER, '92')])).toEqual([
      ['6月底', '未填报', '未填报', null],
      ['10月底', '92%', '达标', '92'],
    ])
    expect(past([actual(I, JUNE, '80')])).toEqual([
      ['6月底', '80%', '接近', '80'],
      ['10月底', '80% 沿用', '接近', '80'],
    ])
  })

  it('shows a value given before anything was due', () => {
    expect(past([actual(I, day('2020-03-20'), '91')])?.[0]?.slice(0, 2)).toEqual(['3月底', '91%'])
  })

  it('draws no single value of an indicator in parts', () => {
    const parts = split(I, '2020-05-01', [{ name: '甲' }, { name: '乙' }])
    const said = ['m1', 'm2'].map((measure) => actual(I, JUNE, '92', { measure }))
    expect(past([parts, ...said])?.at(-1)).toEqual(['10月底', expect.stringContaining('92%'), '达标', null])
  })
})
