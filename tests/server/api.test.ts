import { beforeAll, describe, expect, it } from 'vitest'
import { ENGINES } from './databases'
import { browser, granted, PEOPLE, PLAN, type Person } from './stand'
import { standing } from './standing'

describe.each(ENGINES)('the API on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)
  const as = {} as Record<Person, ReturnType<typeof browser>>
  beforeAll(async () => {
    for (const person of Object.keys(PEOPLE) as Person[]) {
      as[person] = browser(at.app)
      await as[person].signIn(person)
    }
  })
  const entriesPath = `/api/plans/${PLAN}/entries`
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
