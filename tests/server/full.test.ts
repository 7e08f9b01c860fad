import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '@/domain/ledger/draft'
import { copiedEngine } from '../../server/embedded/binaries'
import { openCluster, type Cluster } from '../../server/embedded/cluster'
import { payment } from './contract'
import { EMBEDDED, temporaryFolder } from './databases'
import { browser, PLAN, sent, stand, type Stand } from './stand'

const MEGABYTE = 1_048_576

/** A file system of its own that is small, for who may mount one; `null` for others. */
function smallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = temporaryFolder()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m,mode=0755', 'tmpfs', folder])
  if (status === 0) return folder
  rmSync(folder, { recursive: true })
  return null
}

const disk = EMBEDDED ? smallDisk() : null
if (!disk) console.log('a full disk was not tried: it takes the embedded PostgreSQL and the right to mount')

describe.runIf(disk)('a service whose disk is full', () => {
  const place = disk ?? ''
  const ballast = join(place, 'ballast')
  const folder = temporaryFolder()
  const path = `/api/plans/${PLAN}/entries`
  let cluster: Cluster
  let at: Stand
  let manager: ReturnType<typeof browser>

  beforeAll(async () => {
    if (!EMBEDDED) return
    const engine = { ...copiedEngine(EMBEDDED, join(folder, 'engine')), inPlace: true }
    mkdirSync(join(place, 'data'), { mode: 0o711 })
    cluster = await openCluster(join(place, 'data'), engine, () => undefined, null, join(place, 'open'))
    at = await stand(cluster.url)
    manager = browser(at.app)
    await manager.signIn('manager')
  })
  afterAll(async () => {
    await at.close()
    await cluster.stop()
    spawnSync('umount', [place])
    for (const used of [place, folder]) rmSync(used, { recursive: true, force: true })
  })

  /** Takes all room there is. */
  function fill(): void {
    const file = openSync(ballast, 'w')
    const piece = Buffer.alloc(MEGABYTE / 16)
    try {
      for (;;) writeSync(file, piece)
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
    } finally {
      closeSync(file)
    }
  }

  const large = (): Draft[] =>
    Array.from(
      { length: 40 },
      (_, index) =>
        ({
          ...payment(index + 1),
          memo: Array.from({ length: 400 }, () => crypto.randomUUID())
            .join(' ')
            .slice(0, 12_000),
        }) as Draft,
    )
  const post = async () => {
    const entries = at.write('manager', large())
    const answer = await manager.post(path, sent(at.epoch, entries))
    return { entries, status: answer.status, answer: (await answer.json()) as { error?: { kind: string } } }
  }
  const rows = () => at.db.read.selectFrom('entry').select(['position', 'id']).orderBy('position').execute()

  it('refuses what it cannot keep, in words, keeps nothing of it, and goes on when there is room', async () => {
    const kept: string[] = []
    const keep = (entries: readonly { readonly id: string }[]) => kept.push(...entries.map(({ id }) => id))
    const before = await post()
    expect(before.status).toBe(200)
    keep(before.entries)
    fill()
    let refused = await post()
    for (; refused.status === 200; refused = await post()) keep(refused.entries)
    expect([refused.status, refused.answer.error?.kind]).toEqual([507, 'disk-full'])
    expect((await manager.get(path)).status).toBe(200)
    expect((await rows()).map(({ id }) => id)).toEqual(kept)
    rmSync(ballast)
    let after = await post()
    for (; after.status !== 200; after = await post()) await wait(50)
    keep(after.entries)
    const there = await rows()
    expect(there.map(({ id }) => id)).toEqual(kept)
    expect(there.map(({ position }) => position)).toEqual(there.map((_, index) => index + 1))
    console.log(`full disk: ${kept.length} acknowledged and there, ${refused.entries.length} refused whole`)
  })
})
