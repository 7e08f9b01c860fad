import { describe, expect, it } from 'vitest'
import { countingSlice } from '@/domain/ledger/aside'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { appraised } from '@/domain/papers/appraisal'
import { departmentSheet } from '@/domain/papers/departmentSheet'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import { moneyFacts } from '@/domain/papers/paperFacts'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { HEBEI } from '@/domain/plan/preset'
import { ranking } from '@/domain/scoring/ranking'
import { rememberingFold } from '@/domain/status/board'
import { projectStatus } from '@/domain/status/projectStatus'
import { appraisalForm } from '@/format/papers/appraisalForm'
import { scoreSheet } from '@/format/papers/departmentBook/scoreSheet'
import { summarySheet } from '@/format/papers/departmentBook/summarySheet'
import { departmentForm } from '@/format/papers/departmentForm'
import type { FormTable } from '@/format/papers/formCells'
import { hebeiForm } from '@/format/papers/hebeiForm'
import { monitorForm } from '@/format/papers/monitorForm'
import { publishedForm } from '@/format/papers/publishedForm'
import { rectificationForm } from '@/format/papers/rectificationForm'
import { reEvaluationForm } from '@/format/papers/reEvaluationForm'
import { evaluationTables, monitorTables } from '@/format/papers/reportTables'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { summaryForm } from '@/format/papers/summaryForm'
import { phraseText } from '@/format/phrase'
import { placeText } from '@/format/scoring/rankingText'
import { appraisalReport } from '@/views/report/appraisalReport'
import { evaluationReport, monitorReport, type ReportSection } from '@/views/report/reportText'
import { wholeEvaluationReport, wholeMonitorReport } from '@/views/report/wholeReport'
import { actual, DECEMBER, JUNE, OCTOBER, pay, rectify } from '../../domain/build'
import { BASIS, paperOf, projectWith, reEvaluate, reportedAll, summarise } from '../../domain/scoring/sheets'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { PUBLISHED } from '../board'

const PROJECT = projectWith()
const P = PROJECT.id
const PLAN = { ...PUBLISHED, projects: [PROJECT] }

const ofTable = ({ lead, rows, foot }: Pick<FormTable, 'rows' | 'lead' | 'foot'>) =>
  [...(lead ?? []).flat(), ...rows.flat().map(({ text }) => text), ...(foot ?? []).flat()].join('\n')
const ofReport = (sections: readonly ReportSection[]) =>
  sections.flatMap(({ paragraphs }) => paragraphs.map(({ phrase }) => phraseText(phrase))).join('\n')
const ofSheet = ({ rows }: { readonly rows: readonly (readonly unknown[])[] }) =>
  rows
    .flat()
    .map((cell) => JSON.stringify(cell))
    .join('\n')

/** Every paper of a ledger at the year's end, by name. */
function papersOf(entries: readonly Entry[]): Readonly<Record<string, string>> {
  const paper = paperOf(entries)
  const { sheet } = paper
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const counting = countingSlice(ledger, P)
  const at = { asOf: DECEMBER, knownAt: null }
  const status = projectStatus(PROJECT, counting, at, HEBEI)
  const monitor = projectMonitor(status, counting, sliceOf(ledger, PLAN_ID), HEBEI)
  const department = rememberingFold()(PLAN, ledger, at, HEBEI)
  const facts = moneyFacts(status, counting, null)
  const own = appraised(sheet, { rows: EVALUATION_FRAME, set: null }, [])
  const asked = rectificationLines(P, paper.slice, 2020, null, (asOf) =>
    projectStatus(PROJECT, counting, { asOf, knownAt: null }, HEBEI),
  )
  const lines = [{ id: P, name: PROJECT.name, own: asked }]
  const inner = monitorReport(PLAN.id, department, [monitor], 'wan', HEBEI)
  const [places, lost] = evaluationTables([paper]).map(ofTable)
  const [place] = ranking([sheet])
  return {
    自评表: ofTable(selfEvaluationForm(PLAN, paper)),
    河北表式: ofTable(hebeiForm(PLAN, paper)),
    复评表: ofTable(reEvaluationForm(PLAN, paper)),
    汇总表: ofTable(summaryForm(PLAN, [paper])),
    部门整体自评表: ofTable(departmentForm(departmentSheet(PLAN, [sheet], [], BASIS.scheme), [paper])),
    整改清单: ofTable(rectificationForm(PLAN, [paper], lines)),
    评分表: ofTable(appraisalForm(PLAN, own)),
    评价报告: ofReport(appraisalReport(PLAN, paper, own)),
    自评报告: ofReport(wholeEvaluationReport(PLAN, evaluationReport(PLAN.id, [sheet], 'wan'), [paper])),
    自评报告附表1: places ?? '',
    自评报告附表2: lost ?? '',
    监控表: ofTable(monitorForm(PLAN, monitor, facts)),
    监控报告: ofReport(wholeMonitorReport(PLAN, inner, [{ monitor, facts }])),
    监控报告附表: monitorTables(department, [monitor]).map(ofTable).join('\n'),
    绩效目标表: ofTable(publishedForm(PLAN, status)),
    部门工作簿得分: ofSheet(scoreSheet([sheet])),
    部门工作簿汇总: ofSheet(
      summarySheet(PLAN, department, [sheet], { reached: DECEMBER, known: null, demo: false }),
    ),
    排名: place ? JSON.stringify(placeText(place, { kind: 'open', reopened: null })) : '',
  }
}

const MARK = /沿用|填报数/
const full = [
  ...reportedAll(PROJECT)
    .slice(0, 1)
    .map((entry) => ({ ...entry, ...pay(P, DECEMBER, '80') })),
  ...PROJECT.indicators.map(({ id }, at) => actual(id, DECEMBER, at < 2 ? '80%' : '95%')),
]
const movedTo = (on: string) => full.map((entry) => ({ ...entry, effectiveOn: on as Entry['effectiveOn'] }))
const marked = (entries: readonly Entry[]) =>
  Object.entries(papersOf(entries)).flatMap(([name, words]) => (MARK.test(words) ? [name] : []))
const ALL = Object.keys(papersOf(full))

describe('沿用 on every paper (domain.md §7)', () => {
  it.each([JUNE, OCTOBER])('a ledger with everything reported on %s only: each of them says so', (on) => {
    expect(marked([...movedTo(on), summarise(P)])).toEqual(ALL)
  })

  it('reported at the year’s end none of them says it', () => {
    const own = papersOf([...full, summarise(P)])
    for (const [name, words] of Object.entries(own))
      expect(words.replaceAll('写“沿用”', ''), name).not.toMatch(/沿用\d|含沿用|截至\d+月\d+日填报数/)
  })

  it('the spending alone, and an indicator alone, are each marked by every paper that prints a total of them', () => {
    const [money, ...values] = movedTo(OCTOBER)
    const late = full.slice(1)
    const spending = papersOf([money!, ...late, summarise(P)])
    for (const name of ALL)
      expect(spending[name], name).toMatch(/含沿用|截至10月31日填报数|沿用较早填报数|截至10月31日填报/)
    const indicators = papersOf([full[0]!, ...values, summarise(P)])
    for (const name of ALL) expect(indicators[name], name).toMatch(/沿用10月底|含沿用|沿用上一节点/)
  })
})

describe('where the mark stands', () => {
  const old = [...movedTo(OCTOBER), summarise(P)]
  const paper = paperOf(old)

  it('部门整体自评表: in the money, behind every score made of it, with the days and 未签认 below', () => {
    const { rows, foot } = departmentForm(departmentSheet(PLAN, [paper.sheet], [], BASIS.scheme), [paper])
    const last = (word: string) => rows.find((row) => row.some(({ text }) => text === word))?.at(-1)?.text
    expect(last('项目支出')).toBe('执行数含沿用')
    expect(last('预算执行')).toMatch(/= 8\.00（含沿用）$/)
    expect(last('履职产出')).toMatch(/（含沿用）$/)
    expect(last('总分')).toMatch(/^等级：.（含未签认）（含沿用）$/)
    expect(foot?.flat().join('')).toMatch(
      /总分后写“含未签认”的.*写“含沿用”的，末期没有填报、沿用较早填报数计分：1\.甲：全年执行数为截至10月31日填报数、“甲 指标1”.*沿用10月底。/,
    )
  })

  it('问题整改清单: behind every value and rate of the self-evaluation, the 复评 and the monitoring', () => {
    const june = movedTo(JUNE)
    const again = reEvaluate(P, { [`${P}/1`]: ['5', '台账不全'] })
    const demand = rectify('rectification', P, OCTOBER, '加快支出进度', { author: '周局长' })
    const late = [pay(P, JUNE, '40'), ...june.slice(1), summarise(P), again, demand]
    const own = paperOf(late)
    const { ledger } = addEntries(emptyLedger(PLAN_ID), late)
    const asked = rectificationLines(P, own.slice, 2020, null, (asOf) =>
      projectStatus(PROJECT, countingSlice(ledger, P), { asOf, knownAt: null }, HEBEI),
    )
    const said = rectificationForm(PLAN, [own], [{ id: P, name: '甲', own: asked }]).rows.slice(1)
    expect(said.map((row) => row[1]?.text)).toEqual([
      '甲：10月底绩效监控发现：支出严重滞后（执行率 40.00%，计划 10月底 80%，执行数为截至6月30日填报数）',
      '甲：预算执行率 40.00%（全年执行数为截至6月30日填报数），失 6.00 分',
      '甲：“甲 指标1”完成 80%（指标值 ≥90%，沿用6月底），失 1.39 分',
      '甲：“甲 指标2”完成 80%（指标值 ≥90%，沿用6月底），失 1.39 分',
      '甲：“甲 指标1”（沿用6月底）自评 11.11 分、复评 5.00 分：台账不全',
    ])
  })

  it('监控表: under the money, of which day it is', () => {
    const row = papersOf(old)['监控表']?.split('\n') ?? []
    expect(row[row.indexOf('执行数填报时点') + 1]).toBe('1–12月执行数为截至10月31日填报数')
  })
})
