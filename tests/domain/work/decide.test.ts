import { describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import type { Role } from '@/domain/ledger/role'
import { HEBEI } from '@/domain/plan/preset'
import { decide, type Refusal } from '@/domain/work/decide'
import type { Actor } from '@/domain/work/permission'
import { PLAN_ID, SIX_PLAN } from '../../fixtures/sixProjects'
import {
  actual,
  adjust,
  day,
  DECEMBER,
  JUNE,
  lock,
  manage,
  MARCH,
  OCTOBER,
  pay,
  reschedule,
  retarget,
  settle,
  total,
  step,
  unlock,
  voidOf,
  wan,
} from '../build'
import { signOff } from '../scoring/sheets'

const THREE = `${PLAN_ID}/3`
const LATER = day('2021-02-01')

function who(role: Role, name = '张三', id: string | null = null): Actor {
  return { id, name, role }
}

function judged(
  entries: readonly Entry[],
  drafts: readonly Draft[],
  actor: Actor,
  today = LATER,
): Refusal['kind'] | 'allowed' {
  const { ledger } = addEntries(emptyLedger(PLAN_ID), entries)
  return decide(drafts, actor, { ledger, plan: SIX_PLAN, preset: HEBEI, today })?.kind ?? 'allowed'
}

/** A void of an entry as a draft, about whatever day it says. */
function voiding({ id, subject, effectiveOn }: Entry, on = effectiveOn, reason = '填错'): Draft {
  return { kind: 'void', subject, effectiveOn: on, entry: id, reason }
}
const paying = (on: string, amount = '1'): Draft => {
  const { kind, subject, effectiveOn, amount: sum, memo, voucher, stated } = pay(THREE, on, amount)
  return { kind, subject, effectiveOn, amount: sum, memo, voucher, stated }
}
const reporting = (on: string): Draft => {
  const { kind, subject, effectiveOn, measure, value, evidence, deviation, fullYear, likelihood } = actual(
    `${THREE}/1`,
    on,
    '95',
  )
  return { kind, subject, effectiveOn, measure, value, evidence, deviation, fullYear, likelihood }
}
const stating = (on: string, amount: string): Draft => ({
  kind: 'spending-total',
  subject: THREE,
  effectiveOn: day(on),
  amount: wan(amount),
  memo: '',
})
const stepping = (kind: 'submit' | 'return' | 'accept', on: string, subject = THREE): Draft => ({
  kind,
  subject,
  effectiveOn: day(on),
  note: kind === 'return' ? '请补凭证' : '',
  covers: null,
})

describe('a void is judged by the entry it names', () => {
  const paid = pay(THREE, '2020-05-06', '3')
  const accepted = step('accept', THREE, JUNE, { author: '李局' })
  const theirs = pay(THREE, '2020-05-07', '3', { author: '王芳' })
  const adjusted = adjust(THREE, '2020-05-06', '5')
  const ourVoid = voidOf(paid)
  const theirVoid = voidOf(paid, { author: '王芳' })
  const submitted = step('submit', THREE, JUNE)
  const signed = signOff(THREE, { author: '周平' })

  it.each<[string, readonly Entry[], Draft, Actor, string]>([
    ['own payment, open', [paid], voiding(paid), who('manager'), 'allowed'],
    [
      'an accepted payment, dated the day it is about',
      [paid, accepted],
      voiding(paid),
      who('manager'),
      'closed',
    ],
    [
      'an accepted payment, dated after the acceptance',
      [paid, accepted],
      voiding(paid, OCTOBER),
      who('manager'),
      'closed',
    ],
    [
      'a locked payment, dated after the lock',
      [paid, lock(JUNE)],
      voiding(paid, DECEMBER),
      who('manager'),
      'closed',
    ],
    ['a payment opened again', [paid, lock(JUNE), unlock(JUNE)], voiding(paid), who('manager'), 'allowed'],
    ['a payment of somebody else', [theirs], voiding(theirs), who('manager'), 'other-author'],
    ['a payment of somebody else, as leader', [theirs], voiding(theirs), who('leader'), 'role'],
    ['an acceptance', [paid, accepted], voiding(accepted), who('manager'), 'decision'],
    [
      'an acceptance, by the leader who wrote it',
      [paid, accepted],
      voiding(accepted),
      who('leader', '李局'),
      'decision',
    ],
    ['a lock', [lock(JUNE)], voiding(lock(JUNE)), who('leader'), 'unknown-entry'],
    ['an unknown id', [], voiding(paid), who('manager'), 'unknown-entry'],
    [
      'an id that lies under another subject',
      [paid],
      { ...voiding(paid), subject: `${THREE}/1` },
      who('manager'),
      'unknown-entry',
    ],
    ['own adjustment, as leader', [adjusted], voiding(adjusted), who('leader'), 'allowed'],
    ['own adjustment, closed', [adjusted, accepted], voiding(adjusted, OCTOBER), who('leader'), 'closed'],
    ['an adjustment, as manager', [adjusted], voiding(adjusted), who('manager'), 'role'],
    ['own void', [paid, ourVoid], voiding(ourVoid), who('manager'), 'allowed'],
    [
      'the void of somebody else of own payment',
      [paid, theirVoid],
      voiding(theirVoid),
      who('manager'),
      'other-author',
    ],
    [
      'own void of a payment since accepted',
      [paid, ourVoid, accepted],
      voiding(ourVoid, OCTOBER),
      who('manager'),
      'closed',
    ],
    ['own 报送', [submitted], voiding(submitted), who('manager'), 'allowed'],
    ['own 报送, accepted since', [submitted, accepted], voiding(submitted), who('manager'), 'closed'],
    [
      'a payment under a signed-off year, dated in the next',
      [paid, signed],
      voiding(paid, day('2021-01-05')),
      who('manager'),
      'signed-off',
    ],
    ['without a reason', [paid], voiding(paid, JUNE, ' '), who('manager'), 'no-reason'],
    ['as administrator', [paid], voiding(paid), who('admin'), 'role'],
  ])('%s', (_, entries, draft, actor, expected) => {
    expect(judged(entries, [draft], actor)).toBe(expected)
  })

  it('a decision hides behind no payment beside it', () => {
    const stated = stating(JUNE, '3')
    expect(
      judged(
        [paid, accepted],
        [voiding(accepted, day('2020-07-01')), { ...stated, effectiveOn: day('2020-07-01') }],
        who('manager'),
      ),
    ).toBe('decision')
  })

  it('people are compared by id where both have one, by name otherwise', () => {
    const mine = { ...paid, account: 'u1', author: '张三（财务）' }
    expect(judged([mine], [voiding(mine)], who('manager', '张三', 'u1'))).toBe('allowed')
    expect(judged([{ ...mine, author: '张三' }], [voiding(mine)], who('manager', '张三', 'u2'))).toBe(
      'other-author',
    )
    expect(judged([{ ...paid, account: null }], [voiding(paid)], who('manager', '张三', 'u1'))).toBe(
      'allowed',
    )
  })
})

describe('nothing about the future is an actual', () => {
  const today = day('2020-07-02')
  it.each<[string, Draft, string]>([
    ['a payment of today', paying('2020-07-02'), 'allowed'],
    ['a payment of tomorrow', paying('2020-07-03'), 'future'],
    ['a value at a checkpoint ahead', reporting(OCTOBER), 'future'],
    ['a statement at the year’s end', stating(DECEMBER, '40'), 'future'],
    ['a statement of today', stating('2020-07-02', '40'), 'allowed'],
    [
      'what is expected of the year',
      { kind: 'spending-estimate', subject: THREE, effectiveOn: DECEMBER, amount: wan('80'), memo: '' },
      'allowed',
    ],
    ['报送 of a checkpoint ahead', stepping('submit', DECEMBER), 'not-yet'],
    ['报送 of one that has come', stepping('submit', JUNE), 'allowed'],
  ])('%s', (_, draft, expected) => {
    expect(judged([], [draft], who('manager'), today)).toBe(expected)
  })

  it('a checkpoint can be submitted from its own day', () => {
    expect(judged([], [stepping('submit', JUNE)], who('manager'), day(JUNE))).toBe('allowed')
  })
})

describe('an entry fits the plan', () => {
  const naming = (manager: string): Draft => ({
    kind: 'project-manager',
    subject: THREE,
    effectiveOn: JUNE,
    manager,
  })
  const elsewhere = (draft: Draft): Draft => ({ ...draft, subject: draft.subject.replace('/3', '/9') })
  const sourced: Draft = {
    kind: 'spending-by-source',
    subject: THREE,
    effectiveOn: day('2019-12-31'),
    sources: {
      fiscal: { arrived: wan('1'), executed: null },
      'carried-over': { arrived: null, executed: null },
      other: { arrived: null, executed: null },
    },
  }
  it.each<[string, Draft, Role, string]>([
    ['a payment of the year before', paying('2019-12-31'), 'manager', 'other-year'],
    ['a payment of the year after', paying('2021-01-05'), 'manager', 'other-year'],
    ['a payment of its last day', paying('2020-12-31'), 'manager', 'allowed'],
    ['a total of the year before', stating('2019-06-30', '5'), 'manager', 'other-year'],
    ['zero of the year before', stating('2019-06-30', '0'), 'manager', 'other-year'],
    ['a value of the year after', reporting('2021-01-05'), 'manager', 'other-year'],
    ['money by source of the year before', sourced, 'manager', 'other-year'],
    ['a payment of a project that is not there', elsewhere(paying(JUNE)), 'manager', 'no-subject'],
    ['a value of an indicator that is not there', elsewhere(reporting(JUNE)), 'manager', 'no-subject'],
    ['a blank manager', naming('\u3000'), 'admin', 'no-name'],
    ['no manager', naming(''), 'admin', 'no-name'],
    ['a manager', naming('王芳'), 'admin', 'allowed'],
  ])('%s', (_, draft, role, expected) => {
    expect(judged([], [draft], who(role))).toBe(expected)
  })
})

describe('a step is judged draft by draft, with the earlier ones in it', () => {
  it.each<[string, readonly Draft[], Role, string]>([
    [
      'submitting twice at once',
      [stepping('submit', JUNE), stepping('submit', JUNE)],
      'manager',
      'out-of-turn',
    ],
    [
      'entering after locking in one step',
      [
        { kind: 'lock', subject: PLAN_ID, effectiveOn: JUNE, reason: '汇总', covers: [] },
        {
          kind: 'budget-adjustment',
          subject: THREE,
          effectiveOn: JUNE,
          amount: wan('1'),
          document: '1号',
          reason: '追加',
        },
      ],
      'leader',
      'closed',
    ],
    ['zero after a payment of the same step', [paying(MARCH), stating(JUNE, '0')], 'manager', 'not-zero'],
    ['a payment after zero of the same step', [stating(MARCH, '0'), paying(JUNE)], 'manager', 'allowed'],
    [
      'a refused draft refuses those before it too',
      [paying(MARCH), { kind: 'lock', subject: PLAN_ID, effectiveOn: JUNE, reason: '', covers: [] }],
      'manager',
      'role',
    ],
    ['nothing', [], 'admin', 'allowed'],
  ])('%s', (_, drafts, role, expected) => {
    expect(judged([], drafts, who(role))).toBe(expected)
  })
})

describe('statements', () => {
  const paid = pay(THREE, '2020-05-06', '3')
  it.each<[string, readonly Entry[], Draft, string]>([
    ['below zero', [], stating(JUNE, '-1'), 'negative-total'],
    ['zero over a payment', [paid], stating(JUNE, '0'), 'not-zero'],
    ['zero over a payment that is void', [paid, voidOf(paid)], stating(JUNE, '0'), 'allowed'],
    ['zero before the first payment', [paid], stating(MARCH, '0'), 'allowed'],
    ['zero over a refund only', [pay(THREE, '2020-05-06', '-3')], stating(JUNE, '0'), 'allowed'],
    ['more than zero over a payment', [paid], stating(JUNE, '2'), 'allowed'],
    [
      'zero in place of an own statement of that day',
      [total(THREE, JUNE, '3')],
      stating(JUNE, '0'),
      'allowed',
    ],
    ['zero over an own earlier statement', [total(THREE, MARCH, '3')], stating(JUNE, '0'), 'not-zero'],
    [
      'zero over the statement of somebody else',
      [total(THREE, JUNE, '3', { author: '王芳' })],
      stating(JUNE, '0'),
      'not-zero',
    ],
    ['zero where the later money is', [pay(THREE, '2020-07-01', '3')], stating(JUNE, '0'), 'allowed'],
  ])('%s', (_, entries, draft, expected) => {
    expect(judged(entries, [draft], who('manager'))).toBe(expected)
  })
})

describe('a settlement', () => {
  const mine = actual(`${THREE}/1`, JUNE, '95')
  const theirs = actual(`${THREE}/1`, JUNE, '97', { author: '王芳' })
  const other = actual(`${THREE}/2`, JUNE, '97', { author: '王芳' })
  const settling = (seen: readonly Entry[], kept: Entry, reason = '核对凭证', on = JUNE): Draft => ({
    kind: 'settlement',
    subject: mine.subject,
    effectiveOn: on,
    seen: seen.map(({ id }) => id),
    kept: kept.id,
    reason,
  })
  const all = [mine, theirs, other]
  it.each<[string, readonly Entry[], Draft, Role, string]>([
    ['by the manager', all, settling([mine, theirs], theirs), 'manager', 'allowed'],
    ['by the leader', all, settling([mine, theirs], mine), 'leader', 'allowed'],
    ['by an evaluator', all, settling([mine, theirs], mine), 'evaluator', 'role'],
    [
      'under a closing',
      [...all, step('accept', THREE, JUNE)],
      settling([mine, theirs], mine),
      'leader',
      'closed',
    ],
    [
      'of another’s project',
      [...all, manage(THREE, '王芳')],
      settling([mine, theirs], mine),
      'manager',
      'other-project',
    ],
    ['that keeps what it has not seen', all, settling([mine], theirs), 'leader', 'unknown-entry'],
    ['that names another indicator', all, settling([mine, other], mine), 'leader', 'unknown-entry'],
    [
      'that is about another day',
      all,
      settling([mine, theirs], mine, '核对', MARCH),
      'leader',
      'unknown-entry',
    ],
    ['without a reason', all, settling([mine, theirs], mine, ''), 'leader', 'no-reason'],
  ])('%s', (_, entries, draft, role, expected) => {
    expect(judged(entries, [draft], who(role))).toBe(expected)
  })
})

describe('a void of a settlement', () => {
  const rivals = [actual(`${THREE}/1`, JUNE, '95'), actual(`${THREE}/1`, JUNE, '97', { author: '王芳' })]
  const [kept] = rivals
  if (!kept) throw new Error('no rival')
  const own = settle(kept, rivals)
  const accepted = step('accept', THREE, JUNE)
  it.each<[string, readonly Entry[], Actor, string]>([
    ['of one’s own, as manager: the conflict is open again', [], who('manager'), 'allowed'],
    ['of one’s own, as leader, who voids own adjustments only and settles anew', [], who('leader'), 'role'],
    ['of somebody else’s', [], who('manager', '王芳'), 'other-author'],
    ['of one’s own under an acceptance', [accepted], who('manager'), 'closed'],
  ])('%s', (_, after, actor, expected) => {
    expect(judged([...rivals, own, ...after], [voiding(own)], actor)).toBe(expected)
  })
})

describe('the round', () => {
  const rivals = [actual(`${THREE}/1`, JUNE, '95'), actual(`${THREE}/1`, JUNE, '97', { author: '王芳' })]
  const submitted = step('submit', THREE, JUNE)
  const later = [actual(`${THREE}/1`, OCTOBER, '95'), actual(`${THREE}/1`, OCTOBER, '97', { author: '王芳' })]
  const september = reschedule(THREE, '2020-02-01', { '09': '70' })
  const locking = (kind: 'lock' | 'unlock', on: string): Draft => ({
    kind,
    subject: PLAN_ID,
    effectiveOn: day(on),
    reason: '汇总上报',
    covers: null,
  })
  it.each<[string, readonly Entry[], Draft, Role, string]>([
    ['报送 over an open conflict', rivals, stepping('submit', JUNE), 'manager', 'conflict'],
    [
      '报送 over a target that two changed for one day',
      [
        retarget(`${THREE}/1`, '2020-05-01', '≥85%'),
        retarget(`${THREE}/1`, '2020-05-01', '≥80%', { author: '王芳' }),
      ],
      stepping('submit', JUNE),
      'manager',
      'conflict',
    ],
    [
      '通过 over a schedule that two changed for one day',
      [
        submitted,
        reschedule(THREE, JUNE, { '10': '80' }),
        reschedule(THREE, JUNE, { '10': '70' }, { author: '王芳' }),
      ],
      stepping('accept', JUNE),
      'leader',
      'conflict',
    ],
    ['报送 of a checkpoint before it', later, stepping('submit', JUNE), 'manager', 'allowed'],
    ['报送 of a blank checkpoint', [], stepping('submit', MARCH), 'manager', 'unset-checkpoint'],
    ['报送 of a day between', [], stepping('submit', '2020-08-15'), 'manager', 'no-checkpoint'],
    ['通过 of a day between', [], stepping('accept', '2020-08-15'), 'leader', 'no-checkpoint'],
    ['通过 of a day far ahead', [], stepping('accept', '2099-12-31'), 'leader', 'no-checkpoint'],
    ['退回 of a day between', [], stepping('return', '2020-08-31'), 'leader', 'no-checkpoint'],
    [
      '报送 of a month that a change sets',
      [september],
      stepping('submit', '2020-09-30'),
      'manager',
      'allowed',
    ],
    [
      '报送 of a month that another project’s change sets',
      [september],
      stepping('submit', '2020-09-30', `${PLAN_ID}/4`),
      'manager',
      'no-checkpoint',
    ],
    ['锁定 of a day between', [], locking('lock', '2020-08-15'), 'leader', 'no-checkpoint'],
    ['解锁 of a day between', [], locking('unlock', '2020-08-15'), 'leader', 'no-checkpoint'],
    ['锁定 of a blank checkpoint', [], locking('lock', MARCH), 'leader', 'unset-checkpoint'],
    ['解锁 of a blank checkpoint', [], locking('unlock', MARCH), 'leader', 'unset-checkpoint'],
    [
      '解锁 of a blank checkpoint locked before',
      [lock(MARCH)],
      locking('unlock', MARCH),
      'leader',
      'allowed',
    ],
    ['解锁 of what was never locked', [], locking('unlock', JUNE), 'leader', 'out-of-turn'],
    ['解锁 of what is locked', [lock(JUNE)], locking('unlock', JUNE), 'leader', 'allowed'],
    ['解锁 of another day', [lock(JUNE)], locking('unlock', OCTOBER), 'leader', 'out-of-turn'],
    [
      '解锁 of what was unlocked',
      [lock(JUNE), unlock(JUNE)],
      locking('unlock', JUNE),
      'leader',
      'out-of-turn',
    ],
    [
      '解锁 of what was locked anew',
      [lock(JUNE), unlock(JUNE), lock(JUNE)],
      locking('unlock', JUNE),
      'leader',
      'allowed',
    ],
    [
      '锁定 of 3月底, set in one project',
      [reschedule(THREE, '2020-02-01', { '03': '10' })],
      locking('lock', MARCH),
      'leader',
      'allowed',
    ],
    ['锁定 of a checkpoint', [], locking('lock', JUNE), 'leader', 'allowed'],
    ['锁定 of a month that a change sets', [september], locking('lock', '2020-09-30'), 'leader', 'allowed'],
    ['通过 over an open conflict', [submitted, ...rivals], stepping('accept', JUNE), 'leader', 'conflict'],
    ['退回 over an open conflict', [submitted, ...rivals], stepping('return', JUNE), 'leader', 'allowed'],
    ['通过 of what was not submitted', [], stepping('accept', JUNE), 'leader', 'out-of-turn'],
    ['通过 of what was', [submitted], stepping('accept', JUNE), 'leader', 'allowed'],
    ['通过 by the manager', [submitted], stepping('accept', JUNE), 'manager', 'role'],
    [
      '报送 of another’s project',
      [manage(THREE, '王芳')],
      stepping('submit', JUNE),
      'manager',
      'other-project',
    ],
    ['退回 of what was not submitted', [], stepping('return', JUNE), 'leader', 'out-of-turn'],
  ])('%s', (_, entries, draft, role, expected) => {
    expect(judged(entries, [draft], who(role))).toBe(expected)
  })
})

describe('a 报送 is of a checkpoint that was set (domain.md §4)', () => {
  it.each<[string, readonly Entry[], string, string]>([
    ['6月底, as printed', [], JUNE, 'allowed'],
    ['3月底, blank in the table', [], MARCH, 'unset-checkpoint'],
    ['3月底, set by an approved change', [reschedule(THREE, '2020-02-01', { '03': '10' })], MARCH, 'allowed'],
    [
      '3月底, set by a change that came after it',
      [reschedule(THREE, '2020-07-01', { '03': '10' })],
      MARCH,
      'unset-checkpoint',
    ],
    [
      '3月底, set in another project',
      [reschedule(`${PLAN_ID}/2`, '2020-02-01', { '03': '10' })],
      MARCH,
      'unset-checkpoint',
    ],
  ])('%s', (_, entries, on, answer) => {
    expect(judged(entries, [stepping('submit', on)], who('manager'))).toBe(answer)
  })
})

describe('money by source', () => {
  type Said = readonly [executed: string | null, arrived?: string | null, budget?: string]
  const stating = (fiscal: Said, carried: Said = [null], on = JUNE): Draft => {
    const of = ([executed, arrived = null, budget]: Said) => ({
      arrived: arrived === null ? null : wan(arrived),
      executed: executed === null ? null : wan(executed),
      ...(budget === undefined ? {} : { budget: wan(budget) }),
    })
    return {
      kind: 'spending-by-source',
      subject: THREE,
      effectiveOn: on,
      sources: { fiscal: of(fiscal), 'carried-over': of(carried), other: of([null]) },
    }
  }
  const spent = [pay(THREE, '2020-05-01', '30'), pay(THREE, '2020-09-01', '20')]
  const faults = 'source-faults'
  it.each<[string, readonly Entry[], Draft, Role, string]>([
    ['that comes to the total of its day', spent, stating(['30']), 'manager', 'allowed'],
    ['that comes to a later total', spent, stating(['50'], [null], OCTOBER), 'manager', 'allowed'],
    ['that comes to another day’s total', spent, stating(['50']), 'manager', faults],
    ['a hundredth off', spent, stating(['30.000001']), 'manager', faults],
    ['with nothing reported', [], stating(['30']), 'manager', faults],
    ['of nothing executed', [], stating([null]), 'manager', 'allowed'],
    ['of a source the budget has not', spent, stating(['25'], ['5']), 'manager', faults],
    [
      'that says the budget by source',
      spent,
      stating(['25', null, '70'], ['5', null, '10']),
      'manager',
      'allowed',
    ],
    [
      'whose budget does not come to the whole',
      spent,
      stating(['25', null, '70'], ['5', null, '5']),
      'manager',
      faults,
    ],
    ['executed above arrived', spent, stating(['30', '29.99']), 'manager', faults],
    ['executed as much as arrived', spent, stating(['30', '30']), 'manager', 'allowed'],
    ['arrived for one source only', spent, stating(['25', '30', '70'], ['5', null, '10']), 'manager', faults],
    ['below zero', spent, stating(['35'], ['-5']), 'manager', 'negative-total'],
    [
      'a budget below zero',
      spent,
      stating(['30', null, '85'], [null, null, '-5']),
      'manager',
      'negative-total',
    ],
    ['by an evaluator', spent, stating(['30']), 'evaluator', 'role'],
    ['of tomorrow', spent, stating(['30'], [null], day('2021-02-02')), 'manager', 'future'],
    ['after the sign-off', [...spent, signOff(THREE)], stating(['30']), 'manager', 'signed-off'],
  ])('%s', (_, entries, draft, role, expected) => {
    expect(judged(entries, [draft], who(role))).toBe(expected)
  })

  it('is judged on what the same step enters before it', () => {
    expect(judged([], [paying(JUNE, '30'), stating(['30'])], who('manager'))).toBe('allowed')
  })
})
