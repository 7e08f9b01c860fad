import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { compareDepartments } from '@/domain/status/compare'
import { comparePhrase, rowChanges } from '@/format/board/compareText'
import { phraseText } from '@/format/phrase'
import { actual, adjust, JUNE, MARCH, OCTOBER, pay } from '../../domain/build'
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
      '较6月底：支出 +1,323.40，执行率 +20.1 个百分点；差额由 9.47 扩大到 118.51（+109.04）；项目转好 1 个、转差 4 个；指标达标 +1、未达标 −1。',
    )
  })

  it('says a gap that changes sides', () => {
    expect(said([...all(['2500', '552', '40', '6', '282', '540'], '2020-06-01')])).toContain(
      '由超 87.54 转为差 1,344.91',
    )
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
      turned: '转好',
    })
    expect(changes.get(`${P}/4`)).toMatchObject({
      spent: '首次填报',
      rate: '—',
      gap: '—',
      turned: '首次填报',
    })
    expect(changes.get(`${P}/5`)).toMatchObject({ spent: '', turned: '不变' })
  })
})
