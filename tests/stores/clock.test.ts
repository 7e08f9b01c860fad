import { describe, expect, it } from 'vitest'
import { useBoard } from '@/stores/board'
import { useClock } from '@/stores/clock'
import { atWork } from './atWork'

describe('today moves', () => {
  it('opens the running year at today, whenever the last entry is from, and at the new day past midnight', async () => {
    const { pinia, desk, moveTo } = await atWork('2020-07-02T02:00:00.000Z')
    const board = useBoard(pinia)
    desk.open(1)
    await desk.pay({ day: '2020-03-05', amount: '100', memo: '', voucher: '', covered: '', confirmed: '' })
    expect(board.asOf).toBe('2020-07-02')
    expect(desk.grid?.columns.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'future', 'future'])
    await moveTo('2020-10-31T15:59:59.000Z')
    expect(board.asOf).toBe('2020-10-31')
    await moveTo('2020-12-31T16:00:01.000Z')
    expect([useClock(pinia).today, board.asOf]).toEqual(['2021-01-01', '2020-12-31'])
    expect(desk.grid?.columns.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open'])
  })

  it('opens a coming year at its 1 January', async () => {
    const { pinia } = await atWork('2019-11-02T02:00:00.000Z')
    expect(useBoard(pinia).asOf).toBe('2020-01-01')
  })
})
