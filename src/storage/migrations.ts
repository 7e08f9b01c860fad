/** A store of the database: its key, its indexes by name and key path. */
export interface StoreShape {
  readonly keyPath: string
  readonly indexes: Readonly<Record<string, string>>
}

/** One numbered step of the schema: the stores it adds, and how each record of `entries` is rewritten (`null`: left as it is). */
export interface Migration {
  readonly to: number
  readonly adds: Readonly<Record<string, StoreShape>>
  readonly record: ((record: unknown) => unknown) | null
}

/** The database's name; the same for all plans of an origin. */
export const DATABASE = 'jixiao-board'

/** The one store: a record is an entry's JSON and nothing else. */
export const ENTRIES = 'entries'

/** The index that finds a plan's entries. */
export const BY_PLAN = 'plan'

/**
 * Every step from an empty database to today's, in order. A released step is never edited: a new one is added, and with it
 * `tests/fixtures/storage/v<n>.json`.
 */
export const MIGRATIONS: readonly Migration[] = [
  { to: 1, adds: { [ENTRIES]: { keyPath: 'id', indexes: { [BY_PLAN]: 'plan' } } }, record: null },
]

/** The version a list of steps leads to. */
export function versionOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? 0
}

/** The steps a database of a version still needs, in order. */
export function stepsFrom(migrations: readonly Migration[], version: number): readonly Migration[] {
  return migrations.filter(({ to }) => to > version)
}
