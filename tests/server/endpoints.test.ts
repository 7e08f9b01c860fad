import { beforeAll, describe, expect, it } from 'vitest'
import { encodeHandover } from '@/documents/exchange/handover'
import type { Day } from '@/domain/time/day'
import { payment } from './contract'
import { ENGINES } from './databases'
import { endpointsOf } from './routes'
import { browser, granted, PEOPLE, PLAN, planTextOf, sent, type Person, type Stand } from './stand'
import { standing } from './standing'

/** A plan of another department: nobody was granted anything for it but the administrator of the service. */
const FOREIGN = '2020-323099'

/** Who asks. `ended`: signed in, then his sessions were ended; `disabled`: then his account was; `withdrawn`: then his grants were; `keeper`: administrator of this plan alone. */
const WHO = [
  'anonymous',
  'ended',
  'disabled',
  'withdrawn',
  'stranger',
  'manager',
  'other',
  'leader',
  'evaluator',
  'keeper',
  'admin',
] as const
type Who = (typeof WHO)[number]

/** One status for each of `WHO`. */
type Statuses = readonly number[]

/** Needs a session, and shows or changes one's own only. */
const OWN = (status: number): Statuses => [401, 401, 401, ...Array<number>(8).fill(status)]
/** Open to everybody. */
const OPEN = (status: number): Statuses => Array<number>(11).fill(status)
/** For administrators of the service. */
const ADMIN = (status: number): Statuses => [401, 401, 401, 403, 403, 403, 403, 403, 403, 403, status]
/** Of a plan, for who was granted something for it. */
const SEEN = (status: number): Statuses => [401, 401, 401, 404, 404, ...Array<number>(6).fill(status)]
/** Of a plan nobody but the administrator of the service sees. */
const UNSEEN = (status: number): Statuses => [401, 401, 401, ...Array<number>(7).fill(404), status]

interface Row {
  readonly endpoint: string
  readonly of?: string
  readonly query?: string
  readonly id?: string
  readonly body?: (who: Who, at: Stand) => unknown
  readonly expected: Statuses
}

const step = (plan: string) => (who: Who, at: Stand) => {
  const person = who in PEOPLE ? (who as Person) : 'manager'
  const entries = at.write(person, [payment(1)])
  return sent(
    at.epoch,
    plan === PLAN ? entries : entries.map((entry) => ({ ...entry, plan, subject: `${plan}/1` })),
  )
}
const handover = (plan: string) => (_who: Who, at: Stand) => {
  const head = {
    plan,
    department: '',
    year: 2020,
    project: null,
    author: '某人',
    writtenAt: at.service.clock.now(),
  }
  const entries = at
    .write('leader', [{ kind: 'comment', subject: plan, effectiveOn: '2020-06-30' as Day, text: '带来' }])
    .map((entry) => ({ ...entry, plan, account: null }))
  return { epoch: at.epoch, file: encodeHandover(head, entries) }
}

/** Every endpoint with what each of `WHO` is answered. The bodies are such that the allowed are not refused for anything else; an entry may still be (its own table is acts.test.ts). */
const ROWS: readonly Row[] = [
  { endpoint: 'GET /api/service', expected: OPEN(200) },
  { endpoint: 'GET /api/health', expected: OPEN(200) },
  { endpoint: 'GET /metrics', expected: OPEN(200) },
  {
    endpoint: 'POST /api/first-administrator',
    body: () => ({ code: 'abcd', name: '新人', login: 'new', password: 'a long password' }),
    expected: OPEN(409),
  },
  {
    endpoint: 'POST /api/session',
    body: (who) => ({ login: `nobody-like-${who}`, password: 'wrong' }),
    expected: OPEN(401),
  },
  { endpoint: 'GET /api/me', expected: OWN(200) },
  { endpoint: 'GET /api/sessions', expected: OWN(200) },
  { endpoint: 'DELETE /api/sessions/:id', id: '0123456789abcdef', expected: OWN(404) },
  {
    endpoint: 'POST /api/password',
    body: () => ({ old: 'not the password', new: 'another long password' }),
    expected: OWN(403),
  },
  { endpoint: 'GET /api/plans', expected: OWN(200) },
  { endpoint: 'GET /api/overview', expected: OWN(200) },
  {
    endpoint: 'POST /api/plans',
    body: () => ({ text: planTextOf(FOREIGN) }),
    expected: ADMIN(200),
  },
  { endpoint: 'GET /api/plans/:plan', of: PLAN, expected: SEEN(200) },
  { endpoint: 'GET /api/plans/:plan', of: FOREIGN, expected: UNSEEN(200) },
  { endpoint: 'GET /api/plans/:plan', of: 'nowhere', expected: UNSEEN(404) },
  { endpoint: 'GET /api/plans/:plan/entries', of: PLAN, expected: SEEN(200) },
  { endpoint: 'GET /api/plans/:plan/entries', of: FOREIGN, expected: UNSEEN(200) },
  { endpoint: 'GET /api/plans/:plan/entries', of: 'nowhere', expected: UNSEEN(404) },
  {
    endpoint: 'POST /api/plans/:plan/entries',
    of: PLAN,
    body: step(PLAN),
    //         nobody signed in  unseen    manager other leader evaluator keeper admin
    expected: [401, 401, 401, 404, 404, 200, 403, 403, 403, 403, 403],
  },
  { endpoint: 'POST /api/plans/:plan/entries', of: FOREIGN, body: step(FOREIGN), expected: UNSEEN(403) },
  {
    endpoint: 'POST /api/plans/:plan/handover',
    of: PLAN,
    body: handover(PLAN),
    expected: [401, 401, 401, 404, 404, 403, 403, 200, 403, 200, 200],
  },
  { endpoint: 'POST /api/plans/:plan/handover', of: FOREIGN, body: handover(FOREIGN), expected: UNSEEN(200) },
  { endpoint: 'GET /api/live', query: `?plan=${PLAN}`, expected: SEEN(200) },
  { endpoint: 'GET /api/live', query: `?plan=${FOREIGN}`, expected: UNSEEN(200) },
  { endpoint: 'GET /api/live', query: `?plan=${PLAN}&plan=${FOREIGN}`, expected: UNSEEN(200) },
  { endpoint: 'GET /api/accounts', expected: ADMIN(200) },
  {
    endpoint: 'POST /api/accounts',
    body: (who) => ({ name: `新设${who}`, login: `made-${who}`, grants: [] }),
    expected: ADMIN(201),
  },
  {
    endpoint: 'PATCH /api/accounts/:id',
    id: 'nobody',
    body: () => ({ disabled: true }),
    expected: ADMIN(404),
  },
  { endpoint: 'DELETE /api/accounts/:id/sessions', id: 'nobody', expected: ADMIN(404) },
  { endpoint: 'GET /api/backups', expected: ADMIN(200) },
  { endpoint: 'POST /api/backups', body: () => ({}), expected: ADMIN(201) },
  { endpoint: 'GET /api/audit', expected: ADMIN(200) },
  // last: it ends the session it is asked by
  { endpoint: 'DELETE /api/session', expected: OWN(204) },
]

describe.each(ENGINES)('every endpoint on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)
  const as = {} as Record<Who, ReturnType<typeof browser>>

  async function made(name: string, grants: readonly unknown[]): Promise<string> {
    const account = { name: `某${name}`, login: name, password: `password of ${name}`, grants }
    const answer = await as.admin.post('/api/accounts', account)
    as[name as Who] = browser(at.app)
    await as[name as Who].signIn(name)
    return ((await answer.json()) as { id: string }).id
  }

  beforeAll(async () => {
    for (const person of Object.keys(PEOPLE) as Person[]) {
      as[person] = browser(at.app)
      await as[person].signIn(person)
    }
    as.anonymous = browser(at.app)
    await as.admin.post('/api/plans', { text: planTextOf(FOREIGN) })
    await at.db.read.updateTable('ledger_head').set({ epoch: at.epoch }).execute()
    await made('keeper', [granted('admin')])
    const whole = [granted('manager'), granted('leader'), granted('evaluator')]
    const [ended, disabled, withdrawn] = [
      await made('ended', whole),
      await made('disabled', whole),
      await made('withdrawn', whole),
    ]
    for (const who of ['ended', 'disabled', 'withdrawn'] as const)
      expect((await as[who].get(`/api/plans/${PLAN}`)).status).toBe(200)
    await as.admin.ask('DELETE', `/api/accounts/${ended}/sessions`)
    await as.admin.ask('PATCH', `/api/accounts/${disabled}`, { disabled: true })
    await as.admin.ask('PATCH', `/api/accounts/${withdrawn}`, { grants: [] })
  })

  it('stands in the table, and nothing else does', () => {
    expect([...new Set(ROWS.map(({ endpoint }) => endpoint))].sort()).toEqual(endpointsOf(at.app))
    for (const { expected } of ROWS) expect(expected).toHaveLength(WHO.length)
  })

  const titled = ROWS.map((row) => [`${row.endpoint} ${row.of ?? row.query ?? ''}`.trim(), row] as const)
  it.each(titled)(
    '%s answers each as the table says',
    async (_, { endpoint, of, query, id, body, expected }) => {
      const [method = '', pattern = ''] = endpoint.split(' ')
      const path = pattern.replace(':plan', of ?? '').replace(':id', id ?? '') + (query ?? '')
      const found: [Who, number][] = []
      for (const who of WHO) {
        const answer = await as[who].ask(method, path, body?.(who, at))
        found.push([who, answer.status])
        await answer.body?.cancel()
      }
      expect(found).toEqual(WHO.map((who, index) => [who, expected[index]]))
    },
  )

  it('of this machine alone is closed to every other, and a header does not make one this machine', async () => {
    const body = { code: 'abcd', name: '新人', login: 'new', password: 'a long password' }
    for (const [address, headers] of [
      ['10.0.0.5', {}],
      ['10.0.0.5', { 'x-forwarded-for': '127.0.0.1' }],
      ['127.0.0.1', { 'x-forwarded-for': '10.0.0.5' }],
    ] as const) {
      expect((await browser(at.app, address).get('/metrics', headers)).status).toBe(403)
      const made = await browser(at.app, address).post('/api/first-administrator', body, headers)
      expect(made.status).toBe(403)
    }
  })
})
