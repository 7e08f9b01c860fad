import { setTimeout as wait } from 'node:timers/promises'

/** How long work is tried again while the database asks for it or is away, in ms. */
const PATIENCE = 40_000
const FIRST_WAIT = 5
const LONGEST_WAIT = 500

const AGAIN: ReadonlySet<string> = new Set(['40001', '40P01', '23505', '25006', '53300'])
const AWAY = /^(?:08|57P)/
const LOST: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const LOST_WORDS =
  /Connection terminated|Client has encountered a connection error|timeout exceeded|read timeout|not queryable/i

/** The SQLSTATE of an error of the database; `null` where it is none. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/**
 * Whether work that failed may be done again: a conflict between transactions (40001, 40P01; 23505 where two wrote the same key at once), a database that stops or is gone (08*, 57P*).
 * All our work can be done twice: entries are known by id and digest.
 */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== null && (AGAIN.has(state) || AWAY.test(state))) return true
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return LOST.has(String(code)) || LOST_WORDS.test(String(message))
}

/** Whether the database cannot be reached or is stopping, rather than refusing. */
export function isAway(error: unknown): boolean {
  const state = sqlState(error)
  return isRetryable(error) && (state === null || AWAY.test(state) || state === '25006' || state === '53300')
}

/** Whether the database has no room left (53100): what was asked is not done, nothing of it; it is no fault, and goes on when there is room. */
export function isFull(error: unknown): boolean {
  return sqlState(error) === '53100'
}

const MOST_UNIQUE = 5

/** Does work until it succeeds, fails for good, or patience ends; a broken key is believed after a few tries. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE
  let unique = 0
  for (let pause = FIRST_WAIT; ; pause = Math.min(pause * 2, LONGEST_WAIT)) {
    try {
      return await work()
    } catch (error) {
      if (sqlState(error) === '23505') unique += 1
      if (!isRetryable(error) || unique > MOST_UNIQUE || performance.now() > until) throw error
      await wait(pause * (0.5 + Math.random()))
    }
  }
}
