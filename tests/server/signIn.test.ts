import { describe, expect, it } from 'vitest'
import { callerOf, isIllFormed, type Ask } from '../../server/http/request'
import { firstCode } from '../../server/people/firstAdministrator'
import type { Service } from '../../server/service'
import { ENGINES } from './databases'
import { browser, granted, type Person } from './stand'
import { standing } from './standing'

const STORM = 60

describe.each(ENGINES)('a storm of wrong passwords on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)
  const tried = (address: string, login: string, password = 'a wrong password') =>
    browser(at.app, address).post('/api/session', { login, password })
  const statuses = async (answers: Promise<Response>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort()

  it('checks no more passwords at once than in turn, of an account or of logins nobody has', async () => {
    for (const login of ['leader', 'nobody']) {
      const found = await statuses(Array.from({ length: STORM }, () => tried('10.0.1.1', login)))
      expect([login, found.filter((status) => status === 401).length, found.at(-1)]).toEqual([login, 5, 429])
    }
    const many = await statuses(
      Array.from({ length: STORM }, (_, index) => tried('10.0.1.2', `nobody${index}`)),
    )
    expect(many.filter((status) => status === 401)).toHaveLength(30)
  })

  it('holds up others at its address for seconds at most, and nobody who was there before', async () => {
    const right = async (person: Person) => {
      const answer = await browser(at.app, '10.0.1.3').signIn(person)
      const { error } = (await answer.json()) as { error?: { seconds: number } }
      return [answer.status, (error?.seconds ?? 0) <= 10]
    }
    expect(await right('manager')).toEqual([200, true])
    await statuses(Array.from({ length: STORM }, (_, index) => tried('10.0.1.3', `nobody${index % 12}`)))
    expect(await right('manager')).toEqual([200, true])
    expect(await right('other')).toEqual([429, true])
    at.time.now += 10_000
    expect(await right('other')).toEqual([200, true])
    expect((await browser(at.app, '10.0.1.4').signIn('leader')).status).toBe(200)
  })

  it('is never locked for good, and a right password forgives', async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      await statuses(Array.from({ length: 8 }, () => tried('10.0.1.5', 'evaluator')))
      at.time.now += 15 * 60_000
    }
    expect((await browser(at.app, '10.0.1.5').signIn('evaluator')).status).toBe(200)
    expect((await tried('10.0.1.5', 'evaluator')).status).toBe(401)
  })

  it('a new sign-in in the same browser ends the session before it', async () => {
    const client = browser(at.app, '10.0.1.6')
    await client.signIn('admin')
    const first = client.cookie()
    await client.signIn('admin')
    const old = browser(at.app, '10.0.1.6')
    old.useCookie(first)
    expect([(await client.get('/api/me')).status, (await old.get('/api/me')).status]).toEqual([200, 401])
  })

  it('says at once on the stream when what an account was granted has changed', async () => {
    const admin = browser(at.app, '10.0.1.7')
    await admin.signIn('admin')
    const made = await admin.post('/api/accounts', {
      name: '经办壬',
      login: 'ren',
      password: 'password of ren',
      grants: [granted('manager', '2020-323002/1'), granted('manager', '2020-323002/2')],
    })
    const { id } = (await made.json()) as { id: string }
    const client = browser(at.app, '10.0.1.8')
    await client.signIn('ren')
    const stream = await client.get('/api/live?plan=2020-323002')
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = (await reader?.read())?.value ?? ''
    await admin.ask('PATCH', `/api/accounts/${id}`, { grants: [granted('manager', '2020-323002/1')] })
    await at.service.live.look()
    while (!heard.includes('event: rights')) heard += (await reader?.read())?.value ?? ''
    expect(heard).not.toContain('signed-out')
    await reader?.cancel()
  })
})

describe('who asks, from where', () => {
  const asked = (socket: string, forwarded: string | null, proxy: string | null, behindProxy = true) =>
    callerOf(
      {
        env: { incoming: { socket: { remoteAddress: socket } } },
        req: {
          header: (name: string) => (name === 'x-forwarded-for' ? (forwarded ?? undefined) : undefined),
        },
      } as unknown as Ask,
      { reach: { secure: false, behindProxy, beyond: true, proxy } } as Service,
    ).address

  it.each<[string, string, string | null, string | null, string]>([
    ['a proxy on this machine', '127.0.0.1', '10.1.1.1', null, '10.1.1.1'],
    ['what it wrote last', '::1', '8.8.8.8, 10.1.1.1', null, '10.1.1.1'],
    ['IPv6 behind it', '::ffff:127.0.0.1', 'fd00::1', null, 'fd00::1'],
    ['anybody else', '10.9.9.9', '8.8.8.8', null, '10.9.9.9'],
    ['the proxy that was named', '10.0.0.2', '10.1.1.1', '10.0.0.2', '10.1.1.1'],
    ['another than was named', '10.0.0.3', '10.1.1.1', '10.0.0.2', '10.0.0.3'],
    ['no address', '127.0.0.1', 'somewhere', null, '127.0.0.1'],
    ['3,000 characters', '127.0.0.1', `fe80::1%${'a'.repeat(3_000)}`, null, '127.0.0.1'],
    ['nothing written', '127.0.0.1', null, null, '127.0.0.1'],
  ])('%s', (_, socket, forwarded, proxy, address) => {
    expect(asked(socket, forwarded, proxy)).toBe(address)
  })

  it('is the socket where no proxy was said to be', () => {
    expect(asked('127.0.0.1', '10.1.1.1', null, false)).toBe('127.0.0.1')
  })
})

describe('the one-time code', () => {
  const opened = () => {
    const time = { now: Date.parse('2020-11-05T02:00:00.000Z') }
    const codes = firstCode({ now: () => new Date(time.now).toISOString() })
    return { time, codes, code: codes.make() }
  }

  it('is used up by five wrong ones, which is told once, and by itself', () => {
    const { codes, code } = opened()
    expect(Array.from({ length: 6 }, () => codes.take('wrong'))).toEqual([
      'wrong',
      'wrong',
      'wrong',
      'wrong',
      'used-up',
      'over',
    ])
    expect(codes.take(code)).toBe('over')
    const again = codes.make()
    expect([codes.take('wrong'), codes.take(again), codes.take(again)]).toEqual(['wrong', 'right', 'over'])
  })

  it('is over after half an hour', () => {
    const { time, codes, code } = opened()
    time.now += 30 * 60_000 + 1
    expect(codes.take(code)).toBe('over')
  })
})

it.each([
  ['\ud800', true],
  ['a\udc00b', true],
  ['😀', false],
  [{ memo: ['好', '\udbff'] }, true],
  ['\0', true],
])('%j is ill-formed: %s', (value, ill) => {
  expect(isIllFormed(value)).toBe(ill)
})
