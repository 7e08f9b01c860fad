import { afterEach, describe, expect, it, vi } from 'vitest'
import { ownLive } from '@/storage/service/live'

afterEach(() => vi.unstubAllGlobals())

/** Listens over a stream of our own. */
function listening() {
  const stream = new EventTarget()
  vi.stubGlobal('EventSource', function open() {
    return Object.assign(stream, { close: () => {}, readyState: 1 })
  })
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), { visibilityState: 'visible', baseURI: 'http://board.test/' }),
  )
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  const rights = vi.fn()
  const stop = ownLive(['2020'], { head: () => {}, signedOut: () => {}, lost: () => {}, rights })
  return { rights, stop, says: (event: string) => stream.dispatchEvent(new Event(event)) }
}

describe('hearing of the service', () => {
  it.each(['rights', 'open'])(
    'has the rights read anew at “%s”: what changed while no stream was open is told by none',
    (event) => {
      const { rights, stop, says } = listening()
      expect(rights).not.toHaveBeenCalled()
      says(event)
      expect(rights).toHaveBeenCalledTimes(1)
      stop()
    },
  )
})
