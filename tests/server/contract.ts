import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import { money } from '@/domain/number/money'
import { Decimal } from '@/domain/number/decimal'
import type { Day } from '@/domain/time/day'
import type { Opening, Tx } from '../../server/database/database'
import { appender } from '../../server/ledger/appender'
import { planShelf } from '../../server/ledger/plans'
import { MOST_READ, readAfter } from '../../server/ledger/reading'
import { sliceReader } from '../../server/ledger/slices'
import type { Databases } from './databases'
import { PLAN, stand, type Stand } from './stand'

/** A payment of so many 元 for a project. */
export function payment(amount: number, project = 1, day = '2020-06-15'): Draft {
  return {
    kind: 'payment',
    subject: `${PLAN}/${project}`,
    effectiveOn: day as Day,
    amount: money(new Decimal(amount)),
    memo: '',
    voucher: '',
    stated: null,
  }
}

/** A step of the round of a project's checkpoint. */
export function round(kind: 'submit' | 'return' | 'accept', project = 1, day = '2020-06-30'): Draft {
  return {
    kind,
    subject: `${PLAN}/${project}`,
    effectiveOn: day as Day,
    note: kind === 'return' ? '请补凭证' : '',
    covers: null,
  }
}

/** A service process beside the first whose transactions stay open, all but committed, until they are released. */
function heldOpen({ db, service: { clock }, stepOf }: Stand) {
  const [begun, written, held] = [signal(), signal(), signal()]
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    db.transaction(async (tx) => {
      begun.give()
      const done = await work(tx)
      written.give()
      await held.given
      return done
    })
  const beside = appender({ ...db, transaction }, planShelf(), sliceReader(), clock, () => undefined)
  return {
    send: (entries: readonly Entry[]) => beside.append(PLAN, stepOf('manager', entries)),
    begun: begun.given,
    written: written.given,
    release: held.give,
  }
}

function signal() {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give: () => give() }
}

const BAD_FIRST = { ...payment(1), subject: `${PLAN}/99` } as Draft

/** What the ledger promises on any engine; `start` gives new databases on it. */
export function describeLedger(
  name: string,
  start: () => Promise<Databases>,
  opening: () => Partial<Opening> = () => ({}),
): void {
  describe(`the ledger on ${name}`, () => {
    let cluster: Databases
    let at: Stand
    beforeAll(async () => {
      cluster = await start()
      at = await stand(await cluster.database(), opening())
    })
    afterAll(async () => {
      await at.close()
      await cluster.remove()
    })

    const positions = async (): Promise<number[]> => {
      const rows = await at.db.read
        .selectFrom('entry')
        .select('position')
        .where('plan', '=', PLAN)
        .orderBy('position')
        .execute()
      return rows.map(({ position }) => position)
    }
    const gapless = async () => {
      const found = await positions()
      expect(found).toEqual(found.map((_, index) => index + 1))
      return found.length
    }

    it('numbers entries without gaps, whoever writes at once', async () => {
      const before = await gapless()
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          at.send('manager', at.write('manager', [payment(index + 1)])),
        ),
      )
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(60)
      expect(await gapless()).toBe(before + 60)
    })

    it('numbers without gaps when two processes write', async () => {
      const second = await stand(await cluster.database(), opening())
      await second.close()
      const before = await gapless()
      const { service } = at
      const beside = appender(at.db, planShelf(), sliceReader(), service.clock, () => undefined)
      await Promise.all(
        Array.from({ length: 40 }, (_, index) => {
          const step = at.stepOf('manager', at.write('manager', [payment(1)]))
          return index % 2 ? beside.append(PLAN, step) : service.appender.append(PLAN, step)
        }),
      )
      expect(await gapless()).toBe(before + 40)
    })

    it('takes a step whole or not at all, whichever entry is bad', async () => {
      for (const bad of [0, 1, 2]) {
        const drafts = [payment(1), payment(2), payment(3)]
        drafts[bad] = BAD_FIRST
        const before = await gapless()
        const outcome = await at.send('manager', at.write('manager', drafts))
        expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'unreadable', index: bad } })
        expect(await gapless()).toBe(before)
      }
    })

    it('knows a step that is sent again, and refuses another under its ids', async () => {
      const entries = at.write('manager', [payment(5), payment(6)])
      expect(await at.send('manager', entries)).toMatchObject({ ok: true, added: 2, known: 0 })
      const before = await gapless()
      expect(await at.send('manager', entries)).toMatchObject({ ok: true, added: 0, known: 2 })
      const [first, second] = entries
      if (!first || second?.kind !== 'payment') throw new Error('two payments were written')
      const forged = [first, { ...second, amount: money(new Decimal(7)) }]
      expect(await at.send('manager', forged)).toMatchObject({
        ok: false,
        refusal: { kind: 'differing', ids: [second.id] },
      })
      expect(await gapless()).toBe(before)
    })

    it('writes decisive acts itself, and knows them when they come again', async () => {
      const paid = at.write('manager', [payment(9, 2)])
      await at.send('manager', paid)
      await at.send('manager', at.write('manager', [round('submit', 2)]))
      const head = await gapless()
      at.time.now -= 3 * 86_400_000
      const accept = at.write('leader', [round('accept', 2)])
      at.time.now += 3 * 86_400_000
      const outcome = await at.send('leader', accept, { basedOn: head })
      expect(outcome).toMatchObject({ ok: true, added: 1 })
      const body = JSON.parse((outcome.ok && outcome.rows[0]?.body) || '{}') as {
        covers: string[]
        recordedAt: string
      }
      expect(body.covers).toEqual([paid[0]?.id])
      expect(body.recordedAt >= new Date(at.time.now).toISOString()).toBe(true)
      expect(await at.send('leader', accept, { basedOn: head })).toMatchObject({
        ok: true,
        added: 0,
        known: 1,
      })
      const late = await at.send('manager', at.write('manager', [payment(1, 2)]))
      expect(late).toMatchObject({ ok: false, refusal: { kind: 'refused', refusal: { kind: 'closed' } } })
    })

    it('never lets a reader miss a commit that was late: two transactions held open, a reader between', async () => {
      const start = await gapless()
      const [first, second] = [heldOpen(at), heldOpen(at)]
      const one = first.send(at.write('manager', [payment(11)]))
      await first.written
      const two = second.send(at.write('manager', [payment(12)]))
      await second.begun
      second.release()
      expect(await readAfter(at.db, PLAN, start, MOST_READ)).toMatchObject({ head: start, rows: [] })
      first.release()
      await Promise.all([one, two])
      const after = await readAfter(at.db, PLAN, start, MOST_READ)
      expect(after?.rows.map(({ position }) => position)).toEqual([start + 1, start + 2])
      const paid = after?.rows.map(({ body }) => (JSON.parse(body) as { amount: string }).amount)
      expect(paid?.sort(), 'in whichever order a conflict left them').toEqual(['11', '12'])
    })

    it('reads a ledger in pages that meet', async () => {
      const all = await positions()
      const read: number[] = []
      for (let page = await readAfter(at.db, PLAN, 0, 7); page;) {
        read.push(...page.rows.map(({ position }) => position))
        if (!page.more) break
        page = await readAfter(at.db, PLAN, read.at(-1) ?? 0, 7)
      }
      expect(read).toEqual(all)
    })
  })
}
