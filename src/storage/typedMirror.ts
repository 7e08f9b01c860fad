import { abortQuietly, keepDatabase } from './database'
import type { Migration } from './migrations'

const NAME = 'jixiao-board.typed'
const TEXTS = 'texts'
const PATIENCE = { blocked: 1_500, silence: 3_000 }
/** Numbered as the ledger's: a released step is never edited. */
const MIGRATIONS: readonly Migration[] = [
  { to: 1, adds: { [TEXTS]: { keyPath: 'key', indexes: {} } }, record: null },
]

/** What stood at a place at a moment (`at` only grows); `text` is `null` where it was entered or dropped. */
export interface TypedText {
  readonly key: string
  readonly text: string | null
  readonly at: number
}

/** A second place for what is typed: a browser writes its small settings to the disk only after seconds, and one that is killed loses them. */
export interface TypedMirror {
  /** Everything it holds; nothing where the browser offers no place. */
  all(): Promise<readonly TypedText[]>
  /** Keeps a text; those of one place that come while it writes are one writing. Resolves to whether it stands there. */
  write(typed: TypedText): Promise<boolean>
  /** Forgets a place. */
  forget(key: string): Promise<boolean>
}

/** The mirror in this browser, in a database of its own (behind a shared service one an account): it reaches the system with every letter (`relaxed`: that outlives the browser's end, not the machine's). */
export function typedMirror(name = NAME): TypedMirror {
  const database = keepDatabase({ name, migrations: MIGRATIONS, patience: PATIENCE, lost: () => {} })
  const waiting = new Map<string, TypedText | null>()
  let writing: Promise<boolean> | null = null

  async function flush(): Promise<boolean> {
    await Promise.resolve()
    const batch = [...waiting]
    waiting.clear()
    writing = null
    const done = await database.run(async (db) => {
      const tx = db.transaction(TEXTS, 'readwrite', { durability: 'relaxed' })
      tx.done.catch(() => {})
      try {
        await Promise.all(
          batch.map(async ([key, typed]): Promise<unknown> =>
            typed ? tx.store.put(typed) : tx.store.delete(key),
          ),
        )
      } catch (error) {
        abortQuietly(tx)
        throw error
      }
      await tx.done
    })
    return done.kind === 'done'
  }

  function put(key: string, typed: TypedText | null): Promise<boolean> {
    waiting.set(key, typed)
    return (writing ??= flush())
  }

  return {
    async all() {
      const read = await database.run((db) => db.getAll(TEXTS) as Promise<unknown[]>)
      return read.kind === 'failed' ? [] : read.value.filter(isTypedText)
    },
    write: (typed) => put(typed.key, typed),
    forget: (key) => put(key, null),
  }
}

function isTypedText(record: unknown): record is TypedText {
  if (typeof record !== 'object' || record === null) return false
  const { key, text, at } = record as Partial<Record<keyof TypedText, unknown>>
  return typeof key === 'string' && (text === null || typeof text === 'string') && typeof at === 'number'
}
