import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchDataFile } from '@/storage/dataFiles'

/** A page that carries nothing, at a host that answers as told. */
function host(answer: (signal: AbortSignal) => Promise<Response>): void {
  vi.stubGlobal('document', { getElementById: () => null, baseURI: 'http://board.invalid/' })
  vi.stubGlobal('fetch', (_: URL, { signal }: { signal: AbortSignal }) => answer(signal))
}

describe('a data file', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('of a host that takes the question and never answers cannot be reached, after ten seconds', async () => {
    vi.useFakeTimers()
    host(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')))
        }),
    )
    const fetched = vi.fn()
    void fetchDataFile('a.json').then(fetched)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(fetched).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(fetched).toHaveBeenCalledWith({ kind: 'unreachable' })
  })

  it('that comes slowly is waited for once its host has answered', async () => {
    vi.useFakeTimers()
    let aborted = false
    host(async (signal) => {
      signal.addEventListener('abort', () => (aborted = true))
      const body = new ReadableStream({
        start: (own) => {
          setTimeout(() => {
            own.enqueue(new TextEncoder().encode('{}'))
            own.close()
          }, 90_000)
        },
      })
      return new Response(body)
    })
    const fetched = fetchDataFile('a.json')
    await vi.advanceTimersByTimeAsync(90_000)
    expect(await fetched).toEqual({ kind: 'text', text: '{}' })
    expect(aborted).toBe(false)
  })

  it.each(['<!doctype html><title>上网认证</title>', '\uFEFF\n <html></html>'])(
    'in whose place a page answers is not read, and not empty: %j',
    async (page) => {
      host(async () => new Response(page))
      expect(await fetchDataFile('index.json')).toEqual({ kind: 'foreign' })
    },
  )

  it('that the host has not is told with its answer', async () => {
    host(async () => new Response('', { status: 404 }))
    expect(await fetchDataFile('a.json')).toEqual({ kind: 'absent', status: 404 })
  })
})
