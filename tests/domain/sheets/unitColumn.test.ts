import { describe, expect, it } from 'vitest'
import { planAcross } from '@/domain/sheets/acrossPaste'
import { planPaste, type PasteCell } from '@/domain/sheets/pastePlan'
import { SIX_PROJECTS } from '../../fixtures/sixProjects'
import { inWan } from '../build'
import { june, repair } from './grids'
import { textBlock } from './textBlock'

function told({ outcome }: PasteCell): string {
  if (outcome.kind === 'outside') return outcome.why
  if (outcome.kind !== 'accepted') return outcome.kind
  const { value } = outcome
  return value.kind === 'amount' ? (inWan(value.amount) ?? '') : '…'
}

const all = (text: string) => planAcross(textBlock(text), june, { row: 0, column: 0 }, 'wan').cells.map(told)
const one = (text: string) =>
  planPaste(textBlock(text), repair, { row: 0, column: 1 }, 'wan', SIX_PROJECTS).cells.map(told)

describe('a column of units beside the figures', () => {
  it.each([
    ['元', '410000', '41'],
    ['千元', '410', '41'],
    ['万元', '41', '41'],
    ['百万元', '0.41', '41'],
    ['百元', '4100', 'unit-column'],
    ['分', '41000000', 'unit-column'],
    ['美元', '41', 'unit-column'],
    ['百分比', '41', 'unit-column'],
  ])('%s', (unit, figure, value) => {
    expect(all(`项目\t单位\t支出\n办公楼修缮\t${unit}\t${figure}`)).toEqual([value])
    expect(all(`项目\t支出\t金额单位\n办公楼修缮\t${figure}\t${unit}`)).toEqual([value])
    expect(one(`指标\t计量单位\t6月底\n累计支出\t${unit}\t${figure}`)).toEqual([value])
  })

  it('is read row by row; a row without one is not taken', () => {
    expect(
      all('项目\t单位\t支出\n办公楼修缮\t元\t410000\n创业孵化基地专项补助\t万元\t281\n办公楼修缮\t\t41'),
    ).toEqual(['41', '281', 'unit-column'])
  })

  it('of bureaus or of people says nothing of money', () => {
    expect(all('单位\t项目\t支出\n人社局\t办公楼修缮\t41')).toEqual(['41'])
    expect(one('指标\t单位\t6月底\n累计支出\t\t41\n办公楼修缮 指标1\t人\t60')).toEqual(['41', '…'])
  })
})
