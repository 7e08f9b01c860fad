import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import { tableChecks } from '@/domain/published/planCheck'
import { recognitionText } from '@/format/published/recognitionText'
import { tableCheckText } from '@/format/published/tableCheckText'
import { unreadableText } from '@/format/published/unreadableText'
import { PLAN_FILE, realText } from '../../documents/realPlan'
import { PUBLISHED_TEXT, recognised } from '../../documents/recognition/published'

describe('what was found in a document', () => {
  it.each([
    [
      '\t60.00',
      '\t过半',
      '第 2 张表 第 6 行 第 3 格 · 项目 1 资金支出计划 6月底',
      '不是比例，照原文保留',
      '过半',
    ],
    [
      '\t指标值确定依据',
      '\t备注',
      '第 3 张表 第 1 行 第 6 格',
      '这一列没有列入计划',
      '备注；按规定完成；计划标准；达到人们满意……共 8 格',
    ],
    ['323-0404-JBN-S7QC', '', '项目 1 项目编码', '没有读到：文件没有写，或写在没有读懂的地方', null],
    ['2020年2月12日', '', '公开日期', '没有读到：文件没有写，或写在没有读懂的地方', null],
  ])('%s → %s', (before, after, where, what, source) => {
    const texts = recognised(PUBLISHED_TEXT.replace(before, after)).issues.map(recognitionText)
    expect(texts).toContainEqual({ where, what, source })
  })

  it('names sheets and paragraphs', () => {
    const from = { kind: 'cell', table: 1, sheet: '表一', row: 0, column: 2, text: 'x' } as const
    expect(recognitionText({ kind: 'table-left', path: null, from }).where).toBe(
      '工作表“表一” 第 1 张表 第 1 行 第 3 格',
    )
    const text = { kind: 'paragraph', block: 6, text: 'x'.repeat(100) } as const
    expect(recognitionText({ kind: 'text-not-understood', path: null, from: text })).toMatchObject({
      where: '正文第 7 段',
      source: `${'x'.repeat(80)}…`,
    })
    expect(recognitionText({ kind: 'no-performance-table', path: null, from: null }).where).toBe('整个文件')
  })
})

describe('checks of the tables', () => {
  it('say where they stand', () => {
    const { plan } = decodePlan(realText, PLAN_FILE)
    if (!plan) throw new Error('the published plan does not stand')
    const texts = tableChecks(plan).map((check) => tableCheckText(check, plan))
    expect(texts).toContainEqual({
      name: '指标值不能照字面理解',
      text: '节约的比例不会这样高，请确认是否指预算控制在这个比例以内',
      where: ['项目 3 办公楼修缮 · 成本费用压缩 · 指标值'],
    })
    expect(texts.find(({ name }) => name === '3月底未设定')?.where).toHaveLength(6)
  })
})

describe('a file that cannot be read', () => {
  it('names its part where one is known', () => {
    expect(unreadableText({ kind: 'damaged', where: 'word/document.xml' })).toBe(
      '文件已损坏或没有下载完整：请重新取得这个文件。（word/document.xml）',
    )
  })
})
