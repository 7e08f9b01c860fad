import { describe, expect, it } from 'vitest'
import { indexedDbFailure, tellingError } from '@/storage/indexedDbFailure'

const error = (name: string) => new DOMException('…', name)

describe('errors of IndexedDB', () => {
  it.each([
    ['QuotaExceededError', false, { kind: 'full' }],
    ['QuotaExceededError', true, { kind: 'full' }],
    ['VersionError', true, { kind: 'newer' }],
    ['SecurityError', true, { kind: 'blocked', by: 'denied' }],
    ['NotAllowedError', false, { kind: 'blocked', by: 'denied' }],
    ['InvalidStateError', true, { kind: 'blocked', by: 'denied' }],
    ['InvalidStateError', false, { kind: 'broken', cause: 'error', detail: 'InvalidStateError: …' }],
    ['UnknownError', true, { kind: 'broken', cause: 'error', detail: 'UnknownError: …' }],
    ['AbortError', false, { kind: 'broken', cause: 'error', detail: 'AbortError: …' }],
  ])('%s (opening: %s) is %o', (name, opening, failure) => {
    expect(indexedDbFailure(error(name), opening)).toEqual(failure)
  })

  it('takes the words of a full file system for what they say', () => {
    const words =
      'Connection is closing because of: IO error: …/000210.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)'
    expect(indexedDbFailure(new DOMException(words, 'UnknownError'), false)).toEqual({ kind: 'full' })
  })

  it('keeps what is no error as it is', () => {
    expect(indexedDbFailure('odd', false)).toEqual({ kind: 'broken', cause: 'error', detail: 'odd' })
  })

  it('prefers the cause to the abort that follows it', () => {
    const [abort, cause] = [error('AbortError'), error('QuotaExceededError')]
    expect(tellingError([abort, cause])).toBe(cause)
    expect(tellingError([abort])).toBe(abort)
  })
})
