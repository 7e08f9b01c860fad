import { describe, expect, it } from 'vitest'
import { keptAside } from '@/domain/ledger/aside'
import type { Entry, EntryKind } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { isReopeningVoid, namedByVoid, namedIn, voidFault, WRITERS } from '@/domain/ledger/naming'
import { ROLES, type Role } from '@/domain/ledger/role'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { signOff } from '../scoring/sheets'
import { actual, adjust, JUNE, manage, pay, reopen, retarget, settle, step, total, voidOf } from '../build'

const P = `${PLAN_ID}/3`
const sliceWith = (...entries: Entry[]) => sliceOf(addEntries(emptyLedger(PLAN_ID), entries).ledger, P)
const faultsOf = (...entries: Entry[]) => Object.fromEntries(namedIn(sliceWith(...entries)).faults)
const as = <E extends Entry>(entry: E, role: Role | null, author = entry.author): E => ({
  ...entry,
  role,
  author,
})

describe('who may void what (domain.md §6, §9)', () => {
  const writer = (role: Role | null, author = '张三', account: string | null = null) => ({
    role,
    author,
    account,
  })
  const fault = (end: Entry, by: ReturnType<typeof writer>, named: Entry = end) =>
    voidFault({ named, end: end as Exclude<Entry, { kind: 'void' }> }, by)

  it.each<[Entry, EntryKind]>([
    [step('accept', P, JUNE), 'return'],
    [step('return', P, JUNE), 'submit'],
    [signOff(P), 'reopen'],
    [reopen(signOff(P)), 'sign-off'],
    [manage(P, '张三'), 'project-manager'],
  ])('nobody a decision, his own neither: $kind is taken back by %s', (end, by) => {
    for (const role of [null, ...ROLES])
      expect(fault(end, writer(role))).toEqual({ kind: 'decision', decision: end.kind, by })
  })

  it.each<[string, Entry, readonly Role[]]>([
    ['a payment', pay(P, JUNE, '1'), ['manager']],
    ['a value', actual(`${P}/1`, JUNE, '95'), ['manager']],
    ['a 报送', step('submit', P, JUNE), ['manager']],
    ['a change of the budget', adjust(P, JUNE, '1'), ['leader']],
    ['a change of a target', retarget(`${P}/1`, JUNE, '≥90%'), ['leader']],
    ['a settlement, the leader’s too', settle(total(P, JUNE, '1'), []), ['manager']],
  ])('%s by its kind’s roles alone, where one is claimed', (_, end, who) => {
    for (const role of ROLES)
      expect(fault(end, writer(role))).toEqual(who.includes(role) ? null : { kind: 'role', who })
    expect(fault(end, writer(null))).toBeNull()
  })

  it('only the author of what is named, by account where both have one', () => {
    const paid = pay(P, JUNE, '1')
    expect(fault(paid, writer(null, '李四'))).toEqual({ kind: 'other-author', author: '张三' })
    const own = voidOf(paid, { author: '李四' })
    expect(fault(paid, writer(null, '李四'), own)).toBeNull()
    expect(fault(paid, writer(null, '张三'), own)).toEqual({ kind: 'other-author', author: '李四' })
    const accounted = { ...paid, account: 'a' }
    expect(fault(accounted, writer(null, '改名', 'a'))).toBeNull()
    expect(fault(accounted, writer(null, '张三', 'b'))?.kind).toBe('other-author')
  })
})

describe('what a void names', () => {
  const paid = pay(P, JUNE, '1')
  const gone = voidOf(paid)
  const back = voidOf(gone)

  it('and what it comes to at the end of its chain', () => {
    const slice = sliceWith(paid, gone, back)
    expect(namedByVoid(slice, gone)).toEqual({ named: paid, end: paid })
    expect(namedByVoid(slice, back)).toEqual({ named: gone, end: paid })
  })

  it('is nothing where that is not here, at any link, or goes in a circle', () => {
    expect(namedByVoid(sliceWith(gone), gone)).toBeNull()
    expect(namedByVoid(sliceWith(gone, back), back)).toBeNull()
    const one = { ...voidOf(paid, { id: 'one' }), entry: 'two' }
    const two = { ...voidOf(paid, { id: 'two' }), entry: 'one' }
    expect(namedByVoid(sliceWith(one, two), one)).toBeNull()
    expect(faultsOf(one, two)).toEqual({
      one: { kind: 'unknown', names: 'two' },
      two: { kind: 'unknown', names: 'one' },
    })
    expect(faultsOf(gone, back)).toEqual({
      [gone.id]: { kind: 'unknown', names: paid.id },
      [back.id]: { kind: 'unknown', names: gone.id },
    })
  })

  it('a settlement touches what it keeps, where that is here, any other act itself', () => {
    const [one, two] = [total(P, JUNE, '1'), total(P, JUNE, '2')]
    const settled = settle(one, [one, two])
    const lost = { ...settle(one, [one]), kept: 'not here' }
    const { touches } = namedIn(sliceWith(one, two, settled, lost, paid, gone, back))
    expect([settled, lost, paid, gone, back].map((entry) => touches(entry)?.id)).toEqual([
      one.id,
      lost.id,
      paid.id,
      paid.id,
      paid.id,
    ])
    expect(namedIn(sliceWith(gone)).touches(gone)).toBeNull()
  })
})

describe('a slice read by what its entries name', () => {
  it('is itself where all is sound, and read once', () => {
    const slice = sliceWith(pay(P, JUNE, '1'))
    expect(namedIn(slice).sound).toBe(slice)
    expect(namedIn(slice)).toBe(namedIn(slice))
    const paid = pay(P, JUNE, '1')
    const bad = sliceWith(paid, voidOf(paid, { author: '李四' }))
    expect(namedIn(bad).sound).toEqual([paid])
    expect(Object.isFrozen(namedIn(bad).sound)).toBe(true)
  })

  it('is read anew where it is no ledger’s and may have changed', () => {
    const paid = pay(P, JUNE, '1')
    const loose: Entry[] = [voidOf(paid)]
    expect(namedIn(loose).faults.size).toBe(1)
    loose.push(paid)
    expect(namedIn(loose).faults.size).toBe(0)
  })

  it('takes a reopening only for a sign-off that is here', () => {
    const signed = signOff(P)
    const opened = reopen(signed)
    expect(faultsOf(signed, opened)).toEqual({})
    expect(faultsOf(opened)).toEqual({ [opened.id]: { kind: 'unknown', names: signed.id } })
    const paid = pay(P, JUNE, '1')
    const wrong = reopen(paid)
    expect(faultsOf(paid, wrong)).toEqual({ [wrong.id]: { kind: 'unknown', names: paid.id } })
  })
})

describe('a void of schema 1 over a sign-off (domain.md §6)', () => {
  const signed = signOff(P)
  const old = (entry: Entry, over: Partial<Entry> = {}) =>
    ({ ...voidOf(entry), schema: 1 as const, ...over }) as Entry

  it.each<[string, Entry, Entry | undefined, boolean]>([
    ['by its own author with a reason opens it', old(signed), signed, true],
    ['without a reason not', { ...old(signed), reason: ' ' } as Entry, signed, false],
    ['by another not', old(signed, { author: '李四' }), signed, false],
    ['of today not', voidOf(signed), signed, false],
    ['of anything else not', old(pay(P, JUNE, '1')), pay(P, JUNE, '1'), false],
    ['of what is not here not', old(signed), undefined, false],
    ['no other act does', { ...signed, schema: 1 }, signed, false],
  ])('%s', (_, entry, named, opens) => {
    expect(isReopeningVoid(entry, named)).toBe(opens)
  })

  it('is taken back by a void of its own author, and that again', () => {
    const opened = old(signed)
    const closed = old(opened)
    const again = old(closed)
    expect(faultsOf(signed, opened, closed, again)).toEqual({})
    const other = old(opened, { author: '李四' })
    expect(faultsOf(signed, opened, other)).toEqual({
      [other.id]: { kind: 'other-author', author: opened.author },
    })
    const today = voidOf(opened)
    expect(faultsOf(signed, opened, today)).toEqual({
      [today.id]: { kind: 'decision', decision: 'sign-off', by: 'reopen' },
    })
    const decision = old(voidOf(signed))
    expect(Object.keys(faultsOf(signed, decision))).toEqual([decision.id])
  })

  it('one that begins 核定采用 settles, and is judged as no void', () => {
    const theirs = total(P, JUNE, '1', { author: '李四' })
    const adopted = { ...old(theirs), reason: '核定采用本人数' } as Entry
    expect(faultsOf(theirs, adopted)).toEqual({})
    expect(faultsOf(theirs, { ...adopted, schema: 2 })).toEqual({
      [adopted.id]: { kind: 'other-author', author: '李四' },
    })
    expect(Object.values(faultsOf(adopted))).toEqual([{ kind: 'unknown', names: theirs.id }])
  })
})

describe('who writes for a project', () => {
  const paid = (author: string) => pay(P, JUNE, '1', { author })
  const others = (manager: string) => ({ kind: 'other-project', manager })

  it('is judged by the role that is claimed, kind by kind', () => {
    const value = actual(`${P}/1`, JUNE, '95')
    const wrong = ROLES.filter((role) => Object.keys(faultsOf(as(value, role))).length > 0)
    expect(wrong.sort()).toEqual(['admin', 'evaluator', 'leader'])
    expect(faultsOf(as(value, 'leader'))).toEqual({ [value.id]: { kind: 'role', who: ['manager'] } })
    expect(WRITERS.comment).toEqual(ROLES)
  })

  it('is its manager, once one was named, and only for what was written from then on', () => {
    const moment = '2020-03-01T00:00:00.000Z'
    const named = { ...manage(P, '李四'), recordedAt: moment }
    const before = { ...paid('张三'), recordedAt: '2020-02-29T23:59:59.999Z' }
    const same = { ...paid('张三'), recordedAt: moment }
    const own = { ...paid('李四'), recordedAt: moment }
    expect(faultsOf(named, before, same, own)).toEqual({ [same.id]: others('李四') })
  })

  it('is the last one named, by the order of writing and not of the days or of arrival', () => {
    const at = (manager: string, id: string, recordedAt: string) => ({
      ...manage(P, manager),
      id,
      recordedAt,
    })
    const [one, two] = ['2020-03-01T00:00:00.000Z', '2020-03-02T00:00:00.000Z']
    const late = { ...paid('李四'), recordedAt: '2020-03-03T00:00:00.000Z' }
    expect(faultsOf(late, at('王五', 'a', two), at('李四', 'b', one))).toEqual({ [late.id]: others('王五') })
    expect(faultsOf(late, at('李四', 'a', two), at('王五', 'b', one))).toEqual({})
    expect(faultsOf(late, at('李四', 'b', one), at('王五', 'a', one))).toEqual({})
    expect(faultsOf(late, at('李四', 'a', one), at('王五', 'b', one))).toEqual({ [late.id]: others('王五') })
    const dated = { ...at('王五', 'a', one), effectiveOn: JUNE }
    expect(faultsOf(late, dated, at('李四', 'b', two))).toEqual({})
  })

  it('is not who was named by one who may not name: that counts for nothing itself', () => {
    const claimed = as(manage(P, '李四'), 'manager', '李四')
    const after = paid('张三')
    expect(faultsOf(claimed, after)).toEqual({ [claimed.id]: { kind: 'role', who: ['admin'] } })
    const rightly = as(manage(P, '李四'), 'admin', '管理员')
    expect(faultsOf(rightly, { ...after, recordedAt: '2020-12-01T00:00:00.000Z' })).toEqual({
      [after.id]: others('李四'),
    })
  })

  it('holds for a manager’s acts, claimed or plainly his; a comment is anybody’s', () => {
    const named = manage(P, '李四')
    const later = <E extends Entry>(entry: E): E => ({ ...entry, recordedAt: '2020-12-01T00:00:00.000Z' })
    const kept = total(P, JUNE, '1', { author: '李四' })
    const settled = later(settle(kept, [kept]))
    expect(faultsOf(named, kept, settled)).toEqual({})
    expect(faultsOf(named, kept, as(settled, 'leader'))).toEqual({})
    expect(faultsOf(named, kept, as(settled, 'manager'))).toEqual({ [settled.id]: others('李四') })
    const said = { ...later(paid('张三')), kind: 'comment', text: '' } as unknown as Entry
    expect(faultsOf(named, as(said, 'manager'))).toEqual({})
    const accepted = later(step('accept', P, JUNE))
    expect(faultsOf(named, accepted)).toEqual({})
  })

  it('the reason reaches what is kept aside', () => {
    const named = manage(P, '李四')
    const after = paid('张三')
    const { ledger } = addEntries(emptyLedger(PLAN_ID), [
      named,
      { ...after, recordedAt: '2020-12-01T00:00:00.000Z' },
    ])
    expect(keptAside(ledger, P).map(({ because }) => because)).toEqual([others('李四')])
  })
})

describe('an act that lacks what makes it one', () => {
  const P_PAID = pay(P, JUNE, '1')

  it.each<[string, Entry, string]>([
    ['a void without a reason', { ...voidOf(P_PAID), reason: ' ' }, 'no-reason'],
    ['a budget change without a document', { ...adjust(P, JUNE, '1'), document: '' }, 'no-document'],
    [
      'a budget change without a reason',
      { ...adjust(P, JUNE, '1'), document: '1号', reason: '' },
      'no-reason',
    ],
    [
      'a target change without a document',
      { ...retarget(`${P}/1`, JUNE, '≥95%'), document: ' ' },
      'no-document',
    ],
  ])('%s is kept aside; one of schema 1 stays as it was', (_, entry, kind) => {
    expect(faultsOf(P_PAID, entry)).toEqual({ [entry.id]: { kind } })
    expect(faultsOf(P_PAID, { ...entry, schema: 1 })).toEqual({})
  })

  it('a settlement that decides nothing is aside until what it keeps arrives, or another decides on it', () => {
    const [one, two] = [total(P, JUNE, '1'), total(P, JUNE, '2', { author: '李四' })]
    const settled = settle(one, [one, two])
    expect(faultsOf(two, settled)).toEqual({ [settled.id]: { kind: 'unknown', names: one.id } })
    expect(faultsOf(one, two, settled)).toEqual({})
    const after = settle(two, [one, two])
    expect(faultsOf(two, settled, after)).toEqual({})
    const elsewhere = { ...settled, subject: `${P}/1` }
    expect(faultsOf(one, two, elsewhere)).toEqual({ [elsewhere.id]: { kind: 'unknown', names: one.id } })
  })
})
