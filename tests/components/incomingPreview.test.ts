import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { incoming } from '@/domain/ledger/incoming'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { HEBEI } from '@/domain/plan/preset'
import { incomingText } from '@/views/exchange/exchangeText'
import IncomingPreview from '@/views/exchange/IncomingPreview.vue'
import {
  actual,
  adjust,
  day,
  DECEMBER,
  JUNE,
  lock,
  pay,
  retarget,
  step,
  total,
  voidOf,
} from '../domain/build'
import { PLAN_ID, SIX_PLAN } from '../fixtures/sixProjects'
import { mountedHere } from './mounting'

const P = `${PLAN_ID}/3`
const show = mountedHere()

function preview(ours: readonly Entry[], theirs: readonly Entry[], sender: string): string {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), ours)
  const view = { asOf: day(DECEMBER), clock: '2021-01-01T00:00:00.000Z', waiting: [] }
  const found = incoming(SIX_PLAN, ledger, theirs, HEBEI, (a, b) => a === b, view)
  const text = incomingText(SIX_PLAN, found, sender)
  const props = { name: 'a.json', origin: '', unsealed: false, text, empty: false, evidence: [] }
  return show(mount(IncomingPreview, { props })).text()
}

describe('the preview of a hand-over file', () => {
  const own = pay(P, '2020-05-01', '10', { author: '王芳' })
  const theirs = [
    pay(P, '2020-06-01', '60', { author: '李强' }),
    pay(P, '2020-06-02', '1', { author: '赵敏' }),
    pay(P, '2020-06-03', '2', { author: '赵敏' }),
    voidOf(own, { author: '王芳' }),
    adjust(P, '2020-05-02', '20', { author: '刘局' }),
    step('submit', P, JUNE, { author: '李强' }),
    pay(P, '2020-07-01', '5', { author: '李强', recordedAt: '2030-01-01T00:00:00.000Z' }),
  ]
  const said = preview([own], theirs, '李强')

  it.each([
    ['others before the sender', /填报人：赵敏 2 条、.*李强（导出人） 3 条。姓名和身份是填写时自报的/],
    [
      'what is voided and whose it was',
      /作废 1 条.*王芳 作废王芳 填报的支出（办公楼修缮，2020年5月1日） \+10\.00 万元/s,
    ],
    ['what is adjusted and decided', /调整、审核和签认 2 条.*刘局 预算调整（办公楼修缮.*李强 报送/s],
    ['what lies in the future', /记录时间在将来 1 条.*李强 支出/s],
    [
      'the department before and after',
      /全部项目：累计支出 10\.00 万元 → 63\.00 万元；全年预算 6,580\.51 万元 → 6,600\.51 万元/,
    ],
    [
      'the project’s figures and states',
      /办公楼修缮：7 条；累计支出 10\.00 万元 → 63\.00 万元；全年预算 80\.00 万元 → 100\.00 万元；支出进度 严重滞后 → .*；6月底未报送 → 待审核/,
    ],
  ])('shows %s', (_, pattern) => {
    expect(said.replaceAll(/\s+/g, ' ')).toMatch(pattern)
  })

  it('says what every door asks, and what is kept aside and why', () => {
    const closed = [own, step('submit', P, JUNE), step('accept', P, JUNE, { author: '刘局' })]
    const again = pay(P, '2020-05-01', '10', { author: '李强' })
    const text = preview(closed, [again, pay(P, '2020-07-01', '400000', { author: '李强' })], '李强')
    expect(text).toMatch(/要核对 2 条/)
    expect(text).toMatch(/已在台账/)
    expect(text).toMatch(/元与万元弄混/)
    expect(text).toMatch(
      /将暂不计入 1 条.*李强 支出（办公楼修缮，2020年5月1日）.*6月底已由 刘局 通过，并入后暂不计入/s,
    )
  })

  it('a void that cannot take anything back is not said to', () => {
    const theft = voidOf(own, { author: '李强' })
    const text = preview([own], [theft], '李强').replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/作废 1 条 ?其中 1 条并入后暂不计入，原因见下/)
    expect(text).toMatch(/李强 作废王芳 填报的支出（办公楼修缮，2020年5月1日）.*（并入后暂不计入）/)
    expect(text).toMatch(/将暂不计入 1 条.*所指的记录由 王芳 填报，他人不能作废，并入后暂不计入/)
    expect(text).toMatch(/全部项目：累计支出 10\.00 万元，不变/)
  })

  it('a void of what is in neither place, and an entry of the whole plan that stays aside', () => {
    const locked = lock(JUNE, { author: '刘局' })
    const text = preview([locked], [voidOf(own), voidOf(locked, { author: '刘局' })], '王芳')
    expect(text).toMatch(/张三 作废一条本机和文件中都没有的记录/)
    expect(text).toMatch(/刘局 作废（全部项目，2020年6月30日）.*所指的是锁定，不能作废/)
  })

  it('what is new is listed one by one, and what it changes at an earlier checkpoint is said with that checkpoint', () => {
    const later = total(P, DECEMBER, '60', { author: '王芳' })
    const text = preview([later], [total(P, JUNE, '50', { author: '李强' })], '李强').replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/新填报 1 条.*李强 累计支出（办公楼修缮，2020年6月30日） 累计 50\.00/)
    expect(text).toMatch(
      /累计支出 60\.00 万元，不变；6月底 累计支出 未填报 → 50\.00 万元；10月底 累计支出 未填报 → 50\.00/,
    )
    const value = preview([later], [actual(`${P}/1`, JUNE, '60', { author: '李强' })], '李强')
    expect(value).toMatch(/6月底 .+ 未填报 → 偏低/)
  })

  it('a difference under the places shown is still a difference', () => {
    const text = preview([own], [pay(P, '2020-06-01', '0.0004', { author: '李强' })], '李强')
    expect(text).toMatch(/全部项目：累计支出 10\.00 万元 → 10\.0004 万元/)
  })

  it('names the indicator of a value and the goal of a department', () => {
    const text = preview([], [actual(`${P}/1`, JUNE, '60')], '王芳')
    expect(text).toMatch(/未填报 → /)
    expect(preview([], [retarget(`${P}/1`, JUNE, '≥50百分比')], '刘局')).toMatch(
      /目标调整（办公楼修缮 · .+，2020年6月30日） .* → ≥50%/,
    )
  })
})
