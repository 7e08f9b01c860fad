import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeSample } from '@/documents/entries/sampleFile'
import { countingSlice } from '@/domain/ledger/aside'
import { demoPlan } from '@/domain/ledger/demo'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { moneyFacts, paperFacts } from '@/domain/papers/paperFacts'
import { HEBEI } from '@/domain/plan/preset'
import { evaluationBasis } from '@/domain/scoring/schemeInForce'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { rememberingFold } from '@/domain/status/board'
import { phraseText } from '@/format/phrase'
import { evaluationReport, monitorReport, type ReportSection } from '@/views/report/reportText'
import { wholeEvaluationReport, wholeMonitorReport } from '@/views/report/wholeReport'
import { OCTOBER } from '../../domain/build'
import { PUBLISHED } from '../../format/board'

const { entries } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))
const DEMO = addEntries(emptyLedger(demoPlan(PUBLISHED.id)), entries).ledger
const EMPTY = emptyLedger(PUBLISHED.id)

function evaluation(ledger: typeof DEMO) {
  const basis = evaluationBasis(PUBLISHED, ledger, HEBEI, null)
  const papers = PUBLISHED.projects.map((project) => {
    const counting = countingSlice(ledger, project.id)
    const sheet = selfEvaluation(project, counting, basis)
    const own = [sliceOf(ledger, project.id), ledger.plan, sliceOf(ledger, ledger.plan)] as const
    return { sheet, facts: paperFacts(sheet, counting, ...own, basis) }
  })
  const sheets = papers.map(({ sheet }) => sheet)
  return wholeEvaluationReport(PUBLISHED, evaluationReport(PUBLISHED.id, sheets, 'wan'), papers)
}

function monitoring(ledger: typeof DEMO) {
  const department = rememberingFold()(PUBLISHED, ledger, { asOf: OCTOBER, knownAt: null }, HEBEI)
  const monitors = department.projects.map((status) => {
    const slice = countingSlice(ledger, status.project.id)
    const monitor = projectMonitor(status, slice, sliceOf(ledger, PUBLISHED.id), HEBEI)
    return { monitor, facts: moneyFacts(status, slice, null) }
  })
  const inner = monitorReport(
    PUBLISHED.id,
    department,
    monitors.map(({ monitor }) => monitor),
    'wan',
    HEBEI,
  )
  return wholeMonitorReport(PUBLISHED, inner, monitors)
}

const headings = (sections: readonly ReportSection[]) => sections.map(({ heading }) => heading)
const words = (sections: readonly ReportSection[], heading: string) =>
  sections
    .filter((section) => section.heading.endsWith(heading))
    .flatMap(({ paragraphs }) => paragraphs.map(({ phrase }) => phraseText(phrase)))

describe('a report as it is handed in', () => {
  it('has the parts of an official one, numbered', () => {
    expect(headings(evaluation(DEMO))).toEqual([
      '一、基本情况',
      '二、自评工作组织开展情况',
      '三、自评结果',
      '四、各项目绩效分析',
      '五、存在的问题及原因',
      '六、改进措施',
      '七、结果应用与公开',
    ])
    expect(headings(monitoring(DEMO))).toEqual([
      '一、基本情况',
      '二、监控工作组织开展情况',
      '三、监控结果',
      '四、各项目情况',
      '五、存在的问题及原因',
      '六、改进措施',
      '七、整改情况',
      '八、结果应用与公开',
    ])
  })

  it('marks what no ledger holds as to be written', () => {
    for (const report of [evaluation(DEMO), monitoring(DEMO), evaluation(EMPTY), monitoring(EMPTY)]) {
      const marked = report.flatMap(({ paragraphs }) => paragraphs).map(({ phrase }) => phraseText(phrase))
      expect(marked.filter((text) => text.startsWith('【待填写】'))).toHaveLength(3)
    }
  })

  it('names problems with their figures, and a lag without a reason as such', () => {
    expect(words(evaluation(DEMO), '存在的问题及原因')).toContainEqual(
      expect.stringMatching(
        /^办公楼修缮：“成本费用压缩”完成 7\.1%（指标值 ≥95%），失 11\.57 分，.+；预算执行率 95\.50%，失 0\.45 分，原因：.+（10月底说明）。$/,
      ),
    )
    const problems = words(monitoring(DEMO), '存在的问题及原因').join('')
    expect(problems).toContain(
      '支出严重滞后（执行率 45.97%，计划 10月底 80%），经费保障：企业补贴申报材料不全，第三季度拨付推迟；改进措施：四季度集中拨付',
    )
    expect(problems).toContain('“就业人员稳定率”未达标，未说明原因')
  })

  it('gives every paragraph a name of its own', () => {
    for (const report of [evaluation(DEMO), monitoring(DEMO)]) {
      const names = report.flatMap(({ paragraphs }) =>
        paragraphs.map(({ key, subject }) => `${key}@${subject}`),
      )
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
