import type { StorageFailure } from './ledgerStorage'

/** Chromium's words when the disk itself is full, past any quota: an UnknownError with FILE_ERROR_NO_SPACE (seen on a full file system). */
const NO_SPACE = /NO_SPACE|no space|disk (?:is )?full/i
const DENIED = new Set(['SecurityError', 'NotAllowedError'])

/** What an error of IndexedDB means, by its name as the specification gives it; `opening` because some names mean more there. */
export function indexedDbFailure(error: unknown, opening: boolean): StorageFailure {
  const name = nameOf(error)
  if (name === 'QuotaExceededError' || NO_SPACE.test(messageOf(error))) return { kind: 'full' }
  if (name === 'VersionError') return { kind: 'newer' }
  if (DENIED.has(name) || (opening && name === 'InvalidStateError')) return { kind: 'blocked', by: 'denied' }
  return {
    kind: 'broken',
    cause: 'error',
    detail: error instanceof Error ? `${name}: ${messageOf(error)}` : String(error),
  }
}

/** The error that tells most: an abort is only what follows from another one. */
export function tellingError(errors: readonly unknown[]): unknown {
  return errors.find((error) => nameOf(error) !== 'AbortError') ?? errors[0]
}

/** Whether the connection was closed under us, so that opening again may help. */
export function isClosed(error: unknown): boolean {
  return nameOf(error) === 'InvalidStateError'
}

/** Whether an opening was cut off by a deletion that was still going on (Chromium evicting a site): the next one is well. */
export function isCutOff(error: unknown): boolean {
  return nameOf(error) === 'AbortError'
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
