import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLedgerFile } from '@/documents/exchange/ledgerFile'
import type { Entry } from '@/domain/ledger/entry'
import { backUp, restore, RestoreRefused } from '../../server/care/backup'
import { runBackup } from '../../server/care/commands'
import { migrate, openDatabase, type Database } from '../../server/database/database'
import { makeApp } from '../../server/http/app'
import { overviewOf } from '../../server/ledger/overview'
import { payment } from './contract'
import { DEBIAN_15, EMBEDDED, startCluster, temporaryFolder } from './databases'
import { browser, plainPasswords, PLAN, stand, type Stand } from './stand'
import { makeService } from '../../server/service'

const engine = EMBEDDED ?? DEBIAN_15
const other = DEBIAN_15 ?? EMBEDDED

describe.runIf(engine && other)('a backup', () => {
  const folder = temporaryFolder()
  let from: Awaited<ReturnType<typeof startCluster>>
  let into: Awaited<ReturnType<typeof startCluster>>
  let at: Stand
  let empty: Database
  beforeAll(async () => {
    if (!engine || !other) return
    from = await startCluster(engine)
    into = await startCluster(other)
    at = await stand(await from.database())
    empty = openDatabase({ url: await into.database() })
    await migrate(empty, () => '2020-11-05T00:00:00.000Z')
  })
  afterAll(async () => {
    await at.close()
    await empty.close()
    await from.remove()
    await into.remove()
    rmSync(folder, { recursive: true, force: true })
  })
  const bodies = (db: Database) =>
    db.read
      .selectFrom('entry')
      .select(['plan', 'position', 'body', 'digest', 'via'])
      .orderBy('position')
      .execute()

  it('taken while others write is of one moment, and restored elsewhere byte for byte under a new epoch', async () => {
    const [old] = at.write('manager', [payment(5, 2)])
    const first = { ...old, schema: 1, role: null, account: null } as Entry
    await at.send('admin', [first], { via: 'handover' })
    for (let index = 0; index < 20; index += 1)
      await at.send('manager', at.write('manager', [payment(index + 1)]))
    const writing = Array.from({ length: 20 }, () => at.send('manager', at.write('manager', [payment(1)])))
    const place = join(folder, 'one')
    const manifest = await backUp(at.db, place, at.service.clock.now())
    await Promise.all(writing)
    const count = manifest.rows.entry ?? 0
    expect(count).toBeGreaterThanOrEqual(21)
    await restore(empty, place)
    const restored = await bodies(empty)
    expect(restored).toEqual((await bodies(at.db)).slice(0, count))
    const head = await empty.read.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow()
    expect(head.last).toBe(count)
    expect(head.epoch).not.toBe(at.epoch)
    const service = await makeService(empty, {
      clock: at.service.clock,
      reach: at.service.reach,
      log: () => undefined,
      passwords: plainPasswords,
    })
    expect(service.server).toBe(at.service.server)
    expect((await overviewOf(service, PLAN, null))?.position).toBe(count)
    const file = readLedgerFile(new Uint8Array(readFileSync(join(place, `${PLAN}.ledger.json`))), PLAN)
    expect(file.ok && file.entries.map(({ id }) => id)).toEqual(
      restored.map(({ body }) => (JSON.parse(body) as { id: string }).id),
    )
    expect(file.ok && file.entries[0]?.schema).toBe(1)
  })

  it('is taken by an administrator from the page, listed, written down, and can be restored', async () => {
    const admin = browser(at.app)
    await admin.signIn('admin')
    const made = await admin.post('/api/backups', {})
    expect(made.status).toBe(201)
    const shown = (await made.json()) as { name: string; entries: number; accounts: number }
    expect(shown).toMatchObject({ accounts: 6, entries: (await bodies(at.db)).length })
    expect(await (await admin.get('/api/backups')).json()).toEqual({ folder: at.backups, backups: [shown] })
    expect((await admin.post('/api/backups', {})).status).toBe(409)
    const { lines } = (await (await admin.get('/api/audit')).json()) as {
      lines: { act: string; about: string }[]
    }
    expect(lines).toContainEqual(expect.objectContaining({ act: 'backup-made', about: shown.name }))
    const another = openDatabase({ url: await into.database() })
    try {
      await migrate(another, () => at.service.clock.now())
      await restore(another, join(at.backups, shown.name))
      expect(await bodies(another)).toEqual(await bodies(at.db))
    } finally {
      await another.close()
    }
  })

  it.runIf(process.platform === 'linux')(
    'that cannot be written says so to the administrator, and leaves no part of itself',
    async () => {
      const place = join(folder, 'no-folder')
      writeFileSync(place, 'a file')
      const log: string[] = []
      const service = { ...at.service, backups: place, log: (event: string) => void log.push(event) }
      const admin = browser(makeApp(service, null))
      await admin.signIn('admin')
      const answer = await admin.post('/api/backups', {})
      expect([answer.status, await answer.json()]).toEqual([409, { error: { kind: 'folder-closed' } }])
      expect(log).toContain('backup-failed')
      const closed = { ...at.db, snapshot: () => Promise.reject(new Error('away')) }
      await expect(backUp(closed, join(folder, 'three'), at.service.clock.now())).rejects.toThrow('away')
      expect(readdirSync(folder).filter((name) => name.startsWith('three'))).toEqual([])
    },
  )

  it('is restored into nothing that holds something, and not when a byte is another', async () => {
    const place = join(folder, 'two')
    await backUp(at.db, place, at.service.clock.now())
    await expect(restore(at.db, place)).rejects.toMatchObject({ kind: 'not-empty' })
    const rows = readFileSync(join(place, 'service.jsonl'), 'utf8')
    writeFileSync(join(place, 'service.jsonl'), rows.replace('amount', 'anount'))
    await expect(restore(at.db, place)).rejects.toThrow(RestoreRefused)
    await expect(restore(at.db, place)).rejects.toMatchObject({ kind: 'damaged', about: 'service.jsonl' })
    await expect(restore(at.db, join(folder, 'none'))).rejects.toMatchObject({ kind: 'no-backup' })
  })

  it('is not made of a folder that holds no service, and none is made there', async () => {
    const data = join(folder, 'mistyped')
    await expect(runBackup({ data, database: null, user: null }, folder)).rejects.toMatchObject({
      kind: 'no-data',
      about: data,
    })
    expect(existsSync(data)).toBe(false)
  })
})
