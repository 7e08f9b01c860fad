import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { compareDepartments } from '@/domain/status/compare'
import { comparePhrase, rowChanges } from '@/format/board/compareText'
import { phraseText } from '@/format/phrase'
import { actual, adjust, day, JUNE, MARCH, OCTOBER, pay } from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id
const all = (amounts: readonly string[], on: string) =>
  amounts.map((amount, index) => pay(`${P}/${index + 1}`, on, amount))
const said = (entries: readonly Entry[], before = JUNE) =>
  phraseText(comparePhrase(compareDepartments(boardOf(entries, before), boardOf(entries, OCTOBER)), 'wan'))

describe('what changed since another day, in a sentence', () => {
  it('says amounts, rate, gap, turns and counts', () => {
    const entries = [
      ...all(['2413', '552', '31', '6', '281', '540'], '2020-06-01'),
      ...all(['800', '180', '21', '2', '0.4', '320'], '2020-09-01'),
      actual(`${P}/1/2`, '2020-06-30', '90%'),
      actual(`${P}/1/2`, '2020-10-31', '99%'),
    ]
    expect(said(entries)).toBe(
      '较6月底：支出 +1,323.40，执行率 +20.1 个百分点；按6月底计划差 9.47，10月底到期后差 118.51；项目转好 1 个、转差 4 个；指标达标 +1、未达标 −1。',
    )
  })

  it('names the checkpoints where they are not the same, and counts lights of the checkpoint alone apart', () => {
    const held = all(['2500', '552', '40', '6', '282', '540'], '2020-06-01')
    const text = '支出没有增加；按6月底计划超 87.54，10月底到期后差 1,344.91；项目因节点到期改判 6 个。'
    expect(said(held)).toBe(`较6月底：${text}`)
    expect(said(held, day('2020-10-30'))).toBe(`较10月30日：${text}`)
  })

  it.each([
    [['2500', '552', '40', '6', '282', '540'], ['-100'], '由超 87.54 转为差 12.47'],
    [['2413.86', '552', '40', '6', '281.4', '539.205'], ['1'], '由与计划持平转为超 1.00'],
    [['2413.86', '552', '40', '6', '281.4', '540.205'], ['-1'], '由超 1.00 转为与计划持平'],
    [['2413.86', '552', '40', '6', '281.4', '539.205'], ['1', '-1'], '仍与计划持平'],
    [['2413.86', '552', '40', '6', '281.4', '538.205'], ['1', '-1'], '仍差 1.00'],
    [['2413.86', '552', '40', '6', '281.4', '540.205'], ['1'], '超出由 1.00 扩大到 2.00（+1.00）'],
  ] as const)('by one checkpoint, %s and %s: %s', (first, later, expected) => {
    const entries = [...all(first, '2020-06-01'), ...all(later, '2020-07-10')]
    const at = (on: string) => boardOf(entries, day(on))
    const change = compareDepartments(at('2020-07-01'), at('2020-08-01'))
    expect(phraseText(comparePhrase(change, 'wan'))).toContain(`；${expected}`)
  })

  it('says that nothing changed, and what hinders', () => {
    expect(said([])).toBe('较6月底：没有变化。')
    expect(said([pay(`${P}/3`, '2020-07-01', '64')])).toContain(
      '6月底有 6 个项目未填报。10月底有 5 个项目未填报。',
    )
    expect(said([pay(`${P}/3`, '2020-02-01', '5'), adjust(`${P}/3`, '2020-05-01', '1')], MARCH)).toContain(
      '3月底尚无到期的计划节点，差额无从对比。',
    )
  })
})

describe('a row beside another day', () => {
  it('has what was added, and 首次填报 where nothing was said then', () => {
    const entries = [
      pay(`${P}/3`, '2020-06-01', '31'),
      pay(`${P}/3`, '2020-09-01', '21'),
      pay(`${P}/4`, '2020-09-01', '8.65'),
    ]
    const changes = rowChanges(compareDepartments(boardOf(entries, JUNE), boardOf(entries, OCTOBER)), 'wan')
    expect(changes.get(`${P}/3`)).toMatchObject({
      spent: '+21.00',
      rate: '+26.3',
      gap: '−3.8',
      word: '6月底滞后',
      turned: '按10月底计划转好',
    })
    expect(changes.get(`${P}/4`)).toMatchObject({
      spent: '首次填报',
      rate: '—',
      gap: '—',
      turned: '首次填报',
    })
    expect(changes.get(`${P}/5`)).toMatchObject({ spent: '', turned: '不变' })
  })

  it('has no points where the checkpoint alone changed, and says which one measured the day between', () => {
    const entries = [pay(`${P}/3`, '2020-06-01', '48')]
    const changes = rowChanges(
      compareDepartments(boardOf(entries, day('2020-10-30')), boardOf(entries, OCTOBER)),
      'wan',
    )
    expect(changes.get(`${P}/3`)).toMatchObject({
      spent: '0.00',
      gap: '',
      word: '10月30日按6月底计划超前',
      turned: '节点到期',
    })
  })
})
