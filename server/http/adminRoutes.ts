import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import * as v from 'valibot'
import type { Moment } from '@/domain/ledger/entry'
import { backUp, backupName, backupsIn, folderFault, shownAs } from '../care/backup'
import {
  accountOf,
  allAccounts,
  changeAccount,
  EVERY_PLAN,
  makeAccount,
  readablePassword,
  type Grant,
} from '../people/accounts'
import { audit, auditLines } from '../people/audit'
import { endSessions } from '../people/sessions'
import type { Service } from '../service'
import { administrator, atMost, bodyOf, callerOf, numberOf, Refused, signedIn, type Env } from './request'
import { GRANT, LOGIN, NAME, PASSWORD } from './shapes'

const GRANTS = v.pipe(v.array(GRANT), v.maxLength(1_000))
const MADE = v.strictObject({ name: NAME, login: LOGIN, password: v.optional(PASSWORD), grants: GRANTS })
const CHANGED = v.strictObject({
  grants: v.optional(GRANTS),
  disabled: v.optional(v.boolean()),
  newPassword: v.optional(v.literal(true)),
})

/** Accounts, backups and the audit, for administrators of the service. */
export function adminRoutes(service: Service): Hono<Env> {
  const { db, clock, passwords, backups, plans, log } = service
  const app = new Hono<Env>()
  for (const path of ['/accounts', '/accounts/*', '/audit', '/backups'])
    app.use(path, signedIn(service), administrator, atMost(262_144))

  app.get('/accounts', async (c) => c.json({ accounts: await allAccounts(db) }))

  app.post('/accounts', async (c) => {
    const { name, login, password, grants } = await bodyOf(c, MADE)
    await knownGrants(grants, [])
    const given = password ?? readablePassword()
    const made = await makeAccount(
      db,
      { name, login, grants, hash: await passwords.hash(given) },
      clock.now(),
    )
    if (!made.ok) throw new Refused(409, { ...made.refusal })
    await noted(c.get('signedIn').account.id, 'account-made', login, callerOf(c, service).address)
    return c.json({ id: made.id, ...(password === undefined ? { password: given } : {}) }, 201)
  })

  app.patch('/accounts/:id', async (c) => {
    const id = c.req.param('id')
    const { grants, disabled, newPassword } = await bodyOf(c, CHANGED)
    if (grants) await knownGrants(grants, (await accountOf(db.read, id))?.grants ?? [])
    const password = newPassword ? readablePassword() : null
    const change = {
      ...(grants ? { grants } : {}),
      ...(disabled === undefined ? {} : { disabled }),
      ...(password === null ? {} : { hash: await passwords.hash(password) }),
    }
    const refusal = await changeAccount(db, id, change, clock.now())
    if (refusal) throw new Refused(refusal.kind === 'unknown' ? 404 : 409, { ...refusal })
    if (disabled || password !== null) await endSessions(db, id, { but: null })
    await service.live.look()
    const what = Object.keys(change).map((cell) => (cell === 'hash' ? 'new password' : cell))
    await noted(
      c.get('signedIn').account.id,
      'account-changed',
      `${id}: ${what.join(', ')}`,
      callerOf(c, service).address,
    )
    return c.json(password === null ? {} : { password })
  })

  app.delete('/accounts/:id/sessions', async (c) => {
    if (!(await accountOf(db.read, c.req.param('id')))) throw new Refused(404, { kind: 'unknown' })
    const ended = await endSessions(db, c.req.param('id'), { but: null })
    await service.live.look()
    await noted(
      c.get('signedIn').account.id,
      'session-ended',
      c.req.param('id'),
      callerOf(c, service).address,
    )
    return c.json({ ended })
  })

  app.get('/backups', (c) => c.json({ folder: backups, backups: backups === null ? [] : backupsIn(backups) }))

  app.post('/backups', async (c) => {
    await bodyOf(c, v.strictObject({}))
    if (backups === null) throw new Refused(404, { kind: 'no-folder' })
    const now = clock.now()
    const name = backupName(now)
    if (existsSync(join(backups, name))) throw new Refused(409, { kind: 'just-backed-up' })
    const made = shownAs(name, await backedUp(join(backups, name), now))
    const { address } = callerOf(c, service)
    const { account } = c.get('signedIn')
    await audit(db, 'backup-made', { account: account.id, about: name, address }, now)
    return c.json(made, 201)
  })

  app.get('/audit', async (c) => c.json({ lines: await auditLines(db, numberOf(c, 'limit', 200, 2_000)) }))

  async function backedUp(folder: string, now: Moment) {
    try {
      return await backUp(db, folder, now)
    } catch (error) {
      const kind = folderFault(error)
      if (kind === null) throw error
      log('backup-failed', { error: String(error) })
      throw new Refused(409, { kind })
    }
  }

  /** Refuses a grant of what is not there; one that is held already stays, whatever became of its project. */
  async function knownGrants(grants: readonly Grant[], before: readonly Grant[]): Promise<void> {
    for (const [at, { plan, role, project }] of grants.entries()) {
      if (before.some((own) => own.plan === plan && own.role === role && own.project === project)) continue
      const held = plan === EVERY_PLAN ? null : await plans.held(db.read, plan)
      if (plan !== EVERY_PLAN && !held) throw new Refused(400, { kind: 'unknown-grant', at, plan })
      if (project !== null && !held?.plan.projects.some(({ id }) => id === project))
        throw new Refused(400, { kind: 'unknown-grant', at, plan, project })
    }
  }

  function noted(
    account: string,
    act: 'account-made' | 'account-changed' | 'session-ended',
    about: string,
    address: string,
  ) {
    return audit(db, act, { account, about, address }, clock.now())
  }

  return app
}
