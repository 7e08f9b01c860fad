import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionList } from '@/domain/status/attention'
import { worstFirst } from '@/domain/status/worstFirst'
import type { Day } from '@/domain/time/day'
import { Decimal, sum } from '@/domain/number/decimal'
import {
  departmentStatus,
  planPoints,
  spendingCurve,
  type DepartmentStatus,
} from '@/domain/status/departmentStatus'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger, sliceOf, type Standpoint } from '@/domain/ledger/ledger'
import { money, sumMoney } from '@/domain/number/money'
import { forecast, nextNeed } from '@/domain/status/outlook'
import type { Plan } from '@/domain/plan/plan'
import { HEBEI } from '@/domain/plan/preset'
import { projectStatus, type ProjectStatus } from '@/domain/status/projectStatus'
import { PLAN_ID, projectOf, SIX_PLAN } from '../../fixtures/sixProjects'
import { days, entryLists, moments, shuffled } from '../arbitraries'
import { voidOf } from '../build'

/** A plan in which everything occurs at once: blanks, a zero budget, every kind of target. */
const SMALL: Plan = {
  ...SIX_PLAN,
  projects: [
    projectOf(1, '甲', '80', { '03': null, '06': '50', '10': '80', '12': '100' }, [
      '≥95百分比',
      '=100百分比',
      '≤5起',
      '12月底前完成',
    ]),
    projectOf(2, '乙', '0', { '03': '0', '06': null, '10': null, '12': '100' }, [
      '≥100人',
      '=0次',
      '逐步提高',
    ]),
    projectOf(3, '丙', '10.00', { '03': null, '06': null, '10': null, '12': null }, [
      '90-95%',
      '<3起',
      '>1年',
    ]),
  ],
}

function statusesOf(plan: Plan, entries: readonly Entry[], standpoint: Standpoint): ProjectStatus[] {
  const { ledger } = addEntries(emptyLedger(plan.id), entries)
  return plan.projects.map((project) =>
    projectStatus(project, sliceOf(ledger, project.id), standpoint, HEBEI),
  )
}

function departmentOf(plan: Plan, entries: readonly Entry[], asOf: Day): DepartmentStatus {
  return departmentStatus(plan.year, asOf, statusesOf(plan, entries, { asOf, knownAt: null }), HEBEI)
}

/** All that a screen could say of projects, as plain text: two equal digests are two equal boards. */
function digest(projects: readonly ProjectStatus[]): string {
  return JSON.stringify(
    projects.map(({ budget, schedule, spent, rate, standing, spending, adjustments, indicators }) => ({
      budget,
      schedule,
      spent,
      rate,
      standing,
      spending: spending.map(({ entry, total }) => [entry.id, total]),
      adjustments: adjustments.map(({ id }) => id),
      indicators: indicators.map(({ attainment, light, carried, conflict, parts, target }) => ({
        attainment,
        light,
        carried,
        conflict: conflict.map(({ id }) => id),
        entries: parts.map(({ entry }) => entry?.id ?? null),
        target: target.text,
      })),
    })),
  )
}

const lists = entryLists(SMALL)

describe('over random ledgers', () => {
  it('a thousand of them never throw, and whatever is said is finite and in its bounds', () => {
    const standpoints = fc.record({ asOf: days(), knownAt: fc.option(moments()) })
    fc.assert(
      fc.property(
        fc.oneof(lists, entryLists(SIX_PLAN)),
        standpoints,
        fc.boolean(),
        (entries, standpoint, six) => {
          const projects = statusesOf(six ? SIX_PLAN : SMALL, entries, standpoint)
          const department = departmentStatus(2020, standpoint.asOf, projects, HEBEI)
          const { indicators } = department
          expect(
            indicators.met +
              indicators.near +
              indicators.partial +
              indicators.far +
              indicators.unreported +
              indicators['not-due'] +
              indicators['not-judged'],
          ).toBe(indicators.total)
          for (const attention of attentionList(projects)) expect(attention.status).toBeDefined()
          expect(worstFirst(projects)).toHaveLength(projects.length)
          planPoints(projects)
          spendingCurve(projects)
          for (const { budget, spent, rate, standing, schedule, asOf, indicators: own } of projects) {
            nextNeed(schedule, budget, spent, asOf)
            forecast(2020, spent, asOf)
            if (rate.kind === 'rate') expect(rate.percent.isFinite()).toBe(true)
            if ('gap' in standing)
              expect(standing.gap.isFinite() && (standing.pace?.isFinite() ?? true)).toBe(true)
            for (const { attainment } of own) {
              if ('ratio' in attainment && attainment.ratio) {
                expect(attainment.ratio.gte(0) && attainment.ratio.lte(1)).toBe(true)
              }
            }
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('the order in which entries arrive changes nothing on any screen', () => {
    fc.assert(
      fc.property(shuffled(lists), days(), ({ list, other }, asOf) => {
        const standpoint = { asOf, knownAt: null }
        expect(digest(statusesOf(SMALL, other, standpoint))).toBe(digest(statusesOf(SMALL, list, standpoint)))
      }),
      { numRuns: 200 },
    )
  })

  it('entries that come twice, or in two parts, change nothing', () => {
    fc.assert(
      fc.property(lists, fc.nat({ max: 30 }), days(), (entries, cut, asOf) => {
        const whole = addEntries(emptyLedger(PLAN_ID), entries).ledger
        const parts = addEntries(addEntries(emptyLedger(PLAN_ID), entries.slice(cut)).ledger, entries).ledger
        const of = (ledger: typeof whole) =>
          digest(
            SMALL.projects.map((project) =>
              projectStatus(project, sliceOf(ledger, project.id), { asOf, knownAt: null }, HEBEI),
            ),
          )
        expect(of(parts)).toBe(of(whole))
      }),
      { numRuns: 200 },
    )
  })

  it('what is entered for later never changes what was', () => {
    fc.assert(
      fc.property(lists, days(), (entries, asOf) => {
        const standpoint = { asOf, knownAt: null }
        const until = entries.filter((entry) => entry.effectiveOn <= asOf)
        expect(digest(statusesOf(SMALL, entries, standpoint))).toBe(
          digest(statusesOf(SMALL, until, standpoint)),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('what was written after a moment never changes what was known then', () => {
    fc.assert(
      fc.property(lists, moments(), days(), (entries, knownAt, asOf) => {
        const known = entries.filter((entry) => entry.recordedAt <= knownAt)
        expect(digest(statusesOf(SMALL, entries, { asOf, knownAt }))).toBe(
          digest(statusesOf(SMALL, known, { asOf, knownAt: null })),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('voiding is exact: void is as if never entered, void of the void as if never voided', () => {
    fc.assert(
      fc.property(entryLists(SMALL, { voids: false }), fc.nat(), days(), (entries, pick, asOf) => {
        const named = entries[pick % Math.max(1, entries.length)]
        if (!named) return
        const standpoint = { asOf, knownAt: null }
        const gone = voidOf(named)
        const without = entries.filter(({ id }) => id !== named.id)
        const of = (list: readonly Entry[]) => digest(statusesOf(SMALL, list, standpoint))
        expect(of([...entries, gone])).toBe(of(without))
        expect(of([...entries, gone, voidOf(gone)])).toBe(of(entries))
      }),
      { numRuns: 200 },
    )
  })

  it('entries of another plan never mix in', () => {
    fc.assert(
      fc.property(lists, lists, days(), (own, others, asOf) => {
        const foreign = others.map((entry) => ({ ...entry, plan: '2021-323002' }))
        const standpoint = { asOf, knownAt: null }
        expect(digest(statusesOf(SMALL, [...foreign, ...own], standpoint))).toBe(
          digest(statusesOf(SMALL, own, standpoint)),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('the department’s sums are the sums of its parts', () => {
    fc.assert(
      fc.property(lists, days(), (entries, asOf) => {
        const { projects, budget, spent, standing, unreported } = departmentOf(SMALL, entries, asOf)
        const reported = projects.flatMap((project) => project.spent ?? [])
        expect(budget.eq(sumMoney(projects.map((project) => project.budget)))).toBe(true)
        expect(spent === null).toBe(reported.length === 0)
        if (spent) expect(spent.eq(sumMoney(reported))).toBe(true)
        expect(unreported.length + reported.length).toBe(projects.length)
        if ('planned' in standing) {
          const planned = projects.flatMap((project) =>
            'planned' in project.standing ? project.standing.planned : [],
          )
          expect(standing.planned.eq(sum(planned))).toBe(true)
        }
        const end = spendingCurve(projects).at(-1)
        expect(end?.total.toFixed() ?? null).toBe(spent?.toFixed() ?? null)
      }),
      { numRuns: 300 },
    )
  })

  it('unreported is never 0: without an entry about spending there is no figure to show', () => {
    fc.assert(
      fc.property(lists, days(), (entries, asOf) => {
        const silent = entries.filter(
          ({ kind }) => !['payment', 'spending-total', 'zero-spending'].includes(kind),
        )
        const { projects, spent, rate, standing } = departmentOf(SMALL, silent, asOf)
        for (const project of projects) {
          expect([project.spent, project.rate.kind]).toEqual([null, 'unreported'])
          expect(['unreported', 'not-due']).toContain(project.standing.kind)
        }
        expect([spent, rate.kind, 'gap' in standing]).toEqual([null, 'unreported', false])
      }),
      { numRuns: 200 },
    )
  })

  it('an indicator without an entry has no ratio and no judgement', () => {
    fc.assert(
      fc.property(lists, days(), (entries, asOf) => {
        for (const { parts } of departmentOf(SMALL, entries, asOf).projects.flatMap(
          ({ indicators }) => indicators,
        )) {
          for (const { entry, attainment } of parts) {
            if (entry === null) expect(['unreported', 'not-due', 'not-judged']).toContain(attainment.kind)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('scaling all money changes no rate and no standing', () => {
    const scaled = (entry: Entry, factor: number): Entry =>
      entry.kind === 'payment'
        ? {
            ...entry,
            amount: money(entry.amount.times(factor)),
            stated: entry.stated && money(entry.stated.times(factor)),
          }
        : entry.kind === 'budget-adjustment' || entry.kind === 'spending-total'
          ? { ...entry, amount: money(entry.amount.times(factor)) }
          : entry
    fc.assert(
      fc.property(lists, fc.integer({ min: 2, max: 10_000 }), days(), (entries, factor, asOf) => {
        const plan = {
          ...SMALL,
          projects: SMALL.projects.map((project) => ({
            ...project,
            budget: money(project.budget.times(factor)),
          })),
        }
        const facts = ({ projects, rate, standing }: DepartmentStatus) =>
          JSON.stringify([
            rate,
            standing.kind,
            ...projects.map((project) => [project.rate, project.standing.kind]),
          ])
        expect(
          facts(
            departmentOf(
              plan,
              entries.map((entry) => scaled(entry, factor)),
              asOf,
            ),
          ),
        ).toBe(facts(departmentOf(SMALL, entries, asOf)))
      }),
      { numRuns: 200 },
    )
  })

  it('cutting a payment in two changes no total', () => {
    fc.assert(
      fc.property(entryLists(SMALL, { voids: false }), days(), (entries, asOf) => {
        const cut = entries.flatMap((entry): Entry[] => {
          if (entry.kind !== 'payment') return [entry]
          const half = money(new Decimal(entry.amount.div(2).toFixed(2)))
          return [
            { ...entry, amount: half },
            { ...entry, id: `${entry.id}-b`, amount: money(entry.amount.minus(half)) },
          ]
        })
        expect(departmentOf(SMALL, cut, asOf).spent?.toFixed()).toBe(
          departmentOf(SMALL, entries, asOf).spent?.toFixed(),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('time only adds: what was reported by a day is reported on every later day', () => {
    fc.assert(
      fc.property(entryLists(SMALL, { voids: false }), days(), days(), (entries, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        const before = statusesOf(SMALL, entries, { asOf: early, knownAt: null })
        const after = statusesOf(SMALL, entries, { asOf: late, knownAt: null })
        before.forEach((status, index) => {
          if (status.spent !== null) expect(after[index]?.spent ?? null).not.toBeNull()
          expect(after[index]?.spending.slice(0, status.spending.length)).toEqual(status.spending)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('the generators', () => {
  it('bring every kind of entry, and voids of voids', () => {
    const kinds = new Set<string>()
    let nested = 0
    for (const list of fc.sample(entryLists(SMALL), { numRuns: 900, seed: 1 })) {
      const voids = new Set(list.filter(({ kind }) => kind === 'void').map(({ id }) => id))
      for (const entry of list) {
        kinds.add(entry.kind)
        if (entry.kind === 'void' && voids.has(entry.entry)) nested += 1
      }
    }
    expect([...kinds].sort()).toEqual([
      'accept',
      'appraisal',
      'appraisal-frame',
      'budget-adjustment',
      'check',
      'comment',
      'goal-progress',
      'indicator-actual',
      'lock',
      'measures',
      'payment',
      'project-manager',
      're-evaluation',
      'rectification',
      'rectification-result',
      'reopen',
      'return',
      'scheme',
      'score-adjustment',
      'settlement',
      'sign-off',
      'spending-by-source',
      'spending-estimate',
      'spending-reason',
      'spending-total',
      'submit',
      'summary',
      'target-change',
      'unlock',
      'void',
      'weights',
      'wording',
      'zero-spending',
    ])
    expect(nested).toBeGreaterThan(20)
  })
})
