import { describe, expect, it } from 'vitest'
import { countingSlice } from '@/domain/ledger/aside'
import type { Appraisal, Entry, SpendingBySource } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { appraised } from '@/domain/papers/appraisal'
import { departmentSheet } from '@/domain/papers/departmentSheet'
import { moneyFacts } from '@/domain/papers/paperFacts'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import { rectificationLines } from '@/domain/papers/rectificationList'
import { reviewsOf, withdrawnOf } from '@/domain/papers/reviews'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus } from '@/domain/status/projectStatus'
import { appraisalForm } from '@/format/papers/appraisalForm'
import { scoreSheet } from '@/format/papers/departmentBook/scoreSheet'
import { departmentForm } from '@/format/papers/departmentForm'
import { hebeiForm } from '@/format/papers/hebeiForm'
import { monitorForm } from '@/format/papers/monitorForm'
import type { FormTable } from '@/format/papers/formCells'
import { reEvaluationForm } from '@/format/papers/reEvaluationForm'
import { rectificationForm } from '@/format/papers/rectificationForm'
import { evaluationTables } from '@/format/papers/reportTables'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { measuresOf, problemLines, problemsOf } from '@/format/papers/problemText'
import { summaryForm } from '@/format/papers/summaryForm'
import { phraseText } from '@/format/phrase'
import { evaluationReport } from '@/views/report/reportText'
import { PLAN_ID } from '../../fixtures/sixProjects'
import {
  actual,
  adjust,
  band,
  day,
  dec,
  DECEMBER,
  explain,
  JUNE,
  OCTOBER,
  pay,
  rectify,
  reopen,
  split,
  voidOf,
  wan,
} from '../../domain/build'
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
  weigh,
  written,
} from '../../domain/scoring/sheets'
import { PUBLISHED } from '../board'

const PROJECT = projectWith()
const P = PROJECT.id
const REPORTED = reportedAll(PROJECT)

const rowOf = (form: FormTable, word: string) =>
  form.rows.find(([cell]) => cell?.text === word)?.map(({ text }) => text)
const words = (form: FormTable) =>
  [
    ...(form.lead ?? []).flat(),
    ...form.rows.flat().map(({ text }) => text),
    ...(form.foot ?? []).flat(),
  ].join('\n')

describe('money by source in doubt', () => {
  const stated: SpendingBySource = {
    ...written(P, { author: '王芳', schema: 2 }),
    kind: 'spending-by-source',
    sources: {
      fiscal: { arrived: wan('60'), executed: wan('70') },
      'carried-over': { arrived: null, executed: null },
      other: { arrived: null, executed: null },
    },
  }
  it('is said under 其中 of both layouts, and what does not come to the total is not filled', () => {
    const paper = paperOf([...REPORTED, stated])
    const doubt =
      '12月底按来源填报（王芳）：各来源执行数合计 70.00 万元，与累计支出 100.00 万元 不符；当年财政拨款执行数 70.00 万元，大于到位数 60.00 万元，执行数未按来源列入'
    for (const form of [selfEvaluationForm(PUBLISHED, paper), hebeiForm(PUBLISHED, paper)])
      expect(rowOf(form, '分来源资金存疑')).toEqual(['分来源资金存疑', doubt])
    expect(rowOf(selfEvaluationForm(PUBLISHED, paper), '其中：当年财政拨款')?.slice(1, 4)).toEqual([
      '100.00',
      '100.00',
      '100.00',
    ])
    expect(rowOf(selfEvaluationForm(PUBLISHED, paperOf(REPORTED)), '分来源资金存疑')).toBeUndefined()
  })
})

describe('figures near a cut', () => {
  it('79.9999 of 100, 99.999999 of 100 and 95.125 are printed as they are', () => {
    const rate = (spent: string) => {
      const paper = paperOf([pay(P, DECEMBER, spent)])
      return [
        rowOf(selfEvaluationForm(PUBLISHED, paper), '年度资金总额'),
        rowOf(summaryForm(PUBLISHED, [paper]), '1'),
      ]
    }
    expect(rate('79.9999').map((row) => row?.find((text) => text.endsWith('%')))).toEqual([
      '79.9999%',
      '79.9999%',
    ])
    for (const row of rate('99.999999')) {
      expect(row).toContain('99.999999')
      expect(row).toContain('99.999999%')
      expect(row).toContain('100.000000')
    }
    const paper = paperOf([actual(`${P}/1`, DECEMBER, '95.125%')])
    expect(words(selfEvaluationForm(PUBLISHED, paper))).toContain('95.125%')
  })

  it('spending below zero keeps its sign and earns nothing', () => {
    const paper = paperOf([pay(P, DECEMBER, '-5')])
    const row = rowOf(selfEvaluationForm(PUBLISHED, paper), '年度资金总额')
    expect(row).toEqual(['年度资金总额', '100.00', '100.00', '−5.00', '10.00', '−5.00%', '0.00'])
  })
})

describe('a row without points', () => {
  const weights = { [`${P}/1`]: '0', [`${P}/2`]: '25' }
  const paper = paperOf([...REPORTED, weigh(P, weights, '本年不适用', '县财〔2021〕3号')])
  it('says on the form that it counts for none', () => {
    expect(words(selfEvaluationForm(PUBLISHED, paper))).toContain('分值为 0，不计分')
    expect(words(hebeiForm(PUBLISHED, paper))).toContain('分值为 0，不计分')
  })

  it('starts nothing on 评分表, where it is named', () => {
    const form = appraisalForm(PUBLISHED, appraised(paper.sheet, { rows: EVALUATION_FRAME, set: null }, []))
    expect(words(form)).toContain('；甲 指标1自评分值为 0，不计）')
    const laid = laidOut([
      ['产出指标', '数量指标', '≥90%'],
      ['产出指标', '质量指标', '≥90%'],
    ])
    const none = paperOf([weigh(P, { [`${P}/1`]: '0', [`${P}/2`]: '50' }, '本年不适用', '字1号')], laid)
    expect(
      words(appraisalForm(PUBLISHED, appraised(none.sheet, { rows: EVALUATION_FRAME, set: null }, []))),
    ).toContain(
      `待评：自评分值为 0（${laid.indicators[0]?.level3}），没有得分率可以起算，由评价人员评分，写明依据`,
    )
    const without = EVALUATION_FRAME.filter(({ id }) => id === 'cost')
    const rows = EVALUATION_FRAME.filter(({ id }) => id !== 'cost')
    const set = {
      document: '县财〔2021〕9号',
      reason: '不评成本',
      author: '陈评',
      recordedAt: '2021-02-03T02:00:00.000Z',
    }
    const own = appraised(paper.sheet, { rows, set: set as never, unweighted: without }, [])
    expect(rowOf(appraisalForm(PUBLISHED, own), '分值依据')?.[1]).toBe(
      '产出成本分值为 0，不列、不评；县财〔2021〕9号：不评成本（陈评，2021年2月3日）',
    )
  })
})

describe('对照 on 评分表', () => {
  const again = reEvaluate(P, { [`${P}/1`]: ['10', '抽查不符'] }, { recordedAt: '2021-02-01T02:00:00.000Z' })
  const moved = weigh(P, { [`${P}/1`]: '12', [`${P}/2`]: '13' }, '侧重数量', '评2号', {
    recordedAt: '2021-02-02T02:00:00.000Z',
  })
  it.each<[string, readonly Entry[], string]>([
    ['none', REPORTED, '自评 100.00 分，优；绩效评价 待评'],
    ['that stands', [...REPORTED, again], '自评 100.00 分，优；复评 97.50 分，优；绩效评价 待评'],
    [
      'to be made again',
      [...REPORTED, again, moved],
      '自评 100.00 分，优；复评 须重新复评（甲 指标1）；绩效评价 待评',
    ],
    [
      'over a sheet that is 暂不完整',
      [...REPORTED.slice(0, -1), again],
      '自评 暂不完整：已得 90.00 分，尚有 10.00 分未定（1 行）；复评 暂不完整；绩效评价 待评',
    ],
  ])('says of a 复评 %s what it is', (_, entries, said) => {
    const { sheet } = paperOf(entries)
    const own = appraised(sheet, { rows: EVALUATION_FRAME, set: null }, [])
    expect(rowOf(appraisalForm(PUBLISHED, own), '对照')?.[1]).toBe(said)
  })
})

describe('what was taken back', () => {
  it('stands on 复评表 and 评分表 with who, when and why', () => {
    const again = reEvaluate(
      P,
      { [P]: ['8', '国库账核减'] },
      { author: '陈评', recordedAt: '2021-02-01T02:00:00.000Z' },
    )
    const said: Appraisal = {
      ...written(P, { author: '陈评', schema: 2, recordedAt: '2021-02-01T02:00:00.000Z' }),
      kind: 'appraisal',
      rows: [{ row: 'goals', points: dec('4'), basis: '查看批复' }],
      seen: [],
    }
    const backs = [again, said].map((entry) =>
      voidOf(entry, { author: '陈评', recordedAt: '2021-02-03T02:00:00.000Z' }),
    )
    const paper = paperOf([...REPORTED, again, said, ...backs])
    expect(rowOf(reEvaluationForm(PUBLISHED, paper), '撤回的复评')?.[1]).toBe(
      '陈评，2021年2月1日：预算执行率 8 分；陈评 于2021年2月3日撤回，不计入：录入有误',
    )
    const kept = withdrawnOf(reviewsOf(paper.slice, P, 'appraisal', null))
    const own = appraised(paper.sheet, { rows: EVALUATION_FRAME, set: null }, [], undefined, kept)
    expect(rowOf(appraisalForm(PUBLISHED, own), '撤回的评分')?.[1]).toBe(
      '陈评，2021年2月1日：绩效目标 4 分；陈评 于2021年2月3日撤回，不计入：录入有误',
    )
  })
})

describe('问题整改清单 (domain.md §12)', () => {
  const asked = rectify('rectification', P, OCTOBER, '加快进度', { author: '周局长' })
  const answer = rectify('rectification-result', P, OCTOBER, '已开工', { author: '王芳' })
  const listed = (entries: readonly Entry[]) => {
    const paper = paperOf(entries)
    const counting = countingSlice(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
    const own = rectificationLines(P, paper.slice, 2020, null, (asOf) =>
      projectStatus(PROJECT, counting, { asOf, knownAt: null }, HEBEI),
    )
    return rectificationForm(PUBLISHED, [paper], [{ id: P, name: PROJECT.name, own }])
      .rows.slice(1)
      .map((row) => row.map(({ text }) => text))
  }
  it('lists a 整改要求 with its answer, source and what is to be written', () => {
    const [row] = listed([
      ...REPORTED,
      pay(P, OCTOBER, '85'),
      ...PROJECT.indicators.map(({ id }, at) => actual(id, OCTOBER, at === 0 ? '70%' : '95%')),
      asked,
      answer,
    ])
    expect(row?.slice(0, 3)).toEqual([
      '1',
      `${PROJECT.name}：10月底绩效监控发现：“甲 指标1”完成 70%（指标值 ≥90%）`,
      '监控',
    ])
    expect(row?.[3]).toMatch(/^加快进度（周局长，2020年1月\d+日）$/)
    expect(row?.slice(4, 6)).toEqual(['待填写', '待填写'])
    expect(row?.[6]).toMatch(/^已开工（王芳，/)
    expect(listed([...REPORTED, asked])[0]?.[6]).toBe('尚未答复')
  })

  it('names who answers for lagging money and by when, as its reason says', () => {
    const why = { who: '李会计', by: day('2020-11-30') }
    const demand = rectify('rectification', P, OCTOBER, '加快支出进度', { author: '周局长' })
    const late = [pay(P, OCTOBER, '50'), ...REPORTED, demand]
    const ends = (entries: readonly Entry[]) => listed(entries).map((row) => row.slice(4, 6))
    expect(ends([...late, explain(P, OCTOBER, why)])[0]).toEqual(['李会计', '2020年11月30日'])
    expect(ends([...late, explain(P, JUNE, why)])[0]).toEqual(['李会计', '2020年11月30日（6月底说明）'])
    expect(ends(late)[0]).toEqual(['待填写', '待填写'])
  })

  it('lists what lost points though nobody asked, and nothing where nothing was lost', () => {
    expect(listed(REPORTED)).toEqual([['没有']])
    const [row] = listed([pay(P, DECEMBER, '80'), ...REPORTED.slice(1)])
    expect(row?.slice(1, 4)).toEqual([
      `${PROJECT.name}：预算执行率 80.00%，失 2.00 分`,
      '自评',
      '没有提出整改要求',
    ])
  })
})

describe('a sheet that is 暂不完整', () => {
  const cut = adjust(P, '2020-06-01', '-100')
  const without = laidOut(['产出指标', '产出指标', '效益指标'].map((level) => [level, '数量指标', '≥90%']))
  const said = '预算执行率：全年预算数为 0，没有执行率'
  it.each([
    ['全年预算数 of 0, all else reported', paperOf([...REPORTED, cut]), [said]],
    ['全年预算数 of 0, nothing spent', paperOf([...REPORTED.slice(1), cut]), ['支出未填报']],
    [
      'a group that no indicator is in',
      paperOf(reportedAll(without), without),
      ['没有满意度指标，其 10 分无处可分，请调整并写明理由'],
    ],
  ])('by %s gives its reason on 汇总表 and 整改清单, as its own page does', (_, paper, problems) => {
    expect(paper.sheet.outcome.kind).toBe('incomplete')
    expect(problemsOf(paper).map(({ text }) => text)).toEqual(expect.arrayContaining(problems))
    expect(summaryForm(PUBLISHED, [paper]).rows[1]?.[8]?.text).toContain(problems[0])
    expect(words(rectificationForm(PUBLISHED, [paper], []))).toContain(problems[0])
  })
  it('says it once', () => {
    expect(problemLines(paperOf([...REPORTED, cut])).filter((line) => line.includes('没有执行率'))).toEqual([
      said,
    ])
  })
})

describe('what nobody reported on 整改清单', () => {
  const problems = (entries: readonly Entry[]) =>
    rectificationForm(PUBLISHED, [paperOf(entries)], [])
      .rows.slice(1)
      .map((row) => row[1]?.text)
  const names = (from: number) =>
    PROJECT.indicators
      .slice(from)
      .map(({ level3 }) => `“${level3}”`)
      .join('、')

  it('is one row a project, with every name', () => {
    expect(problems([])).toEqual([`${PROJECT.name}：支出未填报；7 项指标未填报：${names(0)}`])
    expect(problems([REPORTED[0]!])).toEqual([`${PROJECT.name}：7 项指标未填报：${names(0)}`])
    expect(problems([REPORTED[0]!, actual(`${P}/1`, DECEMBER, '88%')])).toEqual([
      `${PROJECT.name}：“甲 指标1”完成 88%（指标值 ≥90%），失 0.28 分`,
      `${PROJECT.name}：6 项指标未填报：${names(1)}`,
    ])
  })

  it('is one sentence on 汇总表 and in the reports', () => {
    const paper = paperOf([REPORTED[0]!, actual(`${P}/1`, DECEMBER, '88%')])
    expect(problemLines(paper)).toEqual([
      '“甲 指标1”完成 88%（指标值 ≥90%），失 0.28 分，未说明原因',
      `6 项指标未填报：${names(1)}`,
    ])
    expect(summaryForm(PUBLISHED, [paper]).rows[1]?.[8]?.text).toContain(`6 项指标未填报：${names(1)}`)
  })

  it('a single one keeps its own row', () => {
    expect(problems(REPORTED.slice(1))).toEqual([`${PROJECT.name}：支出未填报`])
    expect(problems(REPORTED.slice(0, -1))).toEqual([`${PROJECT.name}：“甲 指标7”未填报`])
  })
})

describe('年度总体目标实际完成情况 written before the budget moved', () => {
  const told = (at: string) => ({ ...summarise(P, '全年执行率100%'), recordedAt: at })
  const moved = (at: string) => ({ ...adjust(P, '2020-12-20', '-30'), recordedAt: at })
  const BEFORE = '2020-11-03T02:00:00.000Z'
  const AFTER = '2020-12-21T02:00:00.000Z'
  const mark = '全年执行率100%（填写于2020年11月3日，预算调整前）'
  const papers = (paper: ReturnType<typeof paperOf>) =>
    [selfEvaluationForm, hebeiForm].map((make) => words(make(PUBLISHED, paper)))

  it('says so on every paper and in the report', () => {
    const paper = paperOf([...REPORTED, told(BEFORE), moved(AFTER)])
    for (const form of papers(paper)) expect(form).toContain(mark)
    expect(
      evaluationReport(PUBLISHED.id, [paper.sheet], 'wan')
        .flatMap(({ paragraphs }) => paragraphs)
        .map(({ phrase }) => phraseText(phrase))
        .join(),
    ).toContain(mark)
  })

  it('says nothing where it was written after, or the change was taken back', () => {
    const cut = moved(AFTER)
    for (const entries of [
      [told('2020-12-22T02:00:00.000Z'), moved(AFTER)],
      [told(BEFORE), cut, voidOf(cut, { recordedAt: '2020-12-23T02:00:00.000Z' })],
    ])
      for (const form of papers(paperOf([...REPORTED, ...entries]))) {
        expect(form).toContain('全年执行率100%')
        expect(form).not.toContain('预算调整前')
      }
  })

  it('a cut keeps the spending reported', () => {
    const { execution } = paperOf([...REPORTED, moved(AFTER)]).sheet
    expect(execution.spent?.toFixed()).toBe('1000000')
    expect(execution.budget.toFixed()).toBe('700000')
    expect(execution.over).toBe(true)
  })
})

describe('days on papers', () => {
  it('are written in one form, 填报日期 by hand until the sheet is signed', () => {
    const signed = paperOf([
      ...REPORTED,
      summarise(P),
      signOff(P, { author: '陈评', recordedAt: '2021-02-03T02:00:00.000Z' }),
    ])
    const form = selfEvaluationForm(PUBLISHED, signed)
    expect(form.lead?.[0]?.[1]).toBe('填报日期：2021年2月3日')
    expect(words(form)).toContain('签认：陈评 于2021年2月3日签认')
    expect(words(form)).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(selfEvaluationForm(PUBLISHED, paperOf(REPORTED)).lead?.[0]?.[1]).toBe(
      '填报日期：　　　　年　　月　　日',
    )
  })
})

describe('what a bureau sends back', () => {
  const underspent = [pay(P, DECEMBER, '99.9999'), ...REPORTED.slice(1)]
  const signed = (words: readonly { concern: string; text: string }[], over: Partial<Entry> = {}) => ({
    ...signOff(P, { author: '陈评', recordedAt: '2021-02-03T02:00:00.000Z', ...over }),
    words,
  })

  it('the reason for execution said at the sign-off stands where nobody gave one before', () => {
    const paper = paperOf([...underspent, signed([{ concern: 'off-budget', text: '结余留用' }])])
    const national = selfEvaluationForm(PUBLISHED, paper)
    expect(rowOf(national, '执行偏差原因分析及改进措施')?.[1]).toBe('结余留用（陈评签认时说明）')
    expect(rowOf(hebeiForm(PUBLISHED, paper), '五、预算执行率')?.at(-1)).toBe('结余留用（陈评签认时说明）')
    expect(problemLines(paper)).toEqual([
      '预算执行率 99.9999%，失分不足 0.01 分，原因：结余留用（陈评签认时说明）',
    ])
    expect(measuresOf(paper)).toEqual([])
    const reason = {
      ...written(P, { author: '王芳' }),
      kind: 'spending-reason' as const,
      category: 'other' as const,
      text: '尾款未付',
      nextStep: '',
      by: null,
      who: '',
    }
    const both = paperOf([...underspent, reason, signed([{ concern: 'off-budget', text: '结余留用' }])])
    expect(rowOf(hebeiForm(PUBLISHED, both), '五、预算执行率')?.at(-1)).toBe('其他：尾款未付')
    expect(rowOf(selfEvaluationForm(PUBLISHED, paperOf(underspent)), '执行偏差原因分析及改进措施')?.[1]).toBe(
      '未说明',
    )
  })

  it('a part that is not judged is marked wherever its value is printed', () => {
    const id = `${P}/1`
    const paper = paperOf([
      split(id, '2020-01-01', [{ name: '参保率' }, { name: '救助水平', judged: false }]),
      ...REPORTED.filter(({ subject }) => subject !== id),
      actual(id, DECEMBER, '88%', { measure: 'm1' }),
      actual(id, DECEMBER, '80%', { measure: 'm2' }),
    ])
    const value = '参保率 88%；救助水平 80%（不评判）'
    for (const make of [selfEvaluationForm, hebeiForm, reEvaluationForm])
      expect(words(make(PUBLISHED, paper))).toContain(value)
    expect(problemLines(paper).join()).toContain(`完成 ${value}（`)
  })

  it('a value of an earlier checkpoint is marked wherever it is scored', () => {
    const paper = paperOf([pay(P, DECEMBER, '100'), actual(`${P}/1`, JUNE, '88%')])
    for (const make of [selfEvaluationForm, hebeiForm, reEvaluationForm])
      expect(words(make(PUBLISHED, paper))).toContain('88%\n（沿用6月底）')
    expect(scoreSheet([paper.sheet]).rows.flat()).toContainEqual(
      expect.objectContaining({ text: '88%（沿用6月底）' }),
    )
    expect(
      evaluationTables([paper])[1]
        ?.rows.flat()
        .map(({ text }) => text),
    ).toContain('88%\n（沿用6月底）')
  })

  it('a qualitative row prints the percentage of its band', () => {
    const laid = laidOut([['效益指标', '社会效益指标', '有效提升']])
    const id = laid.indicators[0]?.id ?? ''
    const paper = paperOf([pay(P, DECEMBER, '100'), band(id, DECEMBER, 'partly', 70)], laid)
    expect(words(selfEvaluationForm(PUBLISHED, paper))).toContain('部分达成并具有一定效果，70%')
  })

  it('weights changed twice after results are both on every paper, old → new', () => {
    const change = (first: string, second: string, document: string, on: string) =>
      weigh(P, { [`${P}/1`]: first, [`${P}/2`]: second }, `按${document}`, document, {
        author: '陈评',
        recordedAt: `${on}T02:00:00.000Z`,
      })
    const paper = paperOf([
      ...REPORTED,
      change('10', '15', '字1号', '2021-01-10'),
      change('5', '20', '字2号', '2021-01-20'),
    ])
    for (const form of [selfEvaluationForm, hebeiForm, reEvaluationForm].map((make) =>
      make(PUBLISHED, paper),
    ))
      expect(rowOf(form, '分值依据')?.[1]).toBe(
        '人工设定：陈评，2021年1月20日，依据 字2号，按字2号，甲 指标1 10 → 5、甲 指标2 15 → 20，替代陈评（2021年1月10日 10:00）所设，在已有填报以后调整；填报以后第 1 次调整：陈评，2021年1月10日，依据 字1号，按字1号，甲 指标1 12.5 → 10、甲 指标2 12.5 → 15',
      )
  })

  it('主要问题 has what missed without losing a hundredth and says points off as such; what explains a miss is no 改进措施', () => {
    const said = (id: string, value: string, text: string) =>
      actual(id, DECEMBER, value, { deviation: { category: 'other', text } })
    const paper = paperOf([
      ...underspent.slice(0, 1),
      said(`${P}/1`, '89.9999%', '差一例'),
      said(`${P}/2`, '95%', '已达标'),
      ...REPORTED.slice(3),
      takeOff(`${P}/3`, '2', '佐证不全'),
    ])
    expect(problemsOf(paper).map(({ text, cause }) => [text, cause])).toEqual([
      ['“甲 指标3”完成 95%（指标值 ≥90%），扣 2.00 分（佐证不全）', ''],
      ['预算执行率 99.9999%，失分不足 0.01 分', '未说明'],
      ['“甲 指标1”完成 89.9999%（指标值 ≥90%），失分不足 0.01 分', '其他：差一例'],
    ])
    expect(measuresOf(paper)).toEqual([])
  })

  it('a sheet signed anew says when, by whom and why it was opened; 汇总表 marks what is not signed', () => {
    const first = signed([])
    const opened = reopen(first, {
      reason: '补录佐证',
      author: '陈评',
      recordedAt: '2021-02-05T02:00:00.000Z',
    })
    const again = signed([], { recordedAt: '2021-02-08T02:00:00.000Z' })
    const papers = [paperOf([...REPORTED, first, opened]), paperOf([...REPORTED, first, opened, again])]
    for (const paper of papers)
      expect(rowOf(selfEvaluationForm(PUBLISHED, paper), '审核签认')?.[1]).toContain(
        '重开：陈评 于2021年2月5日重开，原因：补录佐证\n签认：',
      )
    expect(papers.map((paper) => rowOf(summaryForm(PUBLISHED, [paper]), '1')?.[7])).toEqual([
      '优（未签认）',
      '优',
    ])
  })
})

describe('marks on a paper', () => {
  const monitorPaper = (entries: readonly Entry[]) => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const slice = countingSlice(ledger, P)
    const status = projectStatus(PROJECT, slice, { asOf: OCTOBER, knownAt: null }, HEBEI)
    return monitorForm(
      PUBLISHED,
      projectMonitor(status, slice, countingSlice(ledger, PLAN_ID), HEBEI),
      moneyFacts(status, slice, null),
    )
  }
  const notesOf = ({ foot }: FormTable) => foot?.flat().at(-1)

  it('监控表 says of which checkpoint a value is that nobody reported anew, and what its marks mean', () => {
    const form = monitorPaper([
      pay(P, OCTOBER, '80'),
      actual(`${P}/1`, JUNE, '95%'),
      actual(`${P}/2`, OCTOBER, '40%'),
    ])
    expect(words(form)).toContain('95%\n（沿用6月底）\n')
    expect(words(form)).toContain('\n40%\n')
    expect(notesOf(form)).toBe(
      '注：1. 执行率＝1–10月执行数÷全年预算数 100.00 万元。 2. 执行情况下写“沿用”的，本期没有填报，列示较早节点的填报数。 3. 备注为按内部预警口径核对的提示，不是上级规定。',
    )
  })

  it('that is not there is not explained', () => {
    const form = monitorPaper([pay(P, OCTOBER, '80'), actual(`${P}/1`, OCTOBER, '95%')])
    expect(notesOf(form)).toBe('注：执行率＝1–10月执行数÷全年预算数 100.00 万元。')
    const signed = paperOf([...REPORTED, signOff(P)])
    expect(notesOf(summaryForm(PUBLISHED, [signed]))).not.toMatch(/未签认|含沿用/)
  })

  it('汇总表 explains 未签认 and 含沿用', () => {
    const paper = paperOf([pay(P, DECEMBER, '100'), actual(`${P}/1`, JUNE, '95%')])
    expect(notesOf(summaryForm(PUBLISHED, [paper]))).toMatch(/写“未签认”的.*写“含沿用”的/)
  })
})

describe('the department’s money', () => {
  const rows = (plan: typeof PUBLISHED) =>
    departmentForm(departmentSheet(plan, [paperOf(REPORTED).sheet], [], BASIS.scheme), []).rows
  const total = (plan: typeof PUBLISHED) =>
    rows(plan)
      .find(([cell]) => cell?.text === '合计')
      ?.map(({ text }) => text)

  it('is summed where both parts are known, and waits for what is not in the ledger', () => {
    expect(total(PUBLISHED)).toEqual([
      '合计',
      '521.24',
      '待填写',
      '待填写',
      '—',
      '基本支出填列后，与项目支出相加',
    ])
    expect(total({ ...PUBLISHED, facts: null })?.[1]).toBe('待填写')
  })

  it('leaves every heading below at its place', () => {
    const form = departmentForm(departmentSheet(PUBLISHED, [paperOf(REPORTED).sheet], [], BASIS.scheme), [])
    expect(form.heads?.map(({ from }) => form.rows[from]?.[1]?.text)).toEqual(['目标', '评分项'])
  })
})
