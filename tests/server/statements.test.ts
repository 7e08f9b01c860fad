import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STEPS } from '../../server/database/migrations'
import { payment, round } from './contract'
import { ENGINES, startCluster } from './databases'
import { browser, PLAN, sent, stand, type Stand } from './stand'

/** What no distributed engine is sure to have, and what hides state in a session. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['sequence', /\b(?:sequence|serial|bigserial|nextval|identity)\b/i],
  ['notification', /\b(?:listen|unlisten|notify|pg_notify)\b/i],
  ['advisory lock', /advisory/i],
  ['trigger', /\btrigger\b/i],
  ['procedure', /\b(?:create|replace)\s+(?:function|procedure)\b|\bdo\s+\$|\bcall\b/i],
  ['upsert', /on\s+conflict|\bmerge\s+into\b/i],
  ['json operators', /\bjsonb?\b|->|@>/i],
  ['temporary table', /\btemp(?:orary)?\b/i],
  ['session state', /^\s*(?:set\s+(?!transaction)|reset|discard|prepare|declare|lock\s+table)/i],
  ['deferred constraint', /deferrable|exclude\s+using/i],
  ['several statements', /;\s*\S/],
]

function faults(text: string): string[] {
  return FORBIDDEN.flatMap(([name, pattern]) => (pattern.test(text) ? [`${name}: ${text}`] : []))
}

describe.each(ENGINES)('every statement the service sends on $name', ({ engine, opening }) => {
  const seen = new Set<string>()
  let cluster: Awaited<ReturnType<typeof startCluster>>
  let at: Stand
  beforeAll(async () => {
    cluster = await startCluster(engine)
    at = await stand(await cluster.database(), { ...opening, onStatement: (text) => void seen.add(text) })
  })
  afterAll(async () => {
    await at.close()
    await cluster.remove()
  })

  it('is one that distributed engines know', async () => {
    const [manager, leader, admin] = [browser(at.app), browser(at.app), browser(at.app)]
    await manager.signIn('manager')
    await leader.signIn('leader')
    await admin.signIn('admin')
    const path = `/api/plans/${PLAN}/entries`
    await manager.post(path, sent(at.epoch, at.write('manager', [payment(1), round('submit')])))
    await leader.post(path, sent(at.epoch, at.write('leader', [round('accept')]), 2))
    await manager.get(`${path}?after=1`)
    for (const read of ['/api/plans', `/api/plans/${PLAN}`, '/api/overview', '/api/sessions', '/api/health'])
      await manager.get(read)
    await admin.post('/api/accounts', {
      name: '甲乙',
      login: 'jiayi',
      grants: [{ plan: PLAN, role: 'leader', project: null }],
    })
    await admin.get('/api/audit')
    await manager.post('/api/password', { old: 'password of manager', new: 'another password' })
    await manager.ask('DELETE', '/api/session')
    expect(seen.size).toBeGreaterThan(30)
    expect([...seen].flatMap(faults)).toEqual([])
  })

  it('begins every key of the ledger with the plan', () => {
    const keys = STEPS.filter((step) => /\b(?:entry|ledger_head|plan_version) \(/.test(step)).flatMap(
      (step) => [...step.matchAll(/(?:primary key|unique|on entry) \((\w+)/g)].map(([, first]) => first),
    )
    expect(keys.length).toBeGreaterThan(3)
    expect(new Set(keys)).toEqual(new Set(['plan']))
  })

  it.each([
    'insert into a values (1) on conflict do nothing',
    "select nextval('a')",
    'select pg_advisory_lock(1)',
    'create temporary table a (b int)',
    'set search_path = a',
    "select body ->> 'a' from entry",
    'select 1; select 2',
    'listen a',
  ])('would be refused: %s', (text) => {
    expect(faults(text)).not.toEqual([])
  })
})
