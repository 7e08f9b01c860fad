import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEBIAN_15, EMBEDDED, startCluster } from './databases'
import { payment, round } from './contract'
import { browser, granted, PEOPLE, PLAN, sent, stand, type Person, type Stand } from './stand'

const engine = EMBEDDED ?? DEBIAN_15

describe.runIf(engine)('the API', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>
  let at: Stand
  const as = {} as Record<Person, ReturnType<typeof browser>>
  beforeAll(async () => {
    if (!engine) return
    cluster = await startCluster(engine)
    at = await stand(await cluster.database())
    for (const person of Object.keys(PEOPLE) as Person[]) {
      as[person] = browser(at.app)
      await as[person].signIn(person)
    }
  })
  afterAll(async () => {
    await at.close()
    await cluster.remove()
  })
  const entriesPath = `/api/plans/${PLAN}/entries`
  const head = async () =>
    (await at.db.read.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow()).last

  const anybody: Person[] = ['leader', 'manager', 'other', 'evaluator', 'admin', 'stranger']
  const rows: [string, string, readonly Person[], number, unknown][] = [
    ['GET', '/api/me', anybody, 401, undefined],
    ['GET', '/api/sessions', anybody, 401, undefined],
    ['GET', '/api/plans', anybody, 401, undefined],
    ['GET', '/api/overview', anybody, 401, undefined],
    ['GET', `/api/plans/${PLAN}`, ['leader', 'manager', 'other', 'evaluator', 'admin'], 404, undefined],
    ['GET', entriesPath, ['leader', 'manager', 'other', 'evaluator', 'admin'], 404, undefined],
    ['GET', '/api/accounts', ['admin'], 403, undefined],
    ['GET', '/api/audit', ['admin'], 403, undefined],
    ['DELETE', '/api/accounts/nobody/sessions', ['admin'], 403, undefined],
    ['POST', '/api/accounts', [], 403, { name: '丁', login: 'd', grants: [] }],
    ['PATCH', '/api/accounts/nobody', [], 403, { disabled: true }],
    ['POST', '/api/plans', [], 403, { text: '{}' }],
  ]
  it.each(rows)('%s %s by role', async (method, path, allowed, refused, body) => {
    for (const person of anybody) {
      const { status } = await as[person].ask(method, path, body)
      if (allowed.includes(person)) expect([person, status]).toEqual([person, 200])
      else if (person !== 'admin') expect([person, status]).toEqual([person, refused])
    }
    expect((await browser(at.app).ask(method, path, body)).status).toBe(401)
  })

  it.each<[string, Person, () => Parameters<Stand['write']>[1], number, string]>([
    ['a payment of an own project', 'manager', () => [payment(1)], 200, ''],
    ['a payment of the granted project', 'other', () => [payment(1, 2)], 200, ''],
    ['a payment of another project', 'other', () => [payment(1, 1)], 403, 'not-granted'],
    ['a payment by the leader', 'leader', () => [payment(1)], 403, 'refused'],
    ['a payment by the evaluator', 'evaluator', () => [payment(1)], 403, 'refused'],
    ['a payment by the administrator', 'admin', () => [payment(1)], 403, 'refused'],
    ['an acceptance by the manager', 'manager', () => [round('accept')], 403, 'refused'],
    ['a payment of tomorrow', 'manager', () => [payment(1, 1, '2020-11-06')], 422, 'refused'],
  ])('takes or refuses %s', async (_, person, drafts, status, kind) => {
    const basedOn = await head()
    const response = await as[person].post(entriesPath, sent(at.epoch, at.write(person, drafts()), basedOn))
    const answer = (await response.json()) as { error?: { kind: string } }
    expect([response.status, answer.error?.kind ?? '']).toEqual([status, kind])
  })

  it('refuses a forged author, account and role, and a clock that is ahead', async () => {
    const [entry] = at.write('manager', [payment(1)])
    if (!entry) throw new Error('one payment was written')
    const before = await head()
    const leader = at.accounts.leader
    for (const [forged, kind] of [
      [{ ...entry, author: leader.name }, 'not-yourself'],
      [{ ...entry, account: leader.id }, 'not-yourself'],
      [{ ...entry, account: null }, 'not-yourself'],
      [{ ...entry, role: 'leader' as const }, 'not-granted'],
      [{ ...entry, role: null }, 'not-granted'],
      [{ ...entry, recordedAt: new Date(at.time.now + 121_000).toISOString() }, 'clock'],
    ] as const) {
      const response = await as.manager.post(entriesPath, sent(at.epoch, [forged]))
      const { error } = (await response.json()) as { error: { kind: string } }
      expect(error.kind).toBe(kind)
    }
    expect(await head()).toBe(before)
  })

  it.each<[string, Record<string, string>, number]>([
    ['another origin', { origin: 'http://evil.test' }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sibling of the site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
  ])('refuses writing from %s', async (_, headers, status) => {
    const response = await as.manager.post(
      entriesPath,
      sent(at.epoch, at.write('manager', [payment(1)])),
      headers,
    )
    expect(response.status).toBe(status)
  })

  it.each<[string, () => string, number]>([
    ['no JSON', () => '{', 400],
    ['a cell twice', () => '{"epoch":"a","epoch":"b","basedOn":0,"entries":[{}]}', 400],
    ['nesting without end', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
    ['no entries', () => JSON.stringify({ epoch: at.epoch, basedOn: 0, entries: [] }), 400],
    [
      '501 entries',
      () => JSON.stringify({ epoch: at.epoch, basedOn: 0, entries: Array.from({ length: 501 }, () => ({})) }),
      400,
    ],
    ['a position that is none', () => JSON.stringify({ epoch: at.epoch, basedOn: -1, entries: [{}] }), 400],
    ['a prototype', () => '{"epoch":"a","basedOn":0,"entries":[{}],"__proto__":{"admin":true}}', 400],
    [
      'more than a megabyte',
      () => JSON.stringify({ epoch: at.epoch, basedOn: 0, entries: ['x'.repeat(1_100_000)] }),
      413,
    ],
    [
      'entries that are none',
      () => JSON.stringify({ epoch: at.epoch, basedOn: 0, entries: [null, 1, 'x'] }),
      422,
    ],
  ])('refuses %s', async (_, body, status) => {
    expect((await as.manager.post(entriesPath, body())).status).toBe(status)
  })

  it('says the same of a wrong password and of an unknown login, and slows both', async () => {
    const answers: string[] = []
    for (const login of ['leader', 'unknown']) {
      const client = browser(at.app, '10.0.0.9')
      for (let index = 0; index < 6; index += 1) {
        const response = await client.post('/api/session', { login, password: 'wrong password' })
        answers.push(`${response.status} ${await response.text()}`)
      }
    }
    expect(answers.slice(0, 6)).toEqual(answers.slice(6))
    expect(answers[5]).toContain('429')
    expect((await browser(at.app, '10.0.0.10').signIn('leader')).status).toBe(200)
  })

  it('gives a new session at every sign-in and takes none that it did not give', async () => {
    const client = browser(at.app)
    client.useCookie('jixiao=fixed-by-somebody-else')
    const response = await client.signIn('evaluator')
    expect(client.cookie()).not.toContain('fixed')
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(response.headers.get('set-cookie')).toMatch(/SameSite=Strict/)
    const planted = browser(at.app)
    planted.useCookie('jixiao=fixed-by-somebody-else')
    expect((await planted.get('/api/me')).status).toBe(401)
  })

  it('refuses the next request when a grant or the account is withdrawn', async () => {
    const made = await as.admin.post('/api/accounts', {
      name: '经办辛',
      login: 'xin',
      password: 'password of xin',
      grants: [granted('manager')],
    })
    const { id } = (await made.json()) as { id: string }
    const client = browser(at.app)
    await client.signIn('xin')
    expect((await client.get(entriesPath)).status).toBe(200)
    expect((await as.admin.ask('PATCH', `/api/accounts/${id}`, { grants: [] })).status).toBe(200)
    expect((await client.get(entriesPath)).status).toBe(404)
    expect((await as.admin.ask('PATCH', `/api/accounts/${id}`, { disabled: true })).status).toBe(200)
    expect((await client.get('/api/me')).status).toBe(401)
    expect((await client.signIn('xin')).status).toBe(401)
  })

  it('keeps the last administrator', async () => {
    const response = await as.admin.ask('PATCH', `/api/accounts/${at.accounts.admin.id}`, { grants: [] })
    expect(response.status).toBe(409)
    expect((await as.admin.get('/api/accounts')).status).toBe(200)
  })

  it('says of every answer what may be done with it', async () => {
    for (const path of ['/api/service', '/api/me', '/api/nothing', '/nothing']) {
      const { headers } = await browser(at.app).get(path)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})
