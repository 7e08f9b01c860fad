import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { writeEntries, type Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import type { Role } from '@/domain/ledger/role'
import { uuidV7Maker } from '@/storage/uuidV7'
import { migrate, openDatabase, type Opening } from '../../server/database/database'
import { makeApp } from '../../server/http/app'
import type { Env } from '../../server/http/request'
import type { Step, StepOutcome } from '../../server/ledger/outcome'
import { seedPlans } from '../../server/ledger/plans'
import { accountOf, grantsFor, makeAccount, type Account, type Grant } from '../../server/people/accounts'
import type { Passwords } from '../../server/people/passwords'
import { makeService, type Service } from '../../server/service'

export const PLAN = '2020-323002'
const planText = readFileSync(
  fileURLToPath(new URL(`../../public/data/${PLAN}.json`, import.meta.url)),
  'utf8',
)

/** The text of the plan under another id: a plan of another department. */
export function planTextOf(id: string): string {
  return planText.replaceAll(PLAN, id)
}

/** Passwords that cost nothing, for tests that are not about them. */
export const plainPasswords: Passwords = {
  hash: async (password) => `plain ${password}`,
  matches: async (hash, password) => hash === `plain ${password}`,
  isOld: () => false,
}

/** A role of one plan. */
export function granted(role: Role, project: string | null = null): Grant {
  return { plan: PLAN, role, project }
}

/** Who works in the tests. */
export const PEOPLE = {
  leader: { name: '分管领导甲', grants: [granted('leader')] },
  manager: { name: '经办乙', grants: [granted('manager')] },
  other: { name: '经办丙', grants: [granted('manager', `${PLAN}/2`)] },
  evaluator: { name: '评价丁', grants: [granted('evaluator')] },
  admin: { name: '管理戊', grants: [{ plan: '*', role: 'admin' as const, project: null }] },
  stranger: { name: '外人己', grants: [] },
} as const satisfies Record<string, { name: string; grants: readonly Grant[] }>

/** One of them. */
export type Person = keyof typeof PEOPLE

/** A service over a database, with a plan, six people, a clock that stands until it is moved, and ways to write. */
export async function stand(url: string, opening: Partial<Opening> = {}) {
  const backups = mkdtempSync(join(tmpdir(), 'jixiao-backups-'))
  const time = { now: Date.parse('2020-11-05T02:00:00.000Z') }
  const clock = { now: () => new Date(time.now).toISOString() }
  const db = openDatabase({ url, ...opening })
  await migrate(db, () => clock.now())
  const service = await makeService(db, {
    clock,
    reach: { secure: false, behindProxy: false, beyond: false },
    log: () => undefined,
    passwords: plainPasswords,
    backups,
  })
  await seedPlans(db, new Map([[`${PLAN}.json`, planText]]), clock.now())
  const accounts = {} as Record<Person, Account>
  for (const person of Object.keys(PEOPLE) as Person[]) {
    const { name, grants } = PEOPLE[person]
    const hash = await plainPasswords.hash(`password of ${person}`)
    const made = await makeAccount(db, { name, login: person, hash, grants }, clock.now())
    if (made.ok) accounts[person] = (await accountOf(db.read, made.id)) as Account
  }
  const { epoch } = await db.read
    .selectFrom('ledger_head')
    .selectAll()
    .where('plan', '=', PLAN)
    .executeTakeFirstOrThrow()
  const nextId = uuidV7Maker(
    () => time.now,
    (bytes) => crypto.getRandomValues(bytes),
  )

  /** Entries as somebody's page would write them now. */
  function write(
    person: Person,
    drafts: readonly Draft[],
    role: Role = PEOPLE[person].grants[0]?.role ?? 'manager',
  ): Entry[] {
    const { id: account, name: author } = accounts[person]
    return writeEntries(drafts, { plan: PLAN, author, account, role, recordedAt: clock.now(), nextId })
  }

  function stepOf(person: Person, entries: readonly Entry[], more: Partial<Step> = {}): Step {
    const account = accounts[person]
    const sender = { id: account.id, name: account.name, grants: grantsFor(account, PLAN) }
    return { sender, epoch, basedOn: 0, entries, via: 'own', ...more }
  }

  return {
    service,
    db,
    time,
    accounts,
    epoch,
    write,
    stepOf,
    app: makeApp(service, null),
    backups,
    /** Sends a step of somebody who has read the ledger to its end, where `more` does not say otherwise. */
    send: async (
      person: Person,
      entries: readonly Entry[],
      more: Partial<Step> = {},
    ): Promise<StepOutcome> => {
      const { last: basedOn } = await db.read
        .selectFrom('ledger_head')
        .select('last')
        .where('plan', '=', PLAN)
        .executeTakeFirstOrThrow()
      return service.appender.append(PLAN, stepOf(person, entries, { basedOn, ...more }))
    },
    close: async () => {
      service.stopping.abort()
      service.live.stop()
      await db.close()
      rmSync(backups, { recursive: true, force: true })
    },
  }
}

/** A stand. */
export type Stand = Awaited<ReturnType<typeof stand>>

/** A browser: keeps the cookie it is given. */
export function browser(app: Hono<Env>, address = '127.0.0.1') {
  let cookie = ''
  const env = { incoming: { socket: { remoteAddress: address } } } as unknown as HttpBindings
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await app.request(
      `http://board.test${path}`,
      {
        method,
        headers: {
          host: 'board.test',
          ...(method === 'GET' ? {} : { origin: 'http://board.test', 'content-type': 'application/json' }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      env,
    )
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] ?? ''
    return response
  }
  return {
    ask,
    get: (path: string, headers?: Record<string, string>) => ask('GET', path, undefined, headers),
    post: (path: string, body: unknown, headers?: Record<string, string>) => ask('POST', path, body, headers),
    cookie: () => cookie,
    useCookie: (value: string) => void (cookie = value),
    signIn: (person: string) =>
      ask('POST', '/api/session', { login: person, password: `password of ${person}` }),
  }
}

/** The body of a request that sends entries. */
export function sent(epoch: string, entries: readonly Entry[], basedOn = 0) {
  return { epoch, basedOn, entries: entries.map(encodeEntry) }
}

export type { Service }
