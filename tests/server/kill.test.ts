import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeEntry } from '@/documents/entries/entryCodec'
import { writeEntries } from '@/domain/ledger/draft'
import { uuidV7 } from '@/storage/uuidV7'
import { started, type RunningService } from '../../scripts/trials/running.mjs'
import { readFileSync } from 'node:fs'
import { payment } from './contract'
import { EMBEDDED, temporaryFolder } from './databases'
import { PLAN } from './stand'

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2)
const WRITERS = 4

async function ask(
  address: string,
  method: string,
  path: string,
  body: unknown,
  cookie = '',
): Promise<Response> {
  return fetch(`${address}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

describe.runIf(EMBEDDED)('a service that is killed under load', () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  let service: RunningService
  let manager = ''
  let me = { id: '', name: '' }
  let epoch = ''
  const acknowledged = new Set<string>()

  async function signIn(login: string): Promise<string> {
    const answer = await ask(service.address, 'POST', '/api/session', {
      login,
      password: `password of ${login}`,
    })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  beforeAll(async () => {
    service = await started(data)
    const { code } = service
    const password = 'password of admin'
    await ask(service.address, 'POST', '/api/first-administrator', {
      code,
      name: '管理',
      login: 'admin',
      password,
    })
    const admin = await signIn('admin')
    const text = readFileSync(new URL(`../../public/data/${PLAN}.json`, import.meta.url), 'utf8')
    await ask(service.address, 'POST', '/api/plans', { text }, admin)
    const grants = [{ plan: PLAN, role: 'manager', project: null }]
    const account = { name: '经办', login: 'manager', password: 'password of manager', grants }
    const made = await ask(service.address, 'POST', '/api/accounts', account, admin)
    me = { id: ((await made.json()) as { id: string }).id, name: '经办' }
    manager = await signIn('manager')
    const plans = await ask(service.address, 'GET', '/api/plans', undefined, manager)
    epoch = ((await plans.json()) as { plans: { epoch: string }[] }).plans[0]?.epoch ?? ''
  })
  afterAll(async () => {
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  function pair() {
    const recordedAt = new Date().toISOString()
    const pen = {
      plan: PLAN,
      author: me.name,
      account: me.id,
      role: 'manager' as const,
      recordedAt,
      nextId: uuidV7,
    }
    return writeEntries([payment(1), payment(2)], pen)
  }

  async function writeUntil(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      const entries = pair()
      const body = { epoch, basedOn: 0, entries: entries.map(encodeEntry) }
      const answer = await ask(service.address, 'POST', `/api/plans/${PLAN}/entries`, body, manager).catch(
        () => null,
      )
      if (answer?.status === 200) for (const { id } of entries) acknowledged.add(id)
      else await wait(20)
    }
  }

  /** Waits until so many entries were acknowledged; a service that ended by itself is a failure. */
  async function acknowledgedUpTo(count: number): Promise<void> {
    while (acknowledged.size < count) {
      if (service.child.exitCode !== null) throw new Error('the service ended by itself')
      await wait(10)
    }
  }

  async function stored(): Promise<{ position: number; entry: { id: string } }[]> {
    const all: { position: number; entry: { id: string } }[] = []
    for (;;) {
      const path = `/api/plans/${PLAN}/entries?limit=2000&after=${all.length}`
      const answer = await ask(service.address, 'GET', path, undefined, manager)
      const page = (await answer.json()) as { entries: typeof all; more: boolean }
      all.push(...page.entries)
      if (!page.more) return all
    }
  }

  it.each(['node', 'postgres', 'both'] as const)(
    `loses nothing it acknowledged when %s is killed, ${ROUNDS} rounds`,
    async (victim) => {
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        let stop = false
        const before = acknowledged.size
        const writers = Array.from({ length: WRITERS }, () => writeUntil(() => stop))
        await acknowledgedUpTo(before + 20)
        if (victim !== 'node') process.kill(service.databases().at(-1)?.pid ?? 0, 'SIGKILL')
        if (victim !== 'postgres') {
          service.child.kill('SIGKILL')
          while (service.child.signalCode === null) await wait(10)
          service = await started(data)
        }
        const after = acknowledged.size
        await acknowledgedUpTo(after + 20)
        stop = true
        await Promise.all(writers)
        const rows = await stored()
        expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1))
        const ids = new Set(rows.map(({ entry }) => entry.id))
        expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
        expect(rows.length % 2).toBe(0)
      }
      console.log(`${victim} killed ${ROUNDS} times: ${acknowledged.size} acknowledged, 0 lost`)
    },
  )
})
