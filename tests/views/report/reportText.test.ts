import { describe, expect, it } from 'vitest'
import { compareDepartments } from '@/domain/status/compare'
import { money } from '@/domain/number/money'
import { signedAmount } from '@/format/figures'
import { rememberingFold } from '@/domain/status/board'
import { countingSlice } from '@/domain/ledger/aside'
import { emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { monitorHeadline, monitorText } from '@/format/monitoring/monitorPage'
import { evaluationReport, monitorReport, reportTitle, type ReportSection } from '@/views/report/reportText'
import { phraseText } from '@/format/phrase'
import { PUBLISHED } from '../../format/board'
import { DEMO, demoAt } from '../../format/demoAt'
import { DECEMBER, JUNE, OCTOBER } from '../../domain/build'
import type { Day } from '@/domain/time/day'

const EMPTY = emptyLedger(PUBLISHED.id)

const monitoring = (asOf: Day, own = DEMO) => {
  const { department, monitors } = demoAt(asOf, own)
  return monitorReport(PUBLISHED.id, department, monitors, 'wan', HEBEI)
}
const sheets = (own = DEMO) =>
  PUBLISHED.projects.map((project) =>
    selfEvaluation(project, countingSlice(own, project.id), evaluationBasis(PUBLISHED, own, HEBEI, null)),
  )
const texts = (sections: readonly ReportSection[]) =>
  sections.flatMap(({ paragraphs }) => paragraphs.map(({ phrase }) => phraseText(phrase)))

describe('the monitoring report', () => {
  it('says the department, every project and the 整改, the same each time', () => {
    const report = texts(monitoring(OCTOBER))
    expect(report).toHaveLength(2 + 6 + 1)
    expect(report).toEqual(texts(monitoring(OCTOBER)))
    expect(report[0]).toContain('支出 5,205.91 万元')
    expect(report[1]).toBe(
      '42 项指标中达标 18 项：已审核通过且有佐证 1，已审核通过、无佐证 7，未经审核 5，沿用上一节点 5；未填报 14 项。',
    )
    expect(report[4]).toBe(
      '办公楼修缮：截至10月底支出 52.00 万元，执行率 65.00%，低于计划 80%，滞后 15.0 个百分点（12.00 万元）；7 项指标达标 2 项、未达标 2 项、未填报 3 项。未达标的有：“工程进度”完成 78%（指标值 ≥95%），经费保障：进度款审核周期长，外墙和屋面工程推迟到11月，全年预计 96%；“成本费用压缩”完成 6.2%（指标值 ≥95%），制度保障：指标按字面为节约率95%，与实际含义不符，拟按程序申请调整指标值，全年预计 7%。到下一节点还需支出 28.00 万元。全年预计支出 76.40 万元。',
    )
    expect(report[8]).toBe(
      '共提出整改要求 1 项，已答复 0 项，尚未答复 1 项：创业孵化基地专项补助（9月底前将已审核的补贴全部拨付到位，并报送拨付明细）。',
    )
  })

  it('says nothing of nothing, and never a 0 for what nobody reported', () => {
    const report = texts(monitoring(OCTOBER, EMPTY)).join('\n')
    expect(report).toContain('未填报 42 项')
    expect(report).not.toMatch(/支出 0\.00|执行率 0|达标 0 项/)
    expect(report).toContain('没有提出整改要求')
  })

  it('ties its figures to what they are made of', async () => {
    for (const { paragraphs } of monitoring(OCTOBER)) {
      for (const { phrase } of paragraphs) {
        for (const piece of phrase.filter(({ tone }) => tone === 'figure')) {
          const why = await piece.why?.()
          expect(why === undefined || why === null || why.inputs.length > 0).toBe(true)
        }
      }
    }
  })
})

describe('the self-evaluation report', () => {
  it('gives totals and ranks to complete sheets only', () => {
    const report = texts(evaluationReport(PUBLISHED.id, sheets(), 'wan'))
    expect(report[0]).toBe(
      '本年 6 个项目，全年预算 6,580.51 万元，全年执行 6,518.77 万元。自评完整的 5 个，暂不完整的 1 个。',
    )
    expect(report[1]).toContain('第 5 名 办公楼修缮 87.98 分，良。')
    const open = report.find((text) => text.startsWith('创业孵化基地专项补助'))
    expect(open).toContain('暂不完整：已得 82.51 分，尚有 15.00 分未定（1 行）')
    expect(open).not.toMatch(/分，[优良中差]/)
  })

  it('of an empty year says that nothing was reported', () => {
    const report = texts(evaluationReport(PUBLISHED.id, sheets(EMPTY), 'wan'))
    expect(report[0]).toContain('全年执行 未填报（6 个项目未填报，未计在内）')
    expect(report.join('')).not.toMatch(/[优良中差]。|第 \d 名/)
  })

  it('has the title of its kind', () => {
    expect(reportTitle('monitor', 2020, JUNE, '')).toBe('2020年1–6月绩效运行监控报告')
    expect(reportTitle('evaluation', 2020, DECEMBER, '')).toBe('2020年度部门绩效自评报告')
  })
})

describe('the monitor in words', () => {
  it.each([
    [JUNE, '1–6月：6 个项目中支出异常 3 个，未填报 1 个'],
    [OCTOBER, '1–10月：6 个项目中支出异常 2 个，监控表尚缺 1 处'],
  ])('%s', (asOf, sentence) => {
    expect(phraseText(monitorHeadline(demoAt(asOf).monitors, asOf))).toContain(sentence)
  })

  it('is never said to be filled in while anything is unreported', () => {
    const said = phraseText(monitorHeadline(demoAt(OCTOBER, EMPTY).monitors, OCTOBER))
    expect(said).toContain('42 项指标未填报')
    expect(said).not.toContain('填写齐全')
  })

  it('keeps unreported, met and missed apart, with grounds for the met only', () => {
    for (const monitor of demoAt(OCTOBER).monitors) {
      for (const row of monitorText(monitor, 'wan').rows) {
        expect(row.ground !== '').toBe(row.light === 'met')
        if (row.light === 'unreported') expect(row.actual).toContain('未填报')
      }
    }
  })
})

describe('a report of the year beside an earlier day', () => {
  const fold = rememberingFold()
  const at = (asOf: Day) => fold(PUBLISHED, DEMO, { asOf, knownAt: null }, HEBEI)
  const comparison = compareDepartments(at(JUNE), at(DECEMBER))
  it('says execution, gap and lights of the department and of every project against that day', () => {
    const report = evaluationReport(PUBLISHED.id, sheets(), 'wan', comparison)
    const compared = report.map(({ paragraphs }) =>
      paragraphs.filter(({ key }) => key === `evaluation/compared/${JUNE}`),
    )
    expect(compared.map((own) => own.length)).toEqual([1, 6])
    for (const { phrase } of compared.flat()) expect(phraseText(phrase)).toMatch(/^较6月底：.+。$/)
    const spent = at(DECEMBER).spent?.minus(at(JUNE).spent ?? 0)
    expect(phraseText(compared[0]?.[0]?.phrase ?? [])).toContain(
      `支出 ${signedAmount(money(spent ?? 0), 'wan')}`,
    )
    expect(texts(evaluationReport(PUBLISHED.id, sheets(), 'wan')).join('')).not.toContain('较6月底')
  })
})
