import { abortQuietly, keepDatabase } from './database'
import type { Failed } from './ledgerStorage'
import type { Migration } from './migrations'

const NAME = 'jixiao-board.evidence'
const FILES = 'files'
const BY_SIZE = 'size'
const PATIENCE = { blocked: 1_500, silence: 10_000 }
/** Numbered as the ledger's: a released step is never edited. */
const MIGRATIONS: readonly Migration[] = [
  { to: 1, adds: { [FILES]: { keyPath: 'sha256', indexes: { [BY_SIZE]: 'size' } } }, record: null },
]

/** A file that an entry names as evidence, by the SHA-256 of its content. */
export interface EvidenceFile {
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Where the files themselves are kept, beside the ledger that names them: by content, each once. Every failure is a value. */
export interface EvidenceShelf {
  /** Which files are here, and their sizes in bytes. */
  held(): Promise<{ readonly kind: 'loaded'; readonly sizes: ReadonlyMap<string, number> } | Failed>
  /** A file's content; `null` where it is not here. */
  read(
    sha256: string,
  ): Promise<{ readonly kind: 'loaded'; readonly bytes: Uint8Array<ArrayBuffer> | null } | Failed>
  /** Keeps files all or nothing; they are durable when it resolves with `saved`. */
  keep(files: readonly EvidenceFile[]): Promise<{ readonly kind: 'saved' } | Failed>
}

/** The shelf of an account of a shared service: another who signs in on this machine does not see its files. */
export function evidenceName(server: string, account: string): string {
  return `${NAME}.${server}.${account}`
}

/** Keeps evidence in this browser in a database of its own, so that a full one never stands in the way of an entry. */
export function evidenceShelf(name: string = NAME): EvidenceShelf {
  const database = keepDatabase({ name, migrations: MIGRATIONS, patience: PATIENCE, lost: () => {} })
  return {
    async held() {
      const read = await database.run(async (db) => {
        const sizes = new Map<string, number>()
        const { store } = db.transaction(FILES)
        for (let at = await store.index(BY_SIZE).openKeyCursor(); at; at = await at.continue())
          sizes.set(String(at.primaryKey), Number(at.key))
        return sizes
      })
      return read.kind === 'failed' ? read : { kind: 'loaded', sizes: read.value }
    },
    async read(sha256) {
      const read = await database.run(
        (db) => db.get(FILES, sha256) as Promise<Partial<EvidenceFile> | undefined>,
      )
      return read.kind === 'failed' ? read : { kind: 'loaded', bytes: read.value?.bytes ?? null }
    },
    async keep(files) {
      const written = await database.run(async (db) => {
        const tx = db.transaction(FILES, 'readwrite', { durability: 'strict' })
        tx.done.catch(() => {})
        try {
          await Promise.all(
            files.map(async ({ sha256, bytes }) => tx.store.put({ sha256, bytes, size: bytes.length })),
          )
        } catch (error) {
          abortQuietly(tx)
          throw error
        }
        await tx.done
      })
      return written.kind === 'failed' ? written : { kind: 'saved' }
    },
  }
}

/** Keeps evidence in this page only: for a demonstration. */
export function pageEvidenceShelf(): EvidenceShelf {
  const files = new Map<string, EvidenceFile['bytes']>()
  return {
    held: () =>
      Promise.resolve({
        kind: 'loaded',
        sizes: new Map([...files].map(([sha256, bytes]) => [sha256, bytes.length])),
      }),
    read: (sha256) => Promise.resolve({ kind: 'loaded', bytes: files.get(sha256) ?? null }),
    keep: (more) => {
      for (const { sha256, bytes } of more) files.set(sha256, bytes)
      return Promise.resolve({ kind: 'saved' })
    },
  }
}
