import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan } from '@/documents/plan/planFile'
import {
  adjustmentsFor,
  checkDecisions,
  decisionDraft,
  lostDecisions,
  planFindings,
  type Finding,
} from '@/domain/published/checkDecisions'
import type { CheckDecision, Decided, Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, mergeLedgers, type Ledger } from '@/domain/ledger/ledger'
import type { Plan } from '@/domain/plan/plan'
import { writeEntries } from '@/domain/ledger/draft'
import { PLAN_FILE, realText } from '../../documents/realPlan'
import { entryLists } from '../arbitraries'
import { adjust, day, JUNE, OCTOBER, pay, rectify, voidOf } from '../build'

const decoded = decodePlan(realText, PLAN_FILE).plan
if (!decoded) throw new Error('the published plan does not stand')
const REAL: Plan = decoded
const SAVING = `not-literal:${REAL.id}/3/4.target`
const SIGHT = { kind: 'accepted' } as const

function ledgerOf(...entries: Entry[]): Ledger {
  return addEntries(emptyLedger(REAL.id), entries).ledger
}
function findingsOf(ledger: Ledger, plan = REAL, knownAt: string | null = null): readonly Finding[] {
  return planFindings(plan, checkDecisions(ledger, knownAt))
}
function finding(key: string, ledger = ledgerOf(), plan = REAL): Finding {
  const found = findingsOf(ledger, plan).find((own) => own.key === key)
  if (!found) throw new Error(`no finding ${key}`)
  return found
}

let written = 0
function decide(about: Finding, decided: Decided, reason = '已核对原件', on = JUNE): CheckDecision {
  const draft = decisionDraft(about, on, decided, reason)
  if (!draft) throw new Error('nothing was decided')
  const [entry] = writeEntries([draft], {
    plan: REAL.id,
    author: '张三',
    role: null,
    account: null,
    recordedAt: `2020-07-01T00:00:00.${String((written += 1)).padStart(3, '0')}Z`,
    nextId: () => `0172f6a1-5c00-7000-8000-${String(written).padStart(12, '9')}`,
  })
  if (entry?.kind !== 'check') throw new Error('no decision was written')
  return entry
}

describe('what the checks of the published plan found', () => {
  it('is every trap, each open and quoting what the document says, and no sum that holds', () => {
    const found = findingsOf(ledgerOf())
    expect(found).toHaveLength(15)
    expect(found.every(({ state }) => state.kind === 'open' && state.before === null)).toBe(true)
    expect(found.every(({ said }) => said.length > 0)).toBe(true)
    expect(finding(SAVING)).toMatchObject({
      subject: `${REAL.id}/3`,
      said: [{ label: '成本费用压缩', text: '≥95百分比' }],
    })
    expect(finding('same-code:323-0105-YBN-V0X2').subject).toBe(REAL.id)
  })
})

describe('a decision', () => {
  const open = finding(SAVING)

  it('stands until the next one, and is voided like any entry', () => {
    const first = decide(open, SIGHT)
    const second = decide(open, { kind: 'noted' }, '待财政局答复')
    expect(finding(SAVING, ledgerOf(first)).state).toMatchObject({ kind: 'decided', decision: first })
    const both = finding(SAVING, ledgerOf(second, first))
    expect(both.state).toMatchObject({ kind: 'decided', decision: second })
    expect(both.decisions).toEqual([first, second])
    expect(finding(SAVING, ledgerOf(first, second, voidOf(second))).state).toMatchObject({ decision: first })
    expect(finding(SAVING, ledgerOf(first, voidOf(first))).state).toEqual({ kind: 'open', before: null })
  })

  it('counts for one finding only, and from when it was known', () => {
    const ledger = ledgerOf(decide(open, SIGHT))
    expect(findingsOf(ledger).filter(({ state }) => state.kind === 'decided')).toHaveLength(1)
    expect(
      findingsOf(ledger, REAL, '2020-06-01T00:00:00.000Z').every(({ state }) => state.kind === 'open'),
    ).toBe(true)
  })

  it('does not pass to other words: the finding is open again and shows it', () => {
    const decision = decide(open, SIGHT)
    const changed: Plan = {
      ...REAL,
      projects: REAL.projects.map((project) => ({
        ...project,
        indicators: project.indicators.map((row) =>
          row.id === `${REAL.id}/3/4` && row.target.kind === 'threshold'
            ? { ...row, target: { ...row.target, text: '≥97百分比' } }
            : row,
        ),
      })),
    }
    expect(finding(SAVING, ledgerOf(decision), changed).state).toEqual({ kind: 'open', before: decision })
  })

  it('stays when its finding is gone', () => {
    const decision = decide(open, SIGHT)
    const ledger = ledgerOf(decision)
    const without: Plan = { ...REAL, projects: REAL.projects.filter(({ position }) => position !== 3) }
    const decisions = checkDecisions(ledger, null)
    expect(lostDecisions(planFindings(REAL, decisions), decisions)).toEqual([])
    expect(lostDecisions(planFindings(without, decisions), decisions)).toEqual([decision])
  })

  it.each<[Decided, string]>([
    [SIGHT, ''],
    [SIGHT, '　 '],
    [{ kind: 'mended', should: ' ', by: { kind: 'document', title: '更正公告' } }, '理由'],
    [{ kind: 'mended', should: '≤95%', by: { kind: 'document', title: '' } }, '理由'],
    [{ kind: 'mended', should: '≤95%', by: { kind: 'adjustment', entry: '' } }, '理由'],
  ])('%o with the reason “%s” is none', (decided, reason) => {
    expect(decisionDraft(open, JUNE, decided, reason)).toBeNull()
  })

  it('that names an adjustment stands as long as the adjustment does', () => {
    const { kind: _, text: __, ...base } = rectify('rectification', `${REAL.id}/3/4`, OCTOBER, '')
    const change: Entry = {
      ...base,
      kind: 'target-change',
      change: { kind: 'target', text: '≤95百分比' },
      document: '字1号',
      reason: '更正',
    }
    const elsewhere: Entry = {
      ...change,
      id: '0172f6a1-5c00-7000-8000-aaaaaaaaaaaa',
      subject: `${REAL.id}/4/1`,
    }
    const decision = decide(open, {
      kind: 'mended',
      should: '≤95百分比',
      by: { kind: 'adjustment', entry: change.id },
    })
    const { adjustments } = checkDecisions(ledgerOf(change, elsewhere), null)
    expect(adjustmentsFor(open, REAL, adjustments)).toEqual([change])
    expect(adjustmentsFor(finding('names-differ'), REAL, adjustments)).toHaveLength(2)
    expect(finding(SAVING, ledgerOf(change, decision)).state).toMatchObject({
      kind: 'decided',
      adjustment: change,
    })
    expect(finding(SAVING, ledgerOf(decision)).state).toEqual({ kind: 'open', before: decision })
    expect(finding(SAVING, ledgerOf(change, decision, voidOf(change))).state.kind).toBe('open')
  })
})

describe('over random ledgers', () => {
  it('decisions do not depend on the order of arrival, and merging is a union', () => {
    fc.assert(
      fc.property(entryLists(REAL), fc.nat(30), (entries, at) => {
        const [a, b] = [ledgerOf(...entries.slice(0, at)), ledgerOf(...entries.slice(Math.floor(at / 2)))]
        const whole = checkDecisions(ledgerOf(...entries), null)
        expect(checkDecisions(mergeLedgers(a, b), null)).toEqual(whole)
        expect(checkDecisions(mergeLedgers(b, a), null)).toEqual(whole)
        expect(checkDecisions(mergeLedgers(mergeLedgers(a, b), b), null)).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  it('the last standing decision of a finding is never one that was voided', () => {
    fc.assert(
      fc.property(entryLists(REAL), (entries) => {
        const { of } = checkDecisions(ledgerOf(...entries), null)
        for (const own of of.values()) expect(own.length).toBeGreaterThan(0)
        const kept = new Set([...of.values()].flat().map(({ id }) => id))
        const plain = entries.filter(
          ({ id, kind, role }) =>
            kind === 'check' &&
            role === null &&
            !entries.some((own) => own.kind === 'void' && own.entry === id),
        )
        for (const { id } of plain) expect(kept.has(id)).toBe(true)
        expect([...kept].every((id) => entries.find((own) => own.id === id)?.kind === 'check')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

it('a day is the one it was decided on', () => {
  const draft = decisionDraft(finding(SAVING), day('2026-01-05'), SIGHT, ' 已核对 ')
  expect(draft).toMatchObject({
    effectiveOn: '2026-01-05',
    reason: '已核对',
    said: ['成本费用压缩 ≥95百分比'],
  })
})

describe('where a finding stands', () => {
  const open = finding(SAVING)
  const budget = { ...adjust(`${REAL.id}/3`, OCTOBER, '5'), plan: REAL.id }

  it('a budget adjustment mends as a changed target does; any other entry is none', () => {
    const paid = pay(`${REAL.id}/3`, '2020-05-01', '1')
    expect(checkDecisions(ledgerOf(budget, paid), null).adjustments).toEqual([budget])
    const mended = decide(open, {
      kind: 'mended',
      should: '≤95百分比',
      by: { kind: 'adjustment', entry: budget.id },
    })
    expect(finding(SAVING, ledgerOf(budget, mended)).state).toMatchObject({ adjustment: budget })
    const seen = decide(open, SIGHT)
    expect(finding(SAVING, ledgerOf(budget, seen)).state).toMatchObject({ kind: 'decided', adjustment: null })
  })

  it('is known at the very moment it was decided, and a void only from its own', () => {
    const seen = decide(open, SIGHT)
    const taken = voidOf(seen, { recordedAt: '2020-08-01T00:00:00.000Z' })
    const at = (moment: string) =>
      findingsOf(ledgerOf(seen, taken), REAL, moment).find(({ key }) => key === SAVING)
    expect(at(seen.recordedAt)?.state.kind).toBe('decided')
    expect(at('2020-07-31T23:59:59.999Z')?.decisions).toEqual([seen])
    expect(at('2020-08-01T00:00:00.000Z')?.state).toEqual({ kind: 'open', before: null })
  })

  it('does not stand on fewer, more or other words than the document has', () => {
    const several = finding('copied-goals:2020-323002/4.goals,2020-323002/6.goals')
    const seen = decide(several, SIGHT)
    const [first = '', ...rest] = seen.said
    const state = (said: readonly string[]) => finding(several.key, ledgerOf({ ...seen, said })).state.kind
    expect(seen.said.length).toBeGreaterThan(1)
    expect(state(seen.said)).toBe('decided')
    for (const said of [rest, [...seen.said, ''], [first, ...rest.map((text) => `${text}。`)]])
      expect(state(said)).toBe('open')
  })

  it('a decision that lost its finding is told once, by its last word', () => {
    const [first, second] = [decide(open, SIGHT), decide(open, { kind: 'noted' })]
    const decisions = checkDecisions(ledgerOf(first, second), null)
    expect(lostDecisions([], decisions)).toEqual([second])
  })

  it('decisions of several projects stand in the order of the fold', () => {
    const copied = finding('copied-goals:2020-323002/4.goals,2020-323002/6.goals')
    const late = decide(copied, SIGHT, '已核对原件', OCTOBER)
    const early = { ...decide(copied, SIGHT, '先行核对', JUNE), subject: `${REAL.id}/3` }
    expect(finding(copied.key, ledgerOf(late, early)).decisions).toEqual([early, late])
  })

  it.each([
    [SAVING, `${REAL.id}/3`],
    ['copied-goals:2020-323002/4.goals,2020-323002/6.goals', REAL.id],
    ['names-differ', REAL.id],
    [`same-indicator-name:${REAL.id}/1/5.level3,${REAL.id}/1/6.level3`, `${REAL.id}/1`],
  ])('%s is about %s', (key, subject) => {
    expect(finding(key).subject).toBe(subject)
  })

  it('what mends the finding of one project is of that project, not of one whose number begins alike', () => {
    const of = (subject: string) => ({
      ...budget,
      subject,
      id: `0172f6a1-5c00-7000-8000-${subject.replaceAll('/', '').slice(-12).padStart(12, '0')}`,
    })
    const all = [of(`${REAL.id}/3`), of(`${REAL.id}/3/4`), of(`${REAL.id}/30`), of(`${REAL.id}/4`)]
    expect(adjustmentsFor(open, REAL, all).map(({ subject }) => subject)).toEqual([
      `${REAL.id}/3`,
      `${REAL.id}/3/4`,
    ])
    expect(adjustmentsFor(finding('names-differ'), REAL, all)).toEqual(all)
  })

  it('a sum that does not hold is a finding, one that holds is none', () => {
    const facts = REAL.facts && { ...REAL.facts, income: { ...REAL.facts.income, total: '7001.74' } }
    expect(findingsOf(ledgerOf(), { ...REAL, facts }).map(({ key }) => key)).toContain('sum:income')
    expect(findingsOf(ledgerOf()).map(({ key }) => key)).not.toContain('sum:income')
  })

  it.each<[Decided, boolean]>([
    [{ kind: 'mended', should: '≤95%', by: { kind: 'document', title: ' ' } }, false],
    [{ kind: 'mended', should: '≤95%', by: { kind: 'adjustment', entry: ' ' } }, false],
    [{ kind: 'mended', should: '≤95%', by: { kind: 'document', title: '更正公告' } }, true],
    [{ kind: 'mended', should: '≤95%', by: { kind: 'adjustment', entry: 'x' } }, true],
    [{ kind: 'noted' }, true],
  ])('%o says all it must: %s', (decided, whole) => {
    expect(decisionDraft(open, JUNE, decided, '已核对') !== null).toBe(whole)
  })
})
