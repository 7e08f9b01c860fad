import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { STEPS } from './migrations'
import { retried, sqlState } from './retry'
import type { Tables } from './tables'

/** A transaction over the service's tables. */
export type Tx = Transaction<Tables>

/** How a database is opened; `isolation` and `onStatement` are for the tests, which run everything serializable and read every statement. */
export interface Opening {
  readonly url: string
  readonly connections?: number
  readonly isolation?: 'serializable'
  readonly schema?: string
  readonly onStatement?: (text: string) => void
  /** Called before each commit; what it throws fails the transaction. */
  readonly beforeCommit?: () => void
}

/** The service's database: single reads, and short transactions that are tried again where the engine asks for it. */
export interface Database {
  readonly read: Kysely<Tables>
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** What is read inside sees one state of the whole database. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const INT8 = 20

/** Opens a PostgreSQL, or what speaks its protocol, through a small pool. Positions fit a double by far. */
export function openDatabase({
  url,
  connections = 10,
  isolation,
  schema,
  onStatement,
  beforeCommit,
}: Opening): Database {
  const settings = [
    ...(isolation ? [`-c default_transaction_isolation=${isolation}`] : []),
    ...(schema ? [`-c search_path=${schema}`] : []),
  ]
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
    ...(settings.length > 0 ? { options: settings.join(' ') } : {}),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 && format !== 'binary'
          ? (text: string) => Number(text)
          : pg.types.getTypeParser(oid, format),
    },
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const read = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement ? { log: ({ query }) => onStatement(query.sql) } : {}),
  })
  const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    read.transaction().execute(async (tx) => {
      const done = await work(tx)
      beforeCommit?.()
      return done
    })
  return {
    read,
    transaction: (work) => retried(() => inTransaction(work)),
    snapshot: (work) => retried(() => read.transaction().setIsolationLevel('repeatable read').execute(work)),
    close: () => read.destroy(),
  }
}

const EXISTS: ReadonlySet<string> = new Set(['42P07', '42710', '23505'])

/** Brings a database to the newest schema: one statement a step, each noted when done, so that it can stop anywhere and go on; what another process did meanwhile is taken as done. */
export async function migrate({ read }: Database, now: () => string): Promise<{ from: number; to: number }> {
  await tolerating(EXISTS, () =>
    read.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute(),
  )
  const done = await retried(() =>
    read.selectFrom('schema_version').select('version').orderBy('version', 'desc').limit(1).execute(),
  )
  const from = done[0]?.version ?? 0
  if (from > STEPS.length) throw new NewerSchema(from)
  for (const [index, step] of STEPS.entries()) {
    if (index < from) continue
    await tolerating(EXISTS, () => sql.raw(step).execute(read))
    await tolerating(EXISTS, () =>
      read
        .insertInto('schema_version')
        .values({ version: index + 1, applied_at: now() })
        .execute(),
    )
  }
  return { from, to: STEPS.length }
}

/** The database was written by a newer service than this one. */
export class NewerSchema extends Error {
  constructor(readonly version: number) {
    super(`the database has schema ${version}, this service knows ${STEPS.length}`)
  }
}

async function tolerating(codes: ReadonlySet<string>, work: () => Promise<unknown>): Promise<void> {
  try {
    await retried(work)
  } catch (error) {
    if (!codes.has(sqlState(error) ?? '')) throw error
  }
}
