import { describe, expect, it } from 'vitest'
import type { Day } from '@/domain/time/day'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { entryContent } from '@/format/ledger/entryContent'
import { entryLines } from '@/format/ledger/entryLines'
import { indicatorCards } from '@/format/project/indicatorCards'
import { needText } from '@/format/project/needText'
import { projectHeadline } from '@/format/project/projectHeadline'
import { phraseText } from '@/format/phrase'
import {
  DECEMBER,
  JUNE,
  MARCH,
  OCTOBER,
  actual,
  adjust,
  band,
  day,
  pay,
  plain,
  retarget,
  split,
  voidOf,
  zero,
} from '../../domain/build'
import { boardOf, PUBLISHED } from '../board'

const P = PUBLISHED.id

function statusOf(position: number, entries: readonly Entry[], asOf: Day) {
  const status = boardOf(entries, asOf).projects[position - 1]
  if (!status) throw new Error(`no project ${position}`)
  return status
}

const say = (position: number, entries: readonly Entry[], asOf: Day, unit: 'wan' | 'yuan' = 'wan') =>
  phraseText(projectHeadline(statusOf(position, entries, asOf), unit, HEBEI))

const rowOf = (position: number, indicator: number, entries: readonly Entry[], asOf: Day) => {
  const row = indicatorCards(statusOf(position, entries, asOf), HEBEI)[indicator - 1]
  if (!row) throw new Error(`no indicator ${indicator}`)
  return row
}

describe("a project's headline", () => {
  const spent = (amount: string) => [pay(`${P}/3`, '2020-03-20', amount)]

  it.each([
    [[], MARCH, '截至3月底，支出未填报，首个计划节点尚未到期；7 项指标均未到期。'],
    [[], OCTOBER, '截至10月底，支出未填报，10月底计划应支 64.00 万元；7 项指标均未填报。'],
    [spent('10'), MARCH, '截至3月底支出 10.00 万元，执行率 12.50%，首个计划节点尚未到期；7 项指标均未到期。'],
    [
      spent('52'),
      OCTOBER,
      '截至10月底支出 52.00 万元，执行率 65.00%，低于计划 80%，滞后 15.0 个百分点（12.00 万元）；7 项指标均未填报。',
    ],
    [spent('64'), OCTOBER, '截至10月底支出 64.00 万元，执行率 80.00%，与计划 80% 持平；7 项指标均未填报。'],
    [
      spent('70'),
      day('2020-11-15'),
      '截至11月15日支出 70.00 万元，执行率 87.50%，高于10月底计划 80%，超出 7.5 个百分点（6.00 万元）；7 项指标均未填报。',
    ],
    [
      spent('84'),
      OCTOBER,
      '截至10月底支出 84.00 万元，执行率 105.00%，高于计划 80%，超出 25.0 个百分点（20.00 万元），已超全年预算；7 项指标均未填报。',
    ],
    [
      [zero(`${P}/3`, '2020-06-30')],
      JUNE,
      '截至6月底支出 0.00 万元，执行率 0.00%，低于计划 50%，滞后 50.0 个百分点（40.00 万元）；7 项指标均未填报。',
    ],
  ])('with %# reads as it should', (entries, asOf, sentence) => {
    expect(say(3, entries, asOf)).toBe(sentence)
  })

  it('has rate, plan and gap of one budget after an adjustment between checkpoints', () => {
    const [six, five] = [
      [adjust(`${P}/6`, '2020-11-10', '12'), pay(`${P}/6`, '2020-10-01', '900')],
      [adjust(`${P}/5`, '2020-11-10', '-12'), pay(`${P}/5`, '2020-10-01', '294')],
    ]
    const between = day('2020-11-30')
    expect(say(5, five, between)).toContain(
      '执行率 64.33%，低于10月底计划 82.1%，滞后 17.8 个百分点（81.20 万元）',
    )
    expect(say(6, six, between)).toContain(
      '执行率 82.54%，高于10月底计划 79.12%，超出 3.4 个百分点（37.27 万元）',
    )
    const nothing = [adjust(`${P}/5`, '2020-11-10', '-469'), zero(`${P}/5`, '2020-10-01')]
    expect(say(5, nothing, between)).toContain('低于10月底计划 80%，滞后 375.20 万元')
  })

  it('never hides a shortfall or an excess in its rounding', () => {
    expect(say(3, spent('63.999999'), OCTOBER)).toContain(
      '执行率 79.999999%，低于计划 80%，滞后 0.000001 个百分点（0.000001 万元）',
    )
    expect(say(3, spent('80.000001'), OCTOBER)).toContain('执行率 100.000001%')
  })

  it('says 元 when 元 are shown, and each indicator kind once', () => {
    const entries = [
      ...spent('52'),
      actual(`${P}/3/1`, '2020-10-31', '90%'),
      actual(`${P}/3/2`, '2020-10-31', '98.996%'),
    ]
    expect(say(3, entries, OCTOBER, 'yuan')).toBe(
      '截至10月底支出 520,000.00 元，执行率 65.00%，低于计划 80%，滞后 15.0 个百分点（120,000.00 元）；7 项指标达标 1 项、未达标 1 项、未填报 5 项。',
    )
  })

  it('keeps both projects of one code apart', () => {
    const entries = [pay(`${P}/4`, '2020-06-01', '6'), pay(`${P}/6`, '2020-06-01', '300')]
    expect(PUBLISHED.projects[3]?.code).toBe(PUBLISHED.projects[5]?.code)
    expect(say(4, entries, JUNE)).toContain('支出 6.00 万元，执行率 60.00%，与计划 60% 持平')
    expect(say(6, entries, JUNE)).toContain('支出 300.00 万元，执行率 27.82%，低于计划 50%')
  })
})

describe('the indicators of a project', () => {
  it('stand in the order of the document, unreported ones without a value', () => {
    const rows = indicatorCards(statusOf(6, [], OCTOBER), HEBEI)
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(rows.map(({ targetText }) => targetText)).toEqual([
      '≥95%',
      '≥1年',
      '≥90%',
      '≥95%',
      '≥90%',
      '≥90%',
      '≥90%',
    ])
    expect(rows.flatMap(({ parts }) => parts)).toSatisfy((parts: (typeof rows)[number]['parts']) =>
      parts.every(({ text, value }) => text === '未填报' && value === null),
    )
  })

  it.each([
    [1, 2, '94.996%', '接近', '94.996%', '低于指标值 0.004 个百分点', ['未说明原因']],
    [1, 2, '95', '达标', '95%', '', []],
    [1, 1, '104%', '达标', '104%', '高于指标值 4.0 个百分点', ['超额，需说明原因', '未说明原因']],
    [6, 2, '0.8年', '接近', '0.8年', '低于指标值 0.2 年', ['未说明原因']],
    [6, 2, '0.5', '差距大', '0.5年', '低于指标值 0.5 年', ['未说明原因']],
  ])('%i/%i with %s is %s', (project, indicator, typed, word, text, gap, notes) => {
    const row = rowOf(
      project,
      indicator,
      [actual(`${P}/${project}/${indicator}`, '2020-10-31', typed)],
      OCTOBER,
    )
    expect([row.word, row.parts[0]?.text, row.gap, row.notes]).toEqual([word, text, gap, notes])
  })

  it('say the reason where one was given', () => {
    const deviation = { category: 'funding' as const, text: '资金到位晚' }
    const row = rowOf(1, 2, [actual(`${P}/1/2`, '2020-10-31', '90%', { deviation })], OCTOBER)
    expect(row.notes).toEqual(['经费保障：资金到位晚'])
    const blank = { ...actual(`${P}/1/2`, '2020-10-31', ' ', { deviation }), fullYear: ' ' }
    expect(rowOf(1, 2, [blank], OCTOBER)).toMatchObject({
      word: '不评判',
      parts: [{ text: '空白' }],
      notes: ['经费保障：资金到位晚'],
    })
    const over = rowOf(1, 1, [actual(`${P}/1/1`, '2020-10-31', '104%', { deviation })], OCTOBER)
    expect(over.notes).toEqual(['超额，已说明原因', '经费保障：资金到位晚'])
  })

  it('show a compound one by its measures, with what is not judged', () => {
    const id = `${P}/2/1`
    const entries = [
      split(id, '2020-01-02', [{ name: '医疗保险参保率' }, { name: '医疗救助水平', judged: false }]),
      actual(id, '2020-10-31', '99.2%', { measure: 'm1' }),
    ]
    const row = rowOf(2, 1, entries, OCTOBER)
    expect(row.parts.map(({ name, text }) => [name, text])).toEqual([
      ['医疗保险参保率', '99.2%'],
      ['医疗救助水平（不评判）', '未填报'],
    ])
    expect(row.word).toBe('达标')
  })

  it('name the document of a changed target, and what it was', () => {
    const entries = [retarget(`${P}/1/2`, '2020-07-01', '≥90百分比'), actual(`${P}/1/2`, '2020-10-31', '92%')]
    const row = rowOf(1, 2, entries, OCTOBER)
    expect([row.targetText, row.word, row.notes]).toEqual([
      '≥90%',
      '达标',
      ['指标值经 字2号 调整，原为 ≥95百分比'],
    ])
  })
})

describe('what the next checkpoint needs', () => {
  it('is an amount, the days left, and two paces', () => {
    const need = needText(statusOf(3, [pay(`${P}/3`, '2020-09-20', '52')], OCTOBER), 'wan')
    expect(need).toMatchObject({
      heading: '到12月底（计划 100%）',
      left: '还需支出 28.00 万元',
      days: '剩余 61 天',
      forecast: '按目前进度直线外推，年底支出 62.40 万元（预算的 78.0%）；仅为推算。',
    })
    expect(need?.bars.map(({ label, text, value }) => [label, text, plain(value)])).toEqual([
      ['每月需支', '14.00', '140000'],
      ['目前每月', '5.20', '52000'],
    ])
  })

  it('has no pace and no forecast where nothing was reported, which is not 0', () => {
    const need = needText(statusOf(3, [], MARCH), 'wan')
    expect(need).toMatchObject({
      heading: '到6月底（计划 50%）',
      left: '还需支出 40.00 万元',
      forecast: null,
    })
    expect(need?.bars[1]).toMatchObject({ text: '未填报', value: null })
  })

  it('asks for nothing once the next plan is reached, and is none after the last checkpoint', () => {
    expect(needText(statusOf(3, [pay(`${P}/3`, '2020-02-01', '70')], JUNE), 'wan')?.left).toBe(
      '已达到，无需再支',
    )
    expect(needText(statusOf(3, [], DECEMBER), 'wan')).toBeNull()
  })

  it('forecasts no share of a budget that is not there', () => {
    const entries = [pay(`${P}/4`, '2020-02-01', '1'), adjust(`${P}/4`, '2020-03-01', '-12')]
    expect(needText(statusOf(4, entries, JUNE), 'wan')?.forecast).toBe(
      '按目前进度直线外推，年底支出 2.01 万元；仅为推算。',
    )
  })
})

describe('the entries behind the figures', () => {
  const linesOf = (entries: readonly Entry[], asOf: Day = OCTOBER) => {
    const { ledger } = addEntries(emptyLedger(P), entries)
    return entryLines(statusOf(3, entries, asOf), sliceOf(ledger, `${P}/3`), 'wan')
  }

  it('stand newest first with the total each brought, up to the day looked at', () => {
    const lines = linesOf([
      pay(`${P}/3`, '2020-06-20', '40'),
      { ...pay(`${P}/3`, '2020-09-20', '-3'), memo: '质保金', voucher: '记-12' },
      actual(`${P}/3/3`, '2020-09-30', '96%'),
      pay(`${P}/3`, '2020-11-02', '10'),
    ])
    expect(
      lines.map(({ day: on, kind, about, content, total }) => [on, kind, about, content, total]),
    ).toEqual([
      ['2020年9月30日', '指标完成值', '工程进度', '96%', ''],
      ['2020年9月20日', '支出', '', '−3.00 万元，退回，质保金，凭证 记-12', '37.00'],
      ['2020年6月20日', '支出', '', '+40.00 万元', '40.00'],
    ])
  })

  it('keep what was voided and say why; a void that was itself voided says nothing', () => {
    const payment = pay(`${P}/3`, '2020-06-20', '40')
    const wrong = { ...voidOf(payment), reason: '点错了' }
    const right = { ...voidOf(payment), reason: '重复录入' }
    expect(linesOf([payment])[0]?.voided).toBeNull()
    expect(linesOf([payment, wrong])[0]).toMatchObject({ total: '', content: '+40.00 万元' })
    expect(linesOf([payment, wrong])[0]?.voided).toMatch(/^已作废：点错了（张三，.+）$/)
    expect(linesOf([payment, wrong, voidOf(wrong)])[0]).toMatchObject({ voided: null, total: '40.00' })
    expect(linesOf([payment, right, wrong, voidOf(wrong)])[0]?.voided).toMatch(/^已作废：重复录入（张三，/)
  })

  it('say of a voided one what was known at the moment looked from', () => {
    const payment = pay(`${P}/3`, '2020-06-20', '40')
    const early = { ...voidOf(payment, { author: '李四' }), reason: '重复录入' }
    const late = { ...voidOf(payment, { author: '王五' }), reason: '再次作废' }
    const entries = [payment, early, late]
    const { ledger } = addEntries(emptyLedger(P), entries)
    const voided = (knownAt: string) =>
      entryLines(statusOf(3, entries, OCTOBER), sliceOf(ledger, `${P}/3`), 'wan', knownAt)[0]?.voided
    expect(voided(payment.recordedAt)).toBeNull()
    expect(voided(early.recordedAt)).toMatch(/^已作废：重复录入（李四，/)
    expect(voided(late.recordedAt)).toMatch(/^已作废：再次作废（王五，/)
  })

  it('say a band with its points as given, never rounded over a cut', () => {
    expect(entryContent(band(`${P}/3/5`, '2020-10-31', 'partly', 79.96), 'wan')).toBe(
      '部分达成并具有一定效果 79.96%',
    )
  })

  it('say an adjustment with its document', () => {
    expect(entryContent(adjust(`${P}/3`, '2020-05-01', '-2.5'), 'wan')).toBe('−2.50 万元，字1号：追加')
  })
})
