import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeHandover } from '@/documents/exchange/handover'
import { decodePlan } from '@/documents/plan/planFile'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { boardOf } from '../../scripts/boardOf'
import { overviewOf, overviewOver } from '../../server/ledger/overview'
import { actual, adjust, day, lock, pay, reschedule, step, total, voidOf, zero } from '../domain/build'
import { payment } from './contract'
import { ENGINES } from './databases'
import { PLAN } from './stand'
import { standing } from './standing'

const text = (name: string) => readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8')
const { plan } = decodePlan(text(`${PLAN}.json`), `${PLAN}.json`)
if (!plan) throw new Error('the published plan does not read')
const HEAD = {
  plan: PLAN,
  department: '',
  year: 2020,
  project: null,
  author: '备份',
  writtenAt: '2020-12-31T00:00:00.000Z',
}

/** An act of any kind, in the year or beside it, about a project that is there or not. */
const act = fc.record({
  project: fc.constantFrom('1', '2', '3', '99'),
  on: fc.constantFrom('2019-12-31', '2020-03-31', '2020-06-15', '2020-06-30', '2020-10-31', '2021-01-01'),
  amount: fc.constantFrom('0', '12.5', '400', '-3', '2413.86'),
  kind: fc.constantFrom(
    'pay',
    'pay',
    'total',
    'zero',
    'actual',
    'actual',
    'adjust',
    'reschedule',
    'accept',
    'lock',
    'void',
  ),
  author: fc.constantFrom('张三', '李四'),
  names: fc.nat(),
})

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

function written(acts: readonly Act[]): Entry[] {
  const entries: Entry[] = []
  for (const { project, on, amount, kind, author, names } of acts) {
    const subject = `${PLAN}/${project}`
    const over = { author }
    const named = entries[names % Math.max(1, entries.length)]
    const made = {
      pay: () => pay(subject, on, amount, over),
      total: () => total(subject, on, amount.replace('-', ''), over),
      zero: () => zero(subject, on, over),
      actual: () => actual(`${subject}/1`, on, `${amount}%`, over),
      adjust: () => adjust(subject, on, amount, over),
      reschedule: () => reschedule(subject, on, { '06': '50' }, over),
      accept: () => step('accept', subject, on, over),
      lock: () => lock(on, over),
      void: () => named && voidOf(named, over),
    }[kind]()
    if (made) entries.push(made)
  }
  return entries
}

describe('the overview', () => {
  it('has the figures of `npm run board` over ledgers of every kind, what does not fit the plan among them', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 30, size: 'max' }),
        fc.constantFrom('2020-05-31', '2020-06-30', '2020-12-31'),
        (acts, asOf) => {
          const entries = written(acts)
          const bytes = new TextEncoder().encode(encodeHandover(HEAD, entries))
          const files = [{ name: 'ledger.json', bytes }]
          const asked = { plan: PLAN, asOf, knownOn: undefined, demo: false, files }
          const board = boardOf(asked, text)
          if (!board.ok) throw new Error(board.problem)
          const { department, projects } = board.answer
          const ledger = addEntries(emptyLedger(PLAN), entries).ledger
          const at = { head: { last: entries.length, epoch: '' }, held: { version: 1 } }
          const told = overviewOver(plan, ledger, at, day(asOf), '2026-01-01T00:00:00.000Z')
          expect([told.budget, told.spent, told.planned, told.standing]).toEqual([
            department.budget,
            department.spent,
            department.planned,
            department.state,
          ])
          const figures = projects.map(({ id, budget, spent, planned, state }) => [
            id,
            budget,
            spent,
            planned,
            state,
          ])
          expect(
            told.projects.map((one) => [one.project, one.budget, one.spent, one.planned, one.standing]),
          ).toEqual(figures)
          const lights = projects.map(({ indicators }) => indicators.map(({ light }) => light))
          expect(
            told.projects.map((one) => one.lights.map((light) => (light === 'partial' ? 'low' : light))),
          ).toEqual(lights)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe.each(ENGINES.slice(0, 1))('the overview on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)

  it('keeps aside what a hand-over brought of another year, as the board does, and a closing covers none of it', async () => {
    await at.send('manager', at.write('manager', [payment(100)]))
    const stray = at.write('manager', [payment(7, 1, '2019-06-15')])
    expect(await at.send('admin', stray, { via: 'handover' })).toMatchObject({ ok: true, added: 1 })
    const told = await overviewOf(at.service, PLAN, day('2020-06-30'))
    expect([told?.position, told?.spent]).toEqual([2, '100'])
    const round = (kind: 'submit' | 'accept'): Draft => ({
      kind,
      subject: `${PLAN}/1`,
      effectiveOn: day('2020-06-30'),
      note: '',
      covers: null,
    })
    await at.send('manager', at.write('manager', [round('submit')]))
    const accepted = await at.send('leader', at.write('leader', [round('accept')]), { basedOn: 3 })
    expect(accepted.ok && accepted.rows[0]?.body).not.toContain(stray[0]?.id)
  })
})
