import { beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import type { Day } from '@/domain/time/day'
import { payment, round } from './contract'
import { ENGINES } from './databases'
import { endpointsOf } from './routes'
import { browser, PLAN, sent, type Stand } from './stand'
import { standing } from './standing'

const KB = 1_024
/** How large a body each writing endpoint takes. */
const LIMITS: Readonly<Record<string, number>> = {
  'POST /api/first-administrator': 16 * KB,
  'POST /api/session': 16 * KB,
  'POST /api/password': 16 * KB,
  'POST /api/plans': 8 * KB * KB,
  'POST /api/plans/:plan/entries': KB * KB,
  'POST /api/plans/:plan/handover': 16 * KB * KB,
  'POST /api/accounts': 256 * KB,
  'POST /api/backups': 256 * KB,
  'PATCH /api/accounts/:id': 256 * KB,
}

/** What each endpoint takes, so that one cell of it can be spoilt. */
function goodBodies(at: Stand): Readonly<Record<string, Record<string, unknown>>> {
  const password = 'a long password'
  return {
    'POST /api/first-administrator': { code: 'abcd', name: '新人', login: 'new', password },
    'POST /api/session': { login: 'nobody', password },
    'POST /api/password': { old: password, new: password },
    'POST /api/plans': { text: '{}' },
    'POST /api/plans/:plan/entries': sent(at.epoch, at.write('manager', [payment(1)])),
    'POST /api/plans/:plan/handover': { epoch: at.epoch, file: '{}' },
    'POST /api/backups': {},
    'POST /api/accounts': { name: '新人', login: 'new', grants: [] },
    'PATCH /api/accounts/:id': { grants: [{ plan: PLAN, role: 'manager', project: null }] },
  }
}

const NUL = '\u0000'
const LONE = '\ud800'
/** Values that stand where others belong. */
const WRONG: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  1.5,
  '',
  NUL,
  `a${NUL}b`,
  LONE,
  'x'.repeat(10_000),
  [],
  [[]],
  {},
  { constructor: { prototype: { admin: true } } },
]
/** Texts that are no JSON of ours. */
const TEXTS: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1e999',
  '{"a":1}{"a":1}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  NUL,
]

describe.each(ENGINES)('what is hostile on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)
  let admin: ReturnType<typeof browser>
  let manager: ReturnType<typeof browser>
  let leader: ReturnType<typeof browser>
  const entriesPath = `/api/plans/${PLAN}/entries`

  beforeAll(async () => {
    ;[admin, manager, leader] = [browser(at.app), browser(at.app), browser(at.app)]
    await admin.signIn('admin')
    await manager.signIn('manager')
    await leader.signIn('leader')
  })

  const head = async () =>
    (await at.db.read.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow()).last
  const stored = async () => [
    await head(),
    (await at.db.read.selectFrom('account').selectAll().execute()).length,
    (await at.db.read.selectFrom('plan_version').selectAll().execute()).length,
    (await at.db.read.selectFrom('grant_of').selectAll().execute()).length,
  ]
  const placed = (endpoint: string) => {
    const [method = '', path = ''] = endpoint.split(' ')
    return [method, path.replace(':plan', PLAN).replace(':id', 'nobody')] as const
  }

  it('is tried on every endpoint that takes a body', () => {
    const writing = endpointsOf(at.app).filter((endpoint) => /^(?:POST|PUT|PATCH) /.test(endpoint))
    expect(Object.keys(LIMITS).sort()).toEqual(writing)
    expect(Object.keys(goodBodies(at)).sort()).toEqual(writing)
  })

  it.each(Object.keys(LIMITS))(
    '%s refuses what is no JSON of its shape, and nothing is changed',
    async (endpoint) => {
      const [method, path] = placed(endpoint)
      const before = await stored()
      for (const text of TEXTS) {
        const { status } = await admin.ask(method, path, text === '' ? ' ' : text)
        expect([text.slice(0, 40), status]).toEqual([text.slice(0, 40), 400])
      }
      const good = goodBodies(at)[endpoint] ?? {}
      const spoilt = [
        ...Object.keys(good).flatMap((cell) => WRONG.map((value) => ({ ...good, [cell]: value }))),
        { ...good, another: 1 },
      ].filter((body) => JSON.stringify(body) !== JSON.stringify(good))
      for (const body of spoilt) {
        const client = browser(at.app)
        client.useCookie(admin.cookie())
        const { status } = await client.ask(method, path, body)
        expect([JSON.stringify(body).slice(0, 200), status >= 400 && status < 500]).toEqual([
          JSON.stringify(body).slice(0, 200),
          true,
        ])
        if (status === 429) at.time.now += 3_600_000
      }
      expect(await stored()).toEqual(before)
    },
  )

  it.each(Object.entries(LIMITS))(
    '%s takes no body above %d bytes, and one below is read',
    async (endpoint, limit) => {
      const [method, path] = placed(endpoint)
      const large = JSON.stringify({ x: 'x'.repeat(limit) })
      expect((await admin.ask(method, path, large)).status).toBe(413)
      expect((await admin.ask(method, path, large.slice(0, limit))).status).toBe(400)
      const told = await admin.ask(method, path, large, { 'content-length': '2' })
      expect(told.status).toBeGreaterThanOrEqual(400)
      expect(told.status).toBeLessThan(500)
    },
  )

  it.each([
    '/api/plans/%00',
    '/api/plans/%00/entries',
    '/api/plans/%E0%A4%A',
    '/api/plans/%ED%A0%80/entries',
    `/api/plans/${'x'.repeat(5_000)}`,
    '/api/plans/..%2f..%2fetc',
    `/api/plans/${PLAN}?version=99999999999999999999`,
    `/api/plans/${PLAN}?version=999999999999999`,
    `/api/plans/${PLAN}?version=1.5`,
    `/api/plans/${PLAN}?version=-1`,
    `/api/plans/${PLAN}?version=%00`,
    `${entriesPath}?after=-1`,
    `${entriesPath}?after=1e300`,
    `${entriesPath}?after=99999999999999999999`,
    `${entriesPath}?limit=%00`,
    `${entriesPath}?epoch=%00`,
    '/api/overview?asOf=2020-13-45',
    '/api/overview?asOf=%00',
    '/api/live?plan=%00',
    '/api/live',
    '/api/audit?limit=x',
  ])('GET %s is refused, and is no fault', async (path) => {
    const answer = await admin.get(path)
    expect([400, 404, 410]).toContain(answer.status)
    await answer.body?.cancel()
  })

  it.each([
    ['DELETE', '/api/sessions/%00'],
    ['DELETE', '/api/sessions/%25'],
    ['DELETE', '/api/accounts/%00/sessions'],
    ['PATCH', '/api/accounts/%00'],
    ['POST', '/api/plans/%00/entries'],
  ])('%s %s is refused, and is no fault', async (method, path) => {
    const body = method === 'DELETE' ? undefined : { disabled: true }
    expect([400, 404]).toContain((await admin.ask(method, path, body)).status)
    expect((await admin.get('/api/me')).status).toBe(200)
  })

  it.each([
    ['a line above another', '甲\n乙'],
    ['only what is not seen', '\u200b\u3164 \ufeff'],
    ['a blank that is drawn', '\u2800'],
    ['another direction', '\u202e戊理管'],
    ['a lone half of a letter', `甲${LONE}`],
    ['a NUL', `甲${NUL}`],
  ])('makes no account whose name has %s', async (_, name) => {
    const { status } = await admin.post('/api/accounts', { name, login: 'looks-alike', grants: [] })
    expect(status).toBe(400)
  })

  it.each([
    ['nothing that is seen', '管理戊\u200b'],
    ['a space', ' 管理 戊'],
    ['a wide space', '管\u3000理戊 '],
    ['a form for compatibility', '管\uf9e4戊'],
    ['a sign of variation', '管理\ufe0f戊'],
  ])('makes no account whose name differs from another by %s', async (_, name) => {
    const answer = await admin.post('/api/accounts', { name, login: 'looks-alike', grants: [] })
    expect([answer.status, await answer.json()]).toEqual([409, { error: { kind: 'taken' } }])
  })

  it('keeps a name as it is read, and takes a login however it was typed', async () => {
    const made = { name: ' Ｌｉ\u200b　 雷\n', login: ' LiLei ', password: 'password of lilei', grants: [] }
    expect((await admin.post('/api/accounts', made)).status).toBe(201)
    const { accounts } = (await (await admin.get('/api/accounts')).json()) as {
      accounts: { name: string; login: string }[]
    }
    expect(accounts).toContainEqual(expect.objectContaining({ name: 'Li 雷', login: 'lilei' }))
    expect((await browser(at.app).signIn('lilei')).status).toBe(200)
    const typed = { login: 'ＬｉＬｅｉ ', password: 'password of lilei' }
    expect((await browser(at.app).post('/api/session', typed)).status).toBe(200)
  })

  it('makes one of two accounts that are asked for at once and read alike', async () => {
    const asked = ['同 名', '同名', '同名\u2060', '同　名'].map((name, index) =>
      admin.post('/api/accounts', { name, login: `alike${index}`, grants: [] }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409, 409])
  })

  it.each([
    ['a plan that is not there', { plan: 'none', role: 'manager', project: null }],
    ['a project that is not there', { plan: PLAN, role: 'manager', project: `${PLAN}/99` }],
    ['an indicator for a project', { plan: PLAN, role: 'manager', project: `${PLAN}/1/1` }],
    ['a project of every plan', { plan: '*', role: 'manager', project: `${PLAN}/1` }],
  ])('grants nothing for %s', async (_, grant) => {
    const before = await stored()
    const made = await admin.post('/api/accounts', { name: '新人庚', login: 'geng', grants: [grant] })
    const changed = await admin.ask('PATCH', `/api/accounts/${at.accounts.other.id}`, { grants: [grant] })
    for (const answer of [made, changed]) {
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ error: { kind: 'unknown-grant', at: 0 } })
    }
    expect(await stored()).toEqual(before)
  })

  it('lets a grant be changed beside one whose project has gone', async () => {
    const gone = {
      account: at.accounts.stranger.id,
      plan: PLAN,
      role: 'manager' as const,
      project: `${PLAN}/77`,
    }
    await at.db.transaction((tx) => tx.insertInto('grant_of').values(gone).execute())
    const { account: _, ...kept } = gone
    const grants = [kept, { plan: PLAN, role: 'evaluator', project: null }]
    const path = `/api/accounts/${at.accounts.stranger.id}`
    expect((await admin.ask('PATCH', path, { grants })).status).toBe(200)
    expect((await admin.ask('PATCH', path, { grants: [] })).status).toBe(200)
  })

  it('takes JSON that says no origin, which no browser sends, and nothing else without one', async () => {
    const body = JSON.stringify({ login: 'manager', password: 'password of manager' })
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as never
    const send = (type: string) => {
      const asked = { method: 'POST', headers: { host: 'board.test', 'content-type': type }, body }
      return Promise.resolve(at.app.request('http://board.test/api/session', asked, env))
    }
    expect((await send('application/json')).status).toBe(200)
    expect((await send('text/plain')).status).toBe(415)
  })

  it.each<[string, Record<string, string>, number]>([
    ['another origin', { origin: 'http://evil.test' }, 403],
    ['an origin that begins alike', { origin: 'http://board.test.evil.test' }, 403],
    ['another port', { origin: 'http://board.test:8080' }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling of the site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['JSON as another calls it', { 'content-type': 'text/json' }, 415],
  ])('refuses every writing from %s', async (_, headers, status) => {
    const before = await stored()
    const writing = endpointsOf(at.app).filter((endpoint) => !endpoint.startsWith('GET '))
    expect(writing.length).toBeGreaterThan(8)
    for (const endpoint of writing) {
      const [method, path] = placed(endpoint)
      const needed = method === 'DELETE' && status === 415
      const answer = await manager.ask(method, path, goodBodies(at)[endpoint], headers)
      if (!needed) expect([endpoint, answer.status]).toEqual([endpoint, status])
      if (needed) await manager.signIn('manager')
    }
    expect(await stored()).toEqual(before)
  })

  const post = async (client: typeof manager, entries: readonly Entry[], basedOn?: number) => {
    const answer = await client.post(entriesPath, sent(at.epoch, entries, basedOn ?? (await head())))
    const { error, added, known } = (await answer.json()) as {
      error?: { kind: string; refusal?: { kind: string } }
      added?: number
      known?: number
    }
    return { status: answer.status, kind: error?.refusal?.kind ?? error?.kind ?? '', added, known }
  }

  it('takes no forged author, account, role or time, alone or beside an honest entry', async () => {
    const [honest, entry] = at.write('manager', [payment(1), payment(2)])
    if (!honest || !entry) throw new Error('two payments were written')
    const { leader: boss, other } = at.accounts
    const before = await stored()
    const forged: readonly (readonly [Partial<Entry>, string])[] = [
      [{ author: boss.name }, 'not-yourself'],
      [{ account: boss.id }, 'not-yourself'],
      [{ author: other.name, account: other.id }, 'not-yourself'],
      [{ account: null }, 'not-yourself'],
      [{ author: ` ${entry.author}` }, 'not-yourself'],
      [{ role: 'leader' }, 'not-granted'],
      [{ role: 'admin' }, 'not-granted'],
      [{ role: null }, 'not-granted'],
      [{ schema: 1 }, 'unreadable'],
      [{ plan: '2019-323002' }, 'unreadable'],
      [{ subject: '2019-323002/1' }, 'unreadable'],
      [{ recordedAt: new Date(at.time.now + 121_000).toISOString() }, 'clock'],
      [{ recordedAt: '9999-12-31T23:59:59.999Z' }, 'clock'],
      [{ effectiveOn: '2020-11-06' as Day }, 'future'],
      [{ id: honest.id }, 'unreadable'],
    ]
    for (const [cells, kind] of forged) {
      const { status, kind: found } = await post(manager, [honest, { ...entry, ...cells } as Entry])
      expect([cells, status >= 400, found]).toEqual([cells, true, kind])
    }
    expect(await stored()).toEqual(before)
  })

  it('writes the time of a decisive act itself: one from years ago comes last all the same', async () => {
    await post(manager, at.write('manager', [payment(3, 5), round('submit', 5)]))
    const [accept] = at.write('leader', [round('accept', 5)])
    if (!accept) throw new Error('one act was written')
    const answer = await leader.post(
      entriesPath,
      sent(at.epoch, [{ ...accept, recordedAt: '2001-01-01T00:00:00.000Z' }], await head()),
    )
    const { entries } = (await answer.json()) as {
      entries: { entry: { recordedAt: string; covers: string[] } }[]
    }
    expect(entries[0]?.entry.recordedAt.slice(0, 4)).toBe(new Date(at.time.now).toISOString().slice(0, 4))
    expect(entries[0]?.entry.covers).toHaveLength(1)
  })

  it('knows a step that is played again, by its sender; played by another it is not his', async () => {
    const step = at.write('manager', [payment(7, 4)])
    expect(await post(manager, step)).toMatchObject({ status: 200, added: 1, known: 0 })
    expect(await post(manager, step)).toMatchObject({ status: 200, added: 0, known: 1 })
    expect(await post(leader, step)).toMatchObject({ status: 403, kind: 'not-yourself' })
    const [entry] = step
    if (!entry) throw new Error('one payment was written')
    const voiding: Draft = {
      kind: 'void',
      subject: entry.subject,
      effectiveOn: entry.effectiveOn,
      entry: entry.id,
      reason: '误填',
    }
    await post(manager, at.write('manager', [voiding]))
    const after = await head()
    expect(await post(manager, step)).toMatchObject({ status: 200, added: 0, known: 1 })
    expect(await head()).toBe(after)
  })

  it('takes steps in another order as they come: nothing is voided before it is there, and an old acceptance closes nothing again', async () => {
    const [paid] = at.write('manager', [payment(9, 6)])
    if (!paid) throw new Error('one payment was written')
    const voiding: Draft = {
      kind: 'void',
      subject: paid.subject,
      effectiveOn: paid.effectiveOn,
      entry: paid.id,
      reason: '误填',
    }
    const [gone] = at.write('manager', [voiding])
    if (!gone) throw new Error('one void was written')
    expect(await post(manager, [gone])).toMatchObject({ status: 422, kind: 'unknown-entry' })
    expect(await post(manager, [gone, paid])).toMatchObject({ status: 422, kind: 'unknown-entry' })
    expect(await post(manager, [paid])).toMatchObject({ status: 200, added: 1 })
    expect(await post(manager, [gone])).toMatchObject({ status: 200, added: 1 })
    const accept = at.write('leader', [round('accept', 6)])
    expect(await post(leader, accept)).toMatchObject({ status: 422, kind: 'out-of-turn' })
    await post(manager, at.write('manager', [round('submit', 6)]))
    expect(await post(leader, accept)).toMatchObject({ status: 200, added: 1 })
    await post(leader, at.write('leader', [round('return', 6)]))
    expect(await post(leader, accept)).toMatchObject({ status: 200, added: 0, known: 1 })
    expect(await post(manager, at.write('manager', [payment(1, 6)]))).toMatchObject({ status: 200, added: 1 })
  })

  it('gives a new session at every sign-in, takes none it did not give, and ends all others with a new password', async () => {
    const [here, there] = [browser(at.app), browser(at.app)]
    here.useCookie('jixiao=fixed-by-somebody-else')
    await here.signIn('evaluator')
    expect(here.cookie()).not.toContain('fixed')
    const first = here.cookie()
    await here.signIn('evaluator')
    expect(here.cookie()).not.toBe(first)
    await there.signIn('evaluator')
    const planted = browser(at.app)
    planted.useCookie('jixiao=fixed-by-somebody-else')
    expect((await planted.get('/api/me')).status).toBe(401)
    const before = here.cookie()
    const changed = { old: 'password of evaluator', new: 'another long password' }
    expect((await here.post('/api/password', changed)).status).toBe(204)
    expect(here.cookie()).not.toBe(before)
    expect((await here.get('/api/me')).status).toBe(200)
    expect((await there.get('/api/me')).status).toBe(401)
    planted.useCookie(before)
    expect((await planted.get('/api/me')).status).toBe(401)
  })
})
