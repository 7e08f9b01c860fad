import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeHandover } from '@/documents/exchange/handover'
import { decodePlan } from '@/documents/plan/planFile'
import type { Moment } from '@/domain/ledger/entry'
import type { Database, Tx } from '../database/database'
import { STEPS } from '../database/migrations'
import type { Tables } from '../database/tables'
import { readBody } from '../ledger/stored'

/** What a backup holds; sessions, tries and leases are of the moment and stay behind. */
const KEPT = [
  'setting',
  'account',
  'grant_of',
  'audit',
  'plan_version',
  'ledger_head',
  'entry',
  'entry_id',
] as const
const ROWS = 'service.jsonl'
const MANIFEST = 'manifest.json'
const BATCH = 500

type Kept = (typeof KEPT)[number]

/** What a backup says of itself; `files` has the SHA-256 of each. */
interface Manifest {
  readonly kind: 'jixiao-board-backup'
  readonly schema: number
  readonly takenAt: Moment
  readonly rows: Readonly<Record<string, number>>
  readonly files: Readonly<Record<string, string>>
}

/** A backup as it is listed: its folder's name, when it was taken, and how many entries and accounts it holds. */
export interface BackupShown {
  readonly name: string
  readonly takenAt: Moment
  readonly entries: number
  readonly accounts: number
}

/** How the folder of a backup is called. */
export function backupName(now: Moment): string {
  return `jixiao-${now.slice(0, 19).replaceAll(':', '')}Z`
}

/** The whole backups below a folder, the newest first. */
export function backupsIn(folder: string): BackupShown[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.part')) : []
  return names
    .filter((name) => existsSync(join(folder, name, MANIFEST)))
    .map((name) => shownAs(name, JSON.parse(readFileSync(join(folder, name, MANIFEST), 'utf8')) as Manifest))
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
}

/** A backup as it is listed, by what it says of itself. */
export function shownAs(name: string, { takenAt, rows }: Manifest): BackupShown {
  return { name, takenAt, entries: rows.entry ?? 0, accounts: rows.account ?? 0 }
}

/** Why a backup cannot be made or restored. */
export class RestoreRefused extends Error {
  constructor(
    readonly kind: 'no-data' | 'no-backup' | 'backups-inside' | 'newer' | 'damaged' | 'not-empty',
    readonly about: string,
  ) {
    super(`${kind}: ${about}`)
  }
}

/**
 * Writes a backup into a new folder: every row as of one moment, whatever is written meanwhile, and each plan with its ledger as the files that `npm run board` reads.
 * The folder gets its name when it is whole.
 */
export async function backUp(db: Database, folder: string, now: Moment): Promise<Manifest> {
  const part = `${folder}.part`
  try {
    const manifest = await writeInto(db, part, now)
    renameSync(part, folder)
    return manifest
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

const FOLDER_FAULTS: Readonly<Record<string, 'folder-closed' | 'folder-full'>> = {
  EACCES: 'folder-closed',
  EPERM: 'folder-closed',
  EROFS: 'folder-closed',
  ENOENT: 'folder-closed',
  ENOTDIR: 'folder-closed',
  EEXIST: 'folder-closed',
  ENOSPC: 'folder-full',
  EDQUOT: 'folder-full',
}

/** Whether a backup failed because its folder cannot be written to, or has no room; `null` for anything else. */
export function folderFault(error: unknown): 'folder-closed' | 'folder-full' | null {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return (typeof code === 'string' && FOLDER_FAULTS[code]) || null
}

async function writeInto(db: Database, part: string, now: Moment): Promise<Manifest> {
  mkdirSync(part, { recursive: true, mode: 0o700 })
  const files: Record<string, string> = {}
  const write = (name: string, text: string): void => {
    writeFileSync(join(part, name), text, { mode: 0o600 })
    files[name] = digestOf(text)
  }
  const rows = await db.snapshot(readAll)
  const lines = KEPT.flatMap((table) => rows[table].map((row) => JSON.stringify([table, row])))
  write(ROWS, `${lines.join('\n')}\n`)
  for (const { plan, text } of newestPlans(rows.plan_version)) {
    write(`${plan}.json`, text)
    write(`${plan}.ledger.json`, ledgerFile(plan, text, rows.entry, now))
  }
  const counts = Object.fromEntries(KEPT.map((table) => [table, rows[table].length]))
  const manifest: Manifest = {
    kind: 'jixiao-board-backup',
    schema: STEPS.length,
    takenAt: now,
    rows: counts,
    files,
  }
  writeFileSync(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function readAll(tx: Tx): Promise<{ readonly [Table in Kept]: Tables[Table][] }> {
  const all = {} as Record<Kept, unknown[]>
  for (const table of KEPT) all[table] = await tx.selectFrom(table).selectAll().execute()
  const { entry, ...rest } = all as { [Table in Kept]: Tables[Table][] }
  entry.sort((a, b) => (a.plan === b.plan ? a.position - b.position : a.plan < b.plan ? -1 : 1))
  return { ...rest, entry }
}

function newestPlans(versions: readonly Tables['plan_version'][]): Iterable<Tables['plan_version']> {
  const newest = new Map<string, Tables['plan_version']>()
  for (const row of versions)
    if (row.version > (newest.get(row.plan)?.version ?? 0)) newest.set(row.plan, row)
  return newest.values()
}

function ledgerFile(
  id: string,
  text: string,
  entries: readonly Tables['entry'][],
  writtenAt: Moment,
): string {
  const { plan } = decodePlan(text, `${id}.json`)
  const head = {
    plan: id,
    department: plan?.department.name ?? '',
    year: plan?.year ?? 0,
    project: null,
    author: '备份',
    writtenAt,
  }
  const own = entries.filter((row) => row.plan === id)
  return encodeHandover(
    head,
    own.map(({ body }) => readBody(body)),
  )
}

/**
 * Restores a backup into an empty database that has its schema: all rows or none, in one transaction. Every ledger gets a new epoch, so that clients read it anew and send what it
 * lacks of theirs.
 */
export async function restore(db: Database, folder: string): Promise<Manifest> {
  const manifest = manifestIn(folder)
  const text = readFileSync(join(folder, ROWS), 'utf8')
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as [Kept, Record<string, unknown>])
  await db.transaction(async (tx) => {
    for (const table of ['account', 'entry', 'plan_version'] as const) {
      const there = await tx.selectFrom(table).selectAll().limit(1).execute()
      if (there.length > 0) throw new RestoreRefused('not-empty', table)
    }
    await tx.deleteFrom('setting').execute()
    for (const table of KEPT) {
      const own = rows.flatMap(([name, row]) =>
        name === table ? [table === 'ledger_head' ? { ...row, epoch: randomUUID() } : row] : [],
      )
      for (let from = 0; from < own.length; from += BATCH)
        await tx
          .insertInto(table)
          .values(own.slice(from, from + BATCH))
          .execute()
    }
  })
  return manifest
}

function manifestIn(folder: string): Manifest {
  if (!existsSync(join(folder, MANIFEST))) {
    const inside = backupsIn(folder).map(({ name }) => join(folder, name))
    throw inside.length > 0
      ? new RestoreRefused('backups-inside', inside.slice(0, 5).join('\n'))
      : new RestoreRefused('no-backup', folder)
  }
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
  if (manifest.kind !== 'jixiao-board-backup') throw new RestoreRefused('no-backup', folder)
  if (manifest.schema > STEPS.length) throw new RestoreRefused('newer', String(manifest.schema))
  for (const [name, digest] of Object.entries(manifest.files)) {
    const path = join(folder, name)
    if (!existsSync(path) || digestOf(readFileSync(path, 'utf8')) !== digest)
      throw new RestoreRefused('damaged', name)
  }
  return manifest
}
