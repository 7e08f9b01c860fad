import { describe, expect, it } from 'vitest'
import { countingSlice } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { moneyFacts } from '@/domain/papers/paperFacts'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import type { FormTable } from '@/format/papers/formCells'
import { hebeiForm } from '@/format/papers/hebeiForm'
import { monitorForm } from '@/format/papers/monitorForm'
import { reEvaluationForm } from '@/format/papers/reEvaluationForm'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { summaryForm } from '@/format/papers/summaryForm'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { actual, adjust, DECEMBER, JUNE, OCTOBER, pay, reschedule, retarget } from '../../domain/build'
import { paperOf, projectWith, reportedAll, weigh } from '../../domain/scoring/sheets'
import { PUBLISHED } from '../board'

const PROJECT = projectWith()
const P = PROJECT.id
const CHANGES = [
  adjust(P, JUNE, '-14.34'),
  retarget(`${P}/2`, OCTOBER, '≥85%'),
  reschedule(P, JUNE, { '10': '70' }),
]
const LINES = [
  '2020年6月30日，全年预算数 100.00 → 85.66 万元（−14.34），字1号：追加',
  '2020年6月30日，资金支出计划 10月底 80% → 70%，字3号：调整',
  '2020年10月31日，“甲 指标2”指标值 ≥90% → ≥85%，字2号：调整',
].join('\n')

function monitorOf(entries: readonly Entry[]) {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const counting = countingSlice(ledger, P)
  const status = projectStatus(PROJECT, counting, { asOf: DECEMBER, knownAt: null }, HEBEI)
  const monitor = projectMonitor(status, counting, sliceOf(ledger, PLAN_ID), HEBEI)
  return monitorForm(PUBLISHED, monitor, moneyFacts(status, counting, null))
}
const rowOf = (form: FormTable, word: string) =>
  form.rows.find(([cell]) => cell?.text === word)?.map(({ text }) => text)
const cells = (form: FormTable) => form.rows.flat().map(({ text }) => text)

describe('what was changed by approval stands on the papers with old, new and document (domain.md §6)', () => {
  const entries = [...reportedAll(PROJECT), ...CHANGES]
  it('in a row of its own on both layouts, on 复评表 and on 监控表', () => {
    const paper = paperOf(entries)
    for (const form of [
      selfEvaluationForm(PUBLISHED, paper),
      hebeiForm(PUBLISHED, paper),
      reEvaluationForm(PUBLISHED, paper),
      monitorOf(entries),
    ])
      expect(rowOf(form, '调整事项')).toEqual(['调整事项', LINES])
    expect(rowOf(selfEvaluationForm(PUBLISHED, paperOf(reportedAll(PROJECT))), '调整事项')).toBeUndefined()
  })

  it('below the 指标值 that stands, where the form has room', () => {
    const paper = paperOf(entries)
    for (const form of [
      selfEvaluationForm(PUBLISHED, paper),
      reEvaluationForm(PUBLISHED, paper),
      monitorOf(entries),
    ])
      expect(cells(form)).toContain('≥85%\n（原 ≥90%，字2号）')
  })

  it('below 汇总表, as far as it is money', () => {
    expect(summaryForm(PUBLISHED, [paperOf(entries)]).foot?.at(-1)?.[0]).toContain(
      '经批准的预算调整：甲 2020年6月30日，全年预算数 100.00 → 85.66 万元（−14.34），字1号：追加。',
    )
  })
})

describe('the label of a scheme whose points were changed (domain.md §7)', () => {
  const label = (weights: Record<string, string>, reason = '满意度加重', document = '字5号') =>
    rowOf(
      selfEvaluationForm(PUBLISHED, paperOf([...reportedAll(PROJECT), weigh(P, weights, reason, document)])),
      '评分方案',
    )?.[1]
  it('never claims the bare scheme: it says the document, the reason and which sums differ', () => {
    expect(label({ [`${P}/1`]: '7.5', [`${P}/7`]: '15' })).toBe(
      '按财预〔2020〕10号（默认方案，未另行选定），分值经调整：依据 字5号，满意度加重；产出 45 分（办法 50 分）、满意度 15 分（办法 10 分）',
    )
    expect(label({ [`${P}/1`]: '10', [`${P}/2`]: '15' })).toMatch(
      /，分值经调整：依据 字5号，满意度加重；各一级指标合计与办法相同$/,
    )
  })

  it('is the scheme where what was set is what the scheme gives', () => {
    expect(label({ [`${P}/1`]: '12.5' })).toBe('财预〔2020〕10号（默认方案，未另行选定）')
  })
})

describe('figures of one column', () => {
  it('have one format, and the rule of sums is said once', () => {
    const near = paperOf([pay(P, DECEMBER, '99.9999'), actual(`${P}/1`, DECEMBER, '95%')])
    const plain = paperOf([pay(P, DECEMBER, '50')])
    const form = summaryForm(PUBLISHED, [near, plain])
    const column = (at: number) => form.rows.slice(1, 3).map((row) => row[at]?.text)
    expect(column(2)).toEqual(['100.0000', '100.0000'])
    expect(column(4)).toEqual(['99.9999', '50.0000'])
    expect(column(5)).toEqual(['99.99990%', '50.00000%'])
    expect(form.rows[3]?.map(({ text }) => text).slice(1, 5)).toEqual([
      '200.0000',
      '200.0000',
      '149.9999',
      '74.99995%',
    ])
    expect(form.foot?.flat().filter((line) => line.includes('尾差'))).toHaveLength(1)
  })
})
