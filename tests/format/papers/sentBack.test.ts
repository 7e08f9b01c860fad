import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingSlice, keptAside } from '@/domain/ledger/aside'
import type { SpendingReason } from '@/domain/ledger/entry'
import { framed } from '@/domain/ledger/fitting'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { Decimal } from '@/domain/number/decimal'
import { departmentSheet } from '@/domain/papers/departmentSheet'
import { concernsOf } from '@/domain/scoring/concerns'
import { FLOOR_2021 } from '@/domain/scoring/scheme'
import { selfEvaluation } from '@/domain/scoring/sheet'
import { paperFacts } from '@/domain/papers/paperFacts'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { reasonSaid } from '@/format/board/reasonText'
import { asideReasons } from '@/format/ledger/asideText'
import { departmentForm } from '@/format/papers/departmentForm'
import { hebeiForm } from '@/format/papers/hebeiForm'
import { problemLines } from '@/format/papers/problemText'
import { rectificationForm } from '@/format/papers/rectificationForm'
import { evaluationTables } from '@/format/papers/reportTables'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { summaryForm } from '@/format/papers/summaryForm'
import { phraseText } from '@/format/phrase'
import { evaluationReport } from '@/views/report/reportText'
import { wholeEvaluationReport } from '@/views/report/wholeReport'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import { actual, band, DECEMBER, OCTOBER, pay, rectify } from '../../domain/build'
import {
  BASIS,
  laidOut,
  paperOf,
  projectWith,
  reEvaluate,
  reportedAll,
  signOff,
  summarise,
  takeOff,
  written,
} from '../../domain/scoring/sheets'
import { PUBLISHED } from '../board'

const PROJECT = projectWith()
const P = PROJECT.id
const REPORTED = reportedAll(PROJECT)

const reason = (text: string, on = OCTOBER): SpendingReason => ({
  ...written(P, { author: '王芳' }, on),
  kind: 'spending-reason',
  category: 'funding',
  text,
  nextStep: '四季度集中拨付',
  by: null,
  who: '',
})
const reportOf = (paper: ReturnType<typeof paperOf>) =>
  wholeEvaluationReport(PUBLISHED, evaluationReport(PUBLISHED.id, [paper.sheet], 'wan'), [paper])
    .flatMap(({ paragraphs }) => paragraphs)
    .map(({ phrase }) => phraseText(phrase))
    .join('\n')
const lostRows = (paper: ReturnType<typeof paperOf>) =>
  evaluationTables([paper])[1]
    ?.rows.slice(1)
    .map((row) => row.map(({ text }) => text)) ?? []

describe('one reason for the money, on every paper', () => {
  const late = [pay(P, OCTOBER, '50'), pay(P, DECEMBER, '29.27'), ...REPORTED.slice(1)]
  it('that of 10月底 explains the year’s row, named with its day; it is not the year’s, so the sign-off asks again', () => {
    const paper = paperOf([...late, reason('材料不全')])
    const cause = '经费保障：材料不全（10月底说明）'
    const whole = `${cause}；改进措施：四季度集中拨付`
    expect(
      selfEvaluationForm(PUBLISHED, paper)
        .rows.flat()
        .map(({ text }) => text),
    ).toContain(whole)
    expect(
      hebeiForm(PUBLISHED, paper)
        .rows.flat()
        .map(({ text }) => text),
    ).toContain(whole)
    expect(lostRows(paper)).toEqual([[PROJECT.name, '预算执行率', '100%', '79.27%', '10.00', '2.07', whole]])
    const [, row] = summaryForm(PUBLISHED, [paper]).rows
    expect(row?.slice(-2).map(({ text }) => text)).toEqual([
      `预算执行率 79.27%，失 2.07 分，原因：${cause}`,
      '预算执行：四季度集中拨付（10月底说明）',
    ])
    expect(reportOf(paper)).toContain(cause)
    const status = projectStatus(
      PROJECT,
      countingSlice(addEntries(emptyLedger(PLAN_ID), [...late, reason('材料不全')]).ledger, P),
      { asOf: DECEMBER, knownAt: null },
      HEBEI,
    )
    expect(reasonSaid(status)).toBe(cause)
    const signer = { id: null, name: '陈评' }
    expect(concernsOf(paper.sheet, paper.slice, [], signer).map(({ kind }) => kind)).toContain('off-budget')
  })
  it('the year’s own comes first', () => {
    const paper = paperOf([...late, reason('尾款未付', DECEMBER), reason('材料不全')])
    expect(lostRows(paper)[0]?.at(-1)).toBe('经费保障：尾款未付；改进措施：四季度集中拨付')
  })
  it('none is said to be missing', () => {
    expect(lostRows(paperOf(late))[0]?.at(-1)).toBe('未说明')
  })
})

describe('a loss that rounding gives back', () => {
  it('is a row of every list, and never 0.00', () => {
    const paper = paperOf([
      pay(P, DECEMBER, '99.996'),
      actual(`${P}/1`, DECEMBER, '89.9999%'),
      ...REPORTED.slice(2),
    ])
    expect(lostRows(paper).map((row) => [row[1], row[5]])).toEqual([
      ['预算执行率', '不足 0.01 分'],
      ['甲 指标1', '不足 0.01 分'],
    ])
    expect(problemLines(paper)).toHaveLength(2)
    expect(reportOf(paper)).not.toMatch(/失 0\.00|扣 0\.00/)
  })
  it('a row in the full band of a scheme lost nothing', () => {
    const basis = { ...BASIS, scheme: FLOOR_2021, schemeAt: () => FLOOR_2021.id }
    const paper = paperOf([pay(P, DECEMBER, '95.5'), ...REPORTED.slice(1)], PROJECT, basis)
    expect(paper.sheet.execution.points?.toFixed(2)).toBe(paper.sheet.execution.weight.toFixed(2))
    expect([problemLines(paper).filter((line) => line.includes('失')), lostRows(paper)]).toEqual([
      [],
      [['没有']],
    ])
  })
})

describe('points off and 复评', () => {
  it('say how many points, by whom and why on the paper', () => {
    const paper = paperOf([...REPORTED, takeOff(`${P}/3`, '1.25', '迟发一天', { author: '陈评' })])
    const said = '扣 1.25 分：迟发一天（陈评）'
    expect(
      selfEvaluationForm(PUBLISHED, paper)
        .rows.flat()
        .map(({ text }) => text),
    ).toContain(said)
    expect(lostRows(paper)[0]?.at(-1)).toBe(said)
  })
  it('of three places that arrive in a file count for nothing, and are said', () => {
    const fine = takeOff(`${SIX_PLAN.projects[2]?.id ?? ''}/1`, '1.255')
    const ledger = framed(addEntries(emptyLedger(PLAN_ID), [fine]).ledger, SIX_PLAN)
    const aside = keptAside(ledger, SIX_PLAN.projects[2]?.id ?? '')
    expect(aside.map(({ because }) => because.kind)).toEqual(['too-fine'])
    expect([...asideReasons(aside).values()]).toEqual([
      '暂不计入：分数多于两位小数，请评价人员按两位小数重新记分',
    ])
  })
  it('stand in the report with both totals and why', () => {
    const paper = paperOf([...REPORTED, reEvaluate(P, { [`${P}/1`]: ['10', '抽查不符'] })])
    expect(reportOf(paper)).toContain(
      '复评 97.50 分，优，比自评 −2.50 分（“甲 指标1”自评 12.50 分、复评 10.00 分：抽查不符）。',
    )
    expect(reportOf(paper)).toContain('复评 1 个。')
  })
})

describe('words of the sign-off', () => {
  it('are on the paper and in the report', () => {
    const words = [
      { concern: 'not-accepted', text: '审核人外出，电话同意' },
      { concern: 'no-evidence', text: '原件存档' },
    ]
    const paper = paperOf([...REPORTED, summarise(P), { ...signOff(P, { author: '陈评' }), words }])
    const said = '末期未通过审核：审核人外出，电话同意；缺少佐证：原件存档'
    for (const make of [selfEvaluationForm, hebeiForm])
      expect(
        make(PUBLISHED, paper)
          .rows.flat()
          .map(({ text }) => text)
          .join('\n'),
      ).toContain(`签认时说明：${said}`)
    expect(reportOf(paper)).toContain(`${PROJECT.name}签认时说明：${said}。`)
  })
})

describe('整改清单: one row, one problem', () => {
  const listed = (text: string) => {
    const asked = rectify('rectification', P, DECEMBER, text, { author: '周局长' })
    const paper = paperOf([
      pay(P, DECEMBER, '120'),
      actual(`${P}/1`, DECEMBER, '45%'),
      actual(`${P}/2`, DECEMBER, '60%'),
      ...REPORTED.slice(3),
      asked,
    ])
    const own = rectificationLines(P, paper.slice, 2020, null, null)
    return rectificationForm(PUBLISHED, [paper], [{ id: P, name: PROJECT.name, own }])
      .rows.slice(1)
      .map((row) => row[1]?.text)
  }
  const [first, second, over] = [
    `${PROJECT.name}：“甲 指标1”完成 45%（指标值 ≥90%），失 6.25 分`,
    `${PROJECT.name}：“甲 指标2”完成 60%（指标值 ≥90%），失 4.17 分`,
    `${PROJECT.name}：支出超过全年预算数`,
  ]
  const found = (line: string) => line.replace('：', '：12月底绩效评价发现：')
  it.each([
    ['the money', '说明超支资金来源', [found(over), first, second]],
    ['an indicator by name', '甲 指标2 重新核实', [found(second), first, over]],
    [
      'nothing',
      '举一反三',
      [`${PROJECT.name}：12月底绩效评价提出，针对的问题见整改要求`, first, second, over],
    ],
  ])('a demand that names %s', (_, text, rows) => {
    expect(listed(text)).toEqual(rows)
  })
})

describe('a calculation on the department’s paper', () => {
  const texts = (value: string, spent: string) => {
    const sheets = SIX_PLAN.projects.map((project, at) => {
      const entries = reportedAll(project, at % 2 === 0 ? value : '100%', spent)
      const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
      return selfEvaluation(project, countingSlice(ledger, project.id), BASIS)
    })
    return departmentForm(departmentSheet(SIX_PLAN, sheets, [], BASIS.scheme), [])
      .rows.flat()
      .map(({ text }) => text)
  }
  const number = (text: string) => new Decimal(text.replaceAll(',', ''))
  it('comes out for a reader with a calculator', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 9_999_999 }), (of, fen) => {
        for (const text of texts(`${of / 1000}%`, `${fen / 1_000_000}`)) {
          const rated = /([\d.]+)% × ([\d.]+) = ([\d.]+)$/.exec(text)
          const money = /([\d.,]+) ÷ ([\d.,]+) × ([\d.]+) = ([\d.]+)$/.exec(text)
          const [own, printed] = rated
            ? [
                number(rated[1] ?? '')
                  .times(number(rated[2] ?? ''))
                  .div(100),
                rated[3],
              ]
            : money
              ? [
                  number(money[1] ?? '')
                    .div(number(money[2] ?? ''))
                    .times(number(money[3] ?? '')),
                  money[4],
                ]
              : [null, '']
          if (!own) continue
          seen += 1
          expect(own.toDecimalPlaces(2).toFixed(2)).toBe(printed)
        }
      }),
      { numRuns: 60 },
    )
    expect(seen).toBe(60 * 3)
  })
})

describe('the county layout', () => {
  it('prints one rate alike wherever it stands, and a chosen band as it was given', () => {
    const laid = laidOut([
      ['产出指标', '数量指标', '≥90%'],
      ['效益指标', '社会效益指标', '有效提升'],
    ])
    const [first, second] = laid.indicators.map(({ id }) => id)
    const entries = [
      pay(P, DECEMBER, '79.27'),
      actual(first ?? '', DECEMBER, '89.9999%'),
      band(second ?? '', DECEMBER, 'partly', 79.99),
    ]
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const counting = countingSlice(ledger, P)
    const sheet = selfEvaluation(laid, counting, BASIS)
    const facts = paperFacts(sheet, counting, sliceOf(ledger, P), PLAN_ID, [], BASIS)
    const texts = hebeiForm(PUBLISHED, { sheet, facts })
      .rows.flat()
      .map(({ text }) => text)
    expect(texts.filter((text) => /^79\.27\d*%$/.test(text))).toEqual(['79.27%', '79.27%'])
    expect(texts).toContain('79.99')
    expect(texts).not.toContain('80.00')
  })
})
