import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { audit } from '../people/audit'
import { changeAccount, EVERY_PLAN, isAdministrator, makeAccount, rehash } from '../people/accounts'
import { endOwnSession, endSessions, openSession, sessionsOf, type SignedIn } from '../people/sessions'
import { loginOf } from '../people/names'
import { beginTry, type BegunTry } from '../people/slowing'
import type { Service } from '../service'
import {
  atMost,
  bodyOf,
  callerOf,
  cookieName,
  isOwnMachine,
  Refused,
  signedIn,
  type Ask,
  type Env,
} from './request'
import { LOGIN, NAME, PASSWORD } from './shapes'

const SIGN_IN = v.strictObject({
  login: v.pipe(v.string(), v.maxLength(100), v.transform(loginOf)),
  password: v.pipe(v.string(), v.maxLength(200)),
})
const FIRST = v.strictObject({ code: v.string(), name: NAME, login: LOGIN, password: PASSWORD })
const CHANGE = v.strictObject({ old: v.pipe(v.string(), v.maxLength(200)), new: PASSWORD })

/** Signing in and out, who one is, one's own password and sessions, and the first administrator. */
export function peopleRoutes(service: Service): Hono<Env> {
  const { db, clock, passwords, code, reach } = service
  const app = new Hono<Env>()
  for (const path of [
    '/service',
    '/first-administrator',
    '/session',
    '/password',
    '/me',
    '/sessions',
    '/sessions/*',
  ])
    app.use(path, atMost(16_384))

  app.get('/service', async (c) =>
    c.json({
      service: 'jixiao-board',
      server: service.server,
      needsFirstAdministrator: await isEmpty(service),
      time: clock.now(),
    }),
  )

  app.post('/first-administrator', async (c) => {
    const { address } = callerOf(c, service)
    if (!isOwnMachine(c, service)) throw new Refused(403, { kind: 'not-this-machine' })
    const first = await bodyOf(c, FIRST)
    if (!(await isEmpty(service))) throw new Refused(409, { kind: 'not-first' })
    const tried = code.take(first.code)
    if (tried === 'used-up') service.log('first-code-used-up')
    if (tried !== 'right') throw new Refused(403, { kind: tried === 'wrong' ? 'wrong-code' : 'code-over' })
    const { name, login, password } = first
    const hash = await passwords.hash(password)
    const grants = [{ plan: EVERY_PLAN, role: 'admin' as const, project: null }]
    const made = await makeAccount(db, { name, login, hash, grants }, clock.now())
    if (!made.ok) throw new Refused(409, { ...made.refusal })
    await audit(db, 'first-administrator', { account: made.id, about: login, address }, clock.now())
    return c.json({ id: made.id }, 201)
  })

  app.post('/session', async (c) => {
    const { address, agent } = callerOf(c, service)
    const { login, password } = await bodyOf(c, SIGN_IN)
    const begun = await tryNow(c, service, login)
    const found = await db.read
      .selectFrom('account')
      .selectAll()
      .where('login', '=', login)
      .executeTakeFirst()
    const usable = found?.disabled_at === null ? found : null
    const right = await passwords.matches(usable?.hash ?? null, password)
    const now = clock.now()
    if (right) await begun.right(now)
    const about = { account: right ? (usable?.id ?? '') : '', about: login, address }
    await audit(db, right ? 'signed-in' : 'sign-in-refused', about, now)
    if (!usable || !right) throw new Refused(401, { kind: 'wrong-login-or-password' })
    if (passwords.isOld(usable.hash)) await rehash(db, passwords, usable.id, password)
    const before = getCookie(c, cookieName(service))
    if (before && (await endOwnSession(db, before)) > 0) await service.live.look()
    keep(c, service, await openSession(db, usable.id, { address, agent }, now))
    return c.json({ id: usable.id, name: usable.name })
  })

  app.use('/session', signedIn(service))
  app.use('/password', signedIn(service))
  app.use('/me', signedIn(service))
  app.use('/sessions/*', signedIn(service))

  app.delete('/session', async (c) => {
    const { account, digest } = c.get('signedIn')
    await endSessions(db, account.id, { id: digest })
    await service.live.look()
    deleteCookie(c, cookieName(service), { path: '/', secure: reach.secure })
    await audit(
      db,
      'signed-out',
      { account: account.id, about: '', address: callerOf(c, service).address },
      clock.now(),
    )
    return c.body(null, 204)
  })

  app.get('/me', (c) => c.json(meOf(c.get('signedIn'), service)))

  app.post('/password', async (c) => {
    const { account } = c.get('signedIn')
    const { address, agent } = callerOf(c, service)
    const asked = await bodyOf(c, CHANGE)
    const begun = await tryNow(c, service, account.login)
    const { hash } = await db.read
      .selectFrom('account')
      .select('hash')
      .where('id', '=', account.id)
      .executeTakeFirstOrThrow()
    const right = await passwords.matches(hash, asked.old)
    if (!right) throw new Refused(403, { kind: 'wrong-password' })
    await begun.right(clock.now())
    await changeAccount(db, account.id, { hash: await passwords.hash(asked.new) }, clock.now())
    await endSessions(db, account.id, { but: null })
    await service.live.look()
    keep(c, service, await openSession(db, account.id, { address, agent }, clock.now()))
    await audit(db, 'password-changed', { account: account.id, about: account.login, address }, clock.now())
    return c.body(null, 204)
  })

  app.get('/sessions', async (c) => {
    const { account, digest } = c.get('signedIn')
    return c.json({ sessions: await sessionsOf(db, account.id, digest) })
  })

  app.delete('/sessions/:id', async (c) => {
    const { account } = c.get('signedIn')
    const id = c.req.param('id')
    if (!/^[0-9a-f]{16}$/.test(id) || (await endSessions(db, account.id, { id })) === 0)
      throw new Refused(404, { kind: 'unknown-session' })
    await service.live.look()
    await audit(
      db,
      'session-ended',
      { account: account.id, about: id, address: callerOf(c, service).address },
      clock.now(),
    )
    return c.body(null, 204)
  })

  return app
}

async function isEmpty({ db }: Service): Promise<boolean> {
  return (await db.read.selectFrom('account').select('id').limit(1).execute()).length === 0
}

/** Begins a try of a password, or refuses it until some seconds have passed. */
async function tryNow(c: Ask, service: Service, login: string): Promise<BegunTry> {
  const begun = await beginTry(service.db, login, callerOf(c, service).address, service.clock.now())
  if ('right' in begun) return begun
  c.header('Retry-After', String(begun.seconds))
  throw new Refused(429, { kind: 'slowed', seconds: begun.seconds })
}

function keep(c: Ask, service: Service, token: string): void {
  setCookie(c, cookieName(service), token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: service.reach.secure,
    path: '/',
    maxAge: 7 * 24 * 3_600,
  })
}

/** What somebody is told of himself; an administrator also what stands against the way the service is run. */
function meOf({ account }: SignedIn, { server, clock, reach }: Service) {
  const { id, name, login, grants } = account
  const notices = isAdministrator(account) && reach.beyond && !reach.secure ? ['no-tls'] : []
  return { account: { id, name, login }, grants, server, time: clock.now(), notices }
}
