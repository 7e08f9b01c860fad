import { describe, expect, it } from 'vitest'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { SIX_PROJECTS } from '../../fixtures/sixProjects'
import { inWan } from '../build'
import { june, repair } from './grids'
import { textBlock } from './textBlock'

function told({ outcome }: PasteCell): string {
  if (outcome.kind === 'outside') return outcome.why
  if (outcome.kind !== 'accepted' && outcome.kind !== 'doubtful') return outcome.kind
  const value = outcome.kind === 'accepted' ? outcome.value : outcome.suggestion
  const text = value.kind === 'amount' ? (inWan(value.amount) ?? '') : '…'
  return outcome.kind === 'doubtful' ? `${text} ${outcome.doubts.join('+')}?` : text
}

const all = (text: string) => planAcross(textBlock(text), june, { row: 0, column: 0 }, 'wan').cells.map(told)
const one = (text: string) =>
  planPaste(textBlock(text), repair, { row: 0, column: 1 }, 'wan', SIX_PROJECTS).cells.map(told)
const times = (count: number, text: string) => Array.from({ length: count }, () => text)
const YEAR = Array.from({ length: 12 }, (_, index) => `${index + 1}月`).join('\t')
const FIGURES = '1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12'

describe('months beside months hold what each of them spent', () => {
  it.each([
    [`\t${YEAR}\n支出\t${FIGURES}`, 12],
    [`指标\t${YEAR.replaceAll('月', '月份')}\n支出\t${FIGURES}`, 12],
    [`指标\t支出\n\t${YEAR}\n支出\t${FIGURES}`, 12],
    ['\t4月\t5月\t6月\n支出\t4\t5\t6', 3],
    ['\t一月\t二月\t三月\n支出\t4\t5\t6', 3],
  ])('%j in one project', (text, count) => {
    expect(one(text).filter((said) => said === 'monthly-column' || said === 'flow-column')).toHaveLength(
      count,
    )
  })

  it.each(['合计', '全年', '全年合计', '总计', '累计'])('beside %s', (sum) => {
    expect(one(`\t6月\t10月\t12月\t${sum}\n支出\t20\t30\t40\t190`).slice(0, 3)).toEqual(
      times(3, 'monthly-column'),
    )
  })

  it('in the grid of all projects', () => {
    expect(all('项目\t1月\t2月\t3月\t4月\t5月\t6月\n办公楼修缮\t1\t2\t3\t4\t5\t6')).toEqual(
      times(6, 'monthly-column'),
    )
    expect(all('项目\t6月\t合计\n办公楼修缮\t6\t20')[0]).toBe('monthly-column')
    expect(all('项目\t6月\t累计\n办公楼修缮\t6\t20')).toEqual(['monthly-column', '20'])
  })
})

describe('a month alone', () => {
  it('is asked about in the grid of all projects', () => {
    expect(all('项目\t6月\n办公楼修缮\t30')).toEqual(['30 heading?'])
    expect(all('项目\t2020年6月份\n办公楼修缮\t30')).toEqual(['30 heading?'])
  })

  it('is cumulative among checkpoints whose figures do not fall', () => {
    expect(one('\t6月\t10月\t12月\n支出\t20\t30\t40')).toEqual(['20', '30', '40'])
    expect(one('\t6月\t10月\t12月\n支出\t30\t20\t40')).toEqual([
      '30 heading?',
      '20 falls+heading?',
      '40 heading?',
    ])
  })
})

describe('what says that it is cumulative stays', () => {
  it.each([
    `\t${YEAR}\n累计支出\t${FIGURES}`,
    `各月累计支出表\n指标\t${YEAR}\n支出\t${FIGURES}`,
    `\t${YEAR.replaceAll('月', '月底')}\n支出\t${FIGURES}`,
  ])('%j', (text) => {
    expect(one(text).filter((said) => said !== 'unknown-column')).toEqual(['3', '6', '10', '12'])
  })

  it('in the grid of all projects', () => {
    for (const head of ['6月底', '截至6月', '1-6月', '6月累计', '6月30日'])
      expect(all(`项目\t${head}\n办公楼修缮\t30`)).toEqual(['30'])
  })

  it('an indicator reported month by month is no money', () => {
    expect(one('指标\t5月\t6月\n办公楼修缮 指标1\t59\t60')).toEqual(['unknown-column', '…'])
  })
})
