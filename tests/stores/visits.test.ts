import { describe, expect, it } from 'vitest'
import { useVisits } from '@/stores/visits'
import { atWork, PLAN } from './atWork'

const KEY = `jixiao-board.visit.${PLAN}.王芳`

describe('the last visit', () => {
  it.each([
    ['a later one takes its place', '2021-02-01T02:00:00.000Z', '2021-02-03T02:00:00.000Z'],
    [
      'a clock that has fallen behind moves it nowhere',
      '2021-02-05T02:00:00.000Z',
      '2021-02-05T02:00:00.000Z',
    ],
  ])('%s', async (_, last, kept) => {
    const { pinia, world } = await atWork('2021-02-03T02:00:00.000Z')
    world.setting(KEY).write(last)
    expect(useVisits(pinia).lastOf(PLAN)).toBe(last)
    expect(world.setting(KEY).read()).toBe(kept)
  })
})
