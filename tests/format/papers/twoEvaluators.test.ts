import { describe, expect, it } from 'vitest'
import type { Appraisal, Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { appraised } from '@/domain/papers/appraisal'
import { EVALUATION_FRAME } from '@/domain/papers/evaluationFrame'
import { signedFigures } from '@/domain/scoring/signOff'
import { LEDGER_HEADINGS, ledgerRows } from '@/format/papers/ledgerExport'
import { opinionText } from '@/format/papers/appraisalForm'
import { reEvaluationForm } from '@/format/papers/reEvaluationForm'
import { selfEvaluationForm } from '@/format/papers/selfEvaluationForm'
import { monthText } from '@/format/ledger/ruleText'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { dec, reopen } from '../../domain/build'
import {
  paperOf,
  projectWith,
  reportedAll,
  sheetOf,
  signOff,
  summarise,
  takeOff,
  weigh,
  written,
} from '../../domain/scoring/sheets'
import { PUBLISHED } from '../board'

const PROJECT = projectWith()
const P = PROJECT.id
const REPORTED = [...reportedAll(PROJECT), summarise(P)]
/** Two evaluators of one day, minutes apart (10:00 and 10:20 in Shanghai). */
const LI = { author: '李评', recordedAt: '2021-01-20T02:00:00.000Z' }
const CHEN = { author: '陈评', recordedAt: '2021-01-20T02:20:00.000Z' }

const rowOf = (entries: readonly Entry[], word: string) =>
  selfEvaluationForm(PUBLISHED, paperOf(entries)).rows.find(([cell]) => cell?.text === word)?.[1]?.text
const reasonOf = (entries: readonly Entry[], place: number) => {
  const { rows } = selfEvaluationForm(PUBLISHED, paperOf(entries))
  const own = rows.filter((row) => row.some(({ text }) => text === '≥90%'))[place - 1]
  return own?.at(-1)?.text
}
/** The lines of the exported ledger for one entry: 内容, 原值, 所指编号. */
const exported = (entries: readonly Entry[], { id }: Entry) => {
  const plan = { ...PUBLISHED, projects: [PROJECT] }
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  const rows = ledgerRows(plan, ledger, null).map((row) =>
    row.map((cell) => (cell?.kind === 'text' ? cell.text : '')),
  )
  const own = rows.find((row) => row[LEDGER_HEADINGS.indexOf('编号')] === id)
  return ['内容', '原值', '所指编号'].map((name) => own?.[LEDGER_HEADINGS.indexOf(name as '内容')])
}

const textOf = (cell: ReturnType<typeof ledgerRows>[number][number] | undefined) =>
  cell?.kind === 'text' ? cell.text : ''

describe('two evaluators on one day', () => {
  it('weights: the later says whose it stands instead of, on the paper, in the ledger line and in the .csv', () => {
    const first = weigh(P, { [`${P}/1`]: '10', [`${P}/2`]: '15' }, '侧重质量', '评1号', LI)
    const later = weigh(P, { [`${P}/1`]: '12', [`${P}/2`]: '13' }, '侧重数量', '评2号', CHEN)
    const all = [...REPORTED, first, later]
    expect(rowOf(all, '分值依据')).toContain(
      '陈评，2021年1月20日，依据 评2号，侧重数量，甲 指标1 10 → 12、甲 指标2 15 → 13，替代李评（2021年1月20日 10:00）所设',
    )
    expect(rowOf(all, '分值依据')).toContain('李评，2021年1月20日，依据 评1号，侧重质量')
    const [content, before, named] = exported(all, later)
    expect(content).toBe(
      '分值：第1项 10 → 12、第2项 15 → 13，评2号，侧重数量；替代李评（2021年1月20日 10:00）所记',
    )
    expect(before).toContain('第1项 10；第2项 15')
    expect(named).toBe(first.id)
    expect(exported(all, first)[0]).not.toContain('替代')
  })

  it.each([
    ['named', true],
    ['not read by the later', false],
  ])('points off one row, the first %s: the later stands instead of it, not beside it', (_, read) => {
    const first = takeOff(`${P}/1`, '2', '佐证不全', LI)
    const later = { ...takeOff(`${P}/1`, '1.5', '抽查不符', CHEN), replaces: read ? first.id : null }
    const all = [...REPORTED, first, later]
    expect(sheetOf(PROJECT, all).indicators[0]?.points?.toFixed(2)).toBe('11.00')
    expect(reasonOf(all, 1)).toBe('扣 1.5 分：抽查不符（陈评），替代李评（2021年1月20日 10:00）所扣 2 分')
    expect(exported(all, later)).toEqual([
      '扣 2 分 → 扣 1.5 分：抽查不符；替代李评（2021年1月20日 10:00）所记',
      '扣 2 分',
      first.id,
    ])
    const lifted = { ...takeOff(`${P}/1`, '0', '已补佐证', CHEN), replaces: first.id }
    expect(reasonOf([...REPORTED, first, lifted], 1)).toBe(
      '扣分已取消：已补佐证（陈评），替代李评（2021年1月20日 10:00）所扣 2 分',
    )
  })

  it('points off two rows stay each its writer’s', () => {
    const all = [
      ...REPORTED,
      takeOff(`${P}/1`, '2', '佐证不全', LI),
      takeOff(`${P}/2`, '1', '抽查不符', CHEN),
    ]
    expect([1, 2].map((place) => reasonOf(all, place))).toEqual([
      '扣 2 分：佐证不全（李评）',
      '扣 1 分：抽查不符（陈评）',
    ])
  })

  it('both sign, as two browsers may: both stand on the paper, the later is in force', () => {
    const figures = signedFigures(sheetOf(PROJECT, REPORTED))
    const first = { ...signOff(P, LI), sheet: figures }
    const later = { ...signOff(P, CHEN), sheet: figures }
    expect(rowOf([...REPORTED, first, later], '审核签认')?.split('\n')).toEqual([
      '审核：没有通过的节点',
      '另有签认：李评 于2021年1月20日签认，意见：同意；100.00 分，优，以后签的为准',
      '签认：陈评 于2021年1月20日签认，意见：同意；100.00 分，优',
    ])
    expect(exported([...REPORTED, first, later], later)[0]).toContain('替代李评（2021年1月20日 10:00）所记')
  })

  it('one signs, the other opens and signs again: who signed which figures stays told', () => {
    const first = { ...signOff(P, LI), sheet: signedFigures(sheetOf(PROJECT, REPORTED)) }
    const opened = reopen(first, { ...CHEN, reason: '抽查不符' })
    const off = takeOff(`${P}/1`, '1', '抽查不符', { ...CHEN, recordedAt: '2021-01-20T02:21:00.000Z' })
    const again = {
      ...signOff(P, { ...CHEN, recordedAt: '2021-01-20T02:30:00.000Z' }),
      sheet: signedFigures(sheetOf(PROJECT, [...REPORTED, off])),
    }
    expect(rowOf([...REPORTED, first, opened, off, again], '审核签认')?.split('\n')).toEqual([
      '审核：没有通过的节点',
      '原签认：李评 于2021年1月20日签认，意见：同意；100.00 分，优，已重开',
      '重开：陈评 于2021年1月20日重开，原因：抽查不符',
      '签认：陈评 于2021年1月20日签认，意见：同意；99.00 分，优',
    ])
  })
})

describe('a second evaluator who scores the row of the first', () => {
  const scored = (points: string, over: Partial<Entry>, seen: readonly string[] = []) =>
    ({
      ...written(P, over),
      kind: 'appraisal',
      rows: [{ row: 'organisation', points: dec(points), basis: '抽查' }],
      seen,
    }) satisfies Entry
  const again = (points: string, over: Partial<Entry>, rows = [`${P}/1`]) =>
    ({
      ...written(P, over),
      kind: 're-evaluation',
      rows: rows.map((row) => ({ row, points: dec(points), text: '另一份问卷更低' })),
    }) satisfies Entry

  it('绩效评价: says whose points it stands instead of; one who had not read them is a rival', () => {
    const opinion = (entries: readonly Appraisal[]) => {
      const own = appraised(sheetOf(PROJECT, REPORTED), { rows: EVALUATION_FRAME, set: null }, entries)
      const row = own.rows.find(({ row: { id } }) => id === 'organisation')
      return row && opinionText(row)
    }
    const first = scored('7', LI)
    expect(opinion([first, scored('6', CHEN, [first.id])])).toBe(
      '扣 2 分；陈评，2021年1月20日；替代李评（2021年1月20日 10:00）所评 7 分',
    )
    expect(opinion([first, scored('6', CHEN)])).toBe('评价人员评分不一，商定后由一人重评')
    expect(opinion([first])).toBe('扣 1 分；李评，2021年1月20日')
  })

  it('复评: the sheet names everybody whose row counts and what was replaced', () => {
    const both = [again('12', LI, [`${P}/1`, `${P}/2`]), again('11.5', CHEN)]
    const form = reEvaluationForm(PUBLISHED, paperOf([...REPORTED, ...both]))
    const words = form.rows.flatMap((row) => row.at(-1)?.text ?? '')
    expect(words).toContain('另一份问卷更低（陈评）；替代李评（2021年1月20日 10:00）所评 12 分')
    expect(words).toContain('另一份问卷更低（李评）')
    expect(form.foot?.[0]?.[0]).toBe('复评人员：陈评、李评')
  })
})

describe('both sides of an arrow are written alike', () => {
  it.each([
    ['80.00', '6月底 80%'],
    ['80.0', '6月底 80%'],
    ['66.667', '6月底 66.667%'],
    [null, '6月底 未设定'],
    ['若干', '6月底 未能识别'],
  ])('%s', (stored, text) => {
    expect(monthText('06', stored)).toBe(text)
  })
  it('of a changed schedule, only what moved', () => {
    const change: Entry = {
      ...weigh(P, {}, '调整', '字3号', LI),
      kind: 'target-change',
      change: { kind: 'schedule', percents: { '10': '70', '06': '60.0' } },
    }
    expect(exported([change], change)[0]).toBe('资金支出计划：10月底 80% → 70%，字3号：调整')
  })
  it('of a changed 指标值, printed or typed', () => {
    const change: Entry = {
      ...weigh(`${P}/1`, {}, '口径更正', '字4号', LI),
      kind: 'target-change',
      change: { kind: 'target', text: '不低于 85百分比' },
    }
    expect(exported([change], change)[0]).toBe('≥90% → ≥85%，字4号：口径更正')
  })
})

describe('a sign-off in the exported ledger', () => {
  const stateOf = (entries: readonly Entry[], { id }: Entry) => {
    const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
    const row = ledgerRows({ ...PUBLISHED, projects: [PROJECT] }, ledger, null).find(
      (cells) => textOf(cells[LEDGER_HEADINGS.indexOf('编号')]) === id,
    )
    return ['状态', '说明'].map((name) => textOf(row?.[LEDGER_HEADINGS.indexOf(name as '状态')]))
  }
  const signed = signOff(P, { author: '陈评', schema: 2, recordedAt: '2021-01-20T02:00:00.000Z' })
  const opened = {
    ...reopen(signed, { author: '陈评', recordedAt: '2021-01-22T02:00:00.000Z' }),
    reason: '漏记一笔支出',
  }
  const anew = signOff(P, { author: '陈评', schema: 2, recordedAt: '2021-01-25T02:00:00.000Z' })

  it('counts until it is opened again, and then says by whom and why; one signed anew counts', () => {
    expect(stateOf([...REPORTED, signed], signed)).toEqual(['有效', ''])
    const all = [...REPORTED, signed, opened, anew]
    expect(stateOf(all, signed)).toEqual(['已重开', '已重开：漏记一笔支出（陈评，2021-01-22 10:00）'])
    expect(stateOf(all, opened)[0]).toBe('有效')
    expect(stateOf(all, anew)).toEqual(['有效', ''])
  })

  it('stays in force beside a reopening that names another', () => {
    const wrong = { ...opened, signOff: 'nowhere' as typeof opened.signOff }
    expect(stateOf([...REPORTED, signed, wrong], signed)[0]).toBe('有效')
  })
})
