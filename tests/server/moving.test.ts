import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLedgerFile } from '@/documents/exchange/ledgerFile'
import { decodeEntry } from '@/documents/entries/entryCodec'
import type { Day } from '@/domain/time/day'
import type { BoardAnswer } from '@/format/boardAnswer'
import { backUp, restore } from '../../server/care/backup'
import { migrate, openDatabase, type Database } from '../../server/database/database'
import { overviewOf } from '../../server/ledger/overview'
import { canonicalText } from '../../server/ledger/stored'
import { makeService } from '../../server/service'
import { STORED, STORED_FIRST } from '../fixtures/storedEntries'
import { payment } from './contract'
import { DEBIAN_15, EMBEDDED, startCluster, temporaryFolder } from './databases'
import { plainPasswords, PLAN, stand, type Stand } from './stand'

const board = fileURLToPath(new URL('../../scripts/board.mjs', import.meta.url))
const STORED_COUNT = Object.keys(STORED_FIRST).length + Object.keys(STORED).length
const AS_OF = '2020-11-05' as Day
const [embedded, debian] = [EMBEDDED, DEBIAN_15]

/** What `npm run board` makes of a ledger file. */
function boardOf(file: string): BoardAnswer {
  const env = { ...process.env, NODE_ENV: '', VITEST: '', npm_lifecycle_event: '' }
  const args = [board, '--plan', PLAN, '--as-of', AS_OF, file]
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as BoardAnswer
}

/** A stored entry under an id of its own: those of schema 2 that renew one of schema 1 bear its id. */
function ofItsOwn<Cells extends (typeof STORED)[keyof typeof STORED]>(cells: Cells) {
  return { ...cells, id: String(cells.id).replace('-8000-', '-9000-') }
}

describe.runIf(embedded && debian)('a backup taken while others write, from 18 to 15 and back', () => {
  const folder = temporaryFolder()
  let eighteen: Awaited<ReturnType<typeof startCluster>>
  let fifteen: Awaited<ReturnType<typeof startCluster>>
  let at: Stand
  const opened: Database[] = []

  beforeAll(async () => {
    if (!embedded || !debian) return
    eighteen = await startCluster(embedded)
    fifteen = await startCluster(debian)
    at = await stand(await eighteen.database())
    const stored = [...Object.values(STORED_FIRST), ...Object.values(STORED).map(ofItsOwn)].map((cells) => {
      const { entry } = decodeEntry(cells)
      if (!entry) throw new Error(`a stored entry cannot be read: ${JSON.stringify(cells)}`)
      return entry
    })
    const brought = await at.send('admin', stored, { via: 'handover' })
    expect(brought).toMatchObject({ ok: true, added: stored.length })
  })
  afterAll(async () => {
    await at.close()
    for (const db of opened) await db.close()
    await eighteen.remove()
    await fifteen.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const rowsOf = (db: Database) =>
    db.read.selectFrom('entry').selectAll().orderBy('plan').orderBy('position').execute()

  async function restored(url: string, place: string): Promise<Database> {
    const db = openDatabase({ url })
    opened.push(db)
    await migrate(db, () => at.service.clock.now())
    await restore(db, place)
    return db
  }

  async function overviewIn(db: Database) {
    const { clock, reach } = at.service
    const log = () => undefined
    const service = await makeService(db, { clock, reach, log, passwords: plainPasswords })
    const told = await overviewOf(service, PLAN, AS_OF)
    service.live.stop()
    if (!told) throw new Error('the plan was restored')
    const { epoch: _, ...rest } = told
    return rest
  }

  it('holds every body byte for byte, those of schema 1 too, and gives the same board', async () => {
    const writing = { goes: true }
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      while (writing.goes) await at.send('manager', at.write('manager', [payment(1 + writer), payment(2)]))
    })
    const place = join(folder, 'one')
    await at.send('manager', at.write('manager', [payment(1), payment(2)]))
    await backUp(at.db, place, at.service.clock.now())
    writing.goes = false
    await Promise.all(writers)
    const written = await rowsOf(at.db)
    const there = await restored(await fifteen.database(), place)
    const back = join(place, 'again')
    await backUp(there, back, at.service.clock.now())
    const here = await restored(await eighteen.database(), back)
    const [first, second] = [await rowsOf(there), await rowsOf(here)]
    expect(first).toEqual(written.slice(0, first.length))
    expect(second).toEqual(first)
    expect(first.length).toBeGreaterThan(STORED_COUNT)
    expect(first.length).toBeLessThan(written.length)
    expect(first.length % 2).toBe(written.length % 2)
    expect(first.filter(({ body }) => body.includes('"schema":1')).length).toBe(
      Object.keys(STORED_FIRST).length,
    )
    expect(await overviewIn(here)).toEqual(await overviewIn(there))
    const files = [place, back].map((own) => join(own, `${PLAN}.ledger.json`))
    for (const file of files) {
      const read = readLedgerFile(new Uint8Array(readFileSync(file)), PLAN)
      expect(read.ok && read.entries.map(canonicalText)).toEqual(first.map(({ body }) => body))
    }
    const [before, after] = files.map(boardOf)
    expect(after).toEqual(before)
    const told = await overviewIn(there)
    expect(before?.department.spent).toBe(told.spent)
    expect(before?.projects.map(({ id, spent }) => [id, spent])).toEqual(
      told.projects.map(({ project, spent }) => [project, spent]),
    )
  })
})
