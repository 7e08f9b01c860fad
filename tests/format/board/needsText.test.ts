import { describe, expect, it } from 'vitest'
import { worstFirst } from '@/domain/status/worstFirst'
import { needsText } from '@/format/board/needsText'
import type { Entry } from '@/domain/ledger/entry'
import type { Day } from '@/domain/time/day'
import { DECEMBER, explain, OCTOBER, pay } from '../../domain/build'
import { boardOf, PUBLISHED, read } from '../board'

const P = PUBLISHED.id
const needs = (entries: readonly Entry[], asOf: Day = OCTOBER) =>
  needsText(worstFirst(boardOf(entries, asOf).projects), () => null, 'wan')
const paid = ['3300', '760', '52', '8.5', '469', ''].flatMap((sum, index) =>
  sum ? [pay(`${P}/${index + 1}`, '2020-06-01', sum)] : [],
)

describe('what the next checkpoint needs', () => {
  it('adds up amounts; what is unreported stands with its whole plan and is said', () => {
    const { sentence, rows } = needs(paid)
    expect(sentence).toBe(
      '到12月底，5 个项目合计还需支出 1,991.01 万元；其中 1 个支出未填报，按计划全额列出。',
    )
    const total = rows.reduce((sum, { left }) => sum.plus(read(left)), read('0'))
    expect(total.toFixed(2)).toBe('1991.01')
    expect(rows.find(({ position }) => position === 5)).toMatchObject({ left: '0.00', perMonth: '已达到' })
    expect(rows.find(({ position }) => position === 6)).toMatchObject({ soFar: '未填报', who: '未指定' })
  })

  it('says why each late one is late', () => {
    const { rows } = needs([...paid, explain(`${P}/3`, OCTOBER)])
    expect(rows.find(({ position }) => position === 3)?.why).toBe('经费保障：申报材料不全')
    expect(rows.find(({ position }) => position === 5)?.why).toBe('—')
  })

  it('has nothing after the last checkpoint', () => {
    expect(needs(paid, DECEMBER)).toEqual({
      sentence: '此后本年没有计划节点。',
      rows: [],
    })
  })
})
