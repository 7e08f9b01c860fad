import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { streamSSE } from 'hono/streaming'
import * as v from 'valibot'
import { decodeEntry } from '@/documents/entries/entryCodec'
import { decodeHandover } from '@/documents/exchange/handover'
import type { Entry } from '@/domain/ledger/entry'
import { grantsFor, type Account } from '../people/accounts'
import { audit } from '../people/audit'
import { rightsNow, rightsOf } from '../people/sessions'
import type { Sender, StepOutcome, StepRefusal, StoredRow } from '../ledger/outcome'
import { headsOf, MOST_READ, readAfter, rowText, type Head } from '../ledger/reading'
import type { Service } from '../service'
import {
  atMost,
  bodyOf,
  callerOf,
  isIllFormed,
  numberOf,
  Refused,
  seesPlan,
  signedIn,
  type Ask,
  type Env,
} from './request'

const STEP = v.strictObject({
  step: v.optional(v.pipe(v.string(), v.maxLength(100))),
  epoch: v.string(),
  basedOn: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  entries: v.pipe(v.array(v.unknown()), v.minLength(1)),
})
const HANDOVER = v.strictObject({ epoch: v.string(), file: v.string() })
const MOST_ENTRIES = 500
const MEGABYTE = 1_048_576
const BEAT = 15_000

/** The ledgers: read after a position, append a step, bring a hand-over, hear where they stand. */
export function ledgerRoutes(service: Service): Hono<Env> {
  const { db, clock, appender, counters } = service
  const app = new Hono<Env>()
  app.use('/plans/*', signedIn(service))
  app.use('/live', signedIn(service))

  app.get('/plans/:plan/entries', seesPlan, compress(), async (c) => {
    const plan = c.req.param('plan')
    const limit = Math.max(1, numberOf(c, 'limit', 500, MOST_READ))
    const page = await readAfter(db, plan, numberOf(c, 'after', 0), limit)
    if (!page) throw new Refused(404, { kind: 'unknown-plan' })
    const { head, epoch, more, rows } = page
    const expected = c.req.query('epoch')
    if (expected !== undefined && expected !== epoch) throw new Refused(410, { kind: 'epoch', epoch })
    const start = JSON.stringify({ plan, epoch, head, more }).slice(0, -1)
    return json(c, `${start},"entries":[${rows.map(rowText).join(',')}]}`)
  })

  app.post('/plans/:plan/entries', seesPlan, atMost(MEGABYTE), async (c) => {
    const { account } = c.get('signedIn')
    const plan = c.req.param('plan')
    const { epoch, basedOn, entries } = await bodyOf(c, STEP)
    if (entries.length > MOST_ENTRIES) throw new Refused(413, { kind: 'too-large', limit: MOST_ENTRIES })
    const read = readAll(entries)
    if (!read.ok) return answer(c, { ok: false, head: basedOn, refusal: read.refusal })
    const step = {
      sender: senderOf(account, plan),
      epoch,
      basedOn,
      entries: read.entries,
      via: 'own' as const,
    }
    const outcome = await appender.append(plan, step)
    if (outcome.ok) counters.add('entries', '', outcome.added)
    else counters.add('refused', outcome.refusal.kind)
    return answer(c, outcome)
  })

  app.post('/plans/:plan/handover', seesPlan, atMost(16 * MEGABYTE), async (c) => {
    const { account } = c.get('signedIn')
    const plan = c.req.param('plan')
    const { epoch, file } = await bodyOf(c, HANDOVER)
    const read = decodeHandover(new TextEncoder().encode(file), plan)
    if (!read.ok) throw new Refused(422, { kind: 'file', refusal: read.refusal })
    const { entries, head } = read.file
    if (entries.some(isIllFormed)) throw new Refused(400, { kind: 'not-json' })
    const step = { sender: senderOf(account, plan), epoch, basedOn: 0, entries, via: 'handover' as const }
    const outcome = await appender.append(plan, step)
    const about = `${plan}: ${entries.length}, ${head?.author ?? ''} ${outcome.ok ? `+${outcome.added}` : outcome.refusal.kind}`
    const { address } = callerOf(c, service)
    await audit(db, 'handover-brought', { account: account.id, about, address }, clock.now())
    return answer(c, outcome)
  })

  app.get('/live', (c) => live(c, service))
  return app
}

function senderOf(account: Account, plan: string): Sender {
  return { id: account.id, name: account.name, grants: grantsFor(account, plan) }
}

function readAll(
  values: readonly unknown[],
): { ok: true; entries: readonly Entry[] } | { ok: false; refusal: StepRefusal } {
  const entries: Entry[] = []
  for (const [index, value] of values.entries()) {
    const { entry, issues } = decodeEntry(value)
    if (!entry) return { ok: false, refusal: { kind: 'unreadable', index, issues } }
    entries.push(entry)
  }
  return { ok: true, entries }
}

const STATUS = {
  unreadable: 422,
  'not-yourself': 403,
  'not-granted': 403,
  'mixed-roles': 422,
  clock: 422,
  differing: 409,
  moved: 409,
  epoch: 410,
  'unknown-plan': 404,
  refused: 422,
  aside: 422,
} as const satisfies Record<StepRefusal['kind'], number>

const FORBIDDEN: ReadonlySet<string> = new Set(['role', 'other-project', 'other-author'])

function statusOf(refusal: StepRefusal): 403 | 404 | 409 | 410 | 422 {
  return refusal.kind === 'refused' && FORBIDDEN.has(refusal.refusal.kind) ? 403 : STATUS[refusal.kind]
}

function answer(c: Ask, outcome: StepOutcome): Response {
  if (outcome.ok) {
    const { rows, ok: _, ...told } = outcome
    return json(c, `${JSON.stringify(told).slice(0, -1)},"entries":[${rows.map(rowText).join(',')}]}`)
  }
  const { head, refusal } = outcome
  const error = refusal.kind === 'moved' ? { ...refusal, news: refusal.news.map(shownRow) } : refusal
  return c.json({ error, head }, statusOf(refusal))
}

function shownRow({ position, receivedAt, via, account, body }: StoredRow) {
  return { position, receivedAt, via, by: account, entry: JSON.parse(body) as unknown }
}

function json(c: Ask, text: string): Response {
  return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' })
}

/** Tells where the plans' ledgers stand, and whenever they move, and when the account's rights have changed; a beat says that the line lives. It ends when the session or the right to see ends, or the service stops. */
async function live(c: Ask, service: Service): Promise<Response> {
  const { db, clock, live: heads, stopping } = service
  const { account, digest } = c.get('signedIn')
  const plans = [...new Set(c.req.queries('plan') ?? [])]
  if (plans.length === 0 || plans.length > 100) throw new Refused(400, { kind: 'wrong-shape', at: ['plan'] })
  if (plans.some((plan) => grantsFor(account, plan).length === 0))
    throw new Refused(404, { kind: 'unknown-plan' })
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    let end = (): void => undefined
    let rights = rightsOf(account)
    const ended = new Promise<void>((resolve) => (end = resolve))
    const write = (head: Head) =>
      stream.writeSSE({ event: 'head', id: `${head.epoch}.${head.head}`, data: JSON.stringify(head) })
    const leave = heads.listen(
      plans,
      (head) => void write(head).catch(() => end()),
      async () => {
        const found = await rightsNow(db, digest, plans, clock.now())
        const same = found === rights
        rights = found ?? rights
        if (same) return
        if (found !== null) return stream.writeSSE({ event: 'rights', data: '{}' }).catch(() => end())
        await stream.writeSSE({ event: 'signed-out', data: '{}' }).catch(() => undefined)
        end()
      },
    )
    const beat = setInterval(
      () => void stream.writeSSE({ event: 'beat', data: '{}' }).catch(() => end()),
      BEAT,
    )
    stream.onAbort(end)
    stopping.signal.addEventListener('abort', end)
    try {
      for (const head of await headsOf(db, plans)) await write(head)
      await ended
      if (stopping.signal.aborted) await stream.writeSSE({ event: 'stopping', data: '{}', retry: 3_000 })
    } finally {
      stopping.signal.removeEventListener('abort', end)
      clearInterval(beat)
      leave()
    }
  })
}
