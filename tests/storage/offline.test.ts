import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { takeNewest } from '@/storage/offline'

/** A service worker of a browser: how far it is, and what it was told. */
class Worker extends EventTarget {
  readonly told: unknown[] = []
  heard = 0
  state: string
  constructor(state: string) {
    super()
    this.state = state
  }
  override addEventListener(...listening: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...listening)
    this.heard++
  }
  become(state: string): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
  postMessage(message: unknown): void {
    this.told.push(message)
    workers.dispatchEvent(new Event('controllerchange'))
  }
}

let workers: EventTarget
const reload = vi.fn()
const SKIPPED = [{ type: 'SKIP_WAITING' }]

function browserWith(waiting: Worker | null, installing: Worker | null): void {
  const update = () => Promise.resolve()
  workers = Object.assign(new EventTarget(), {
    getRegistration: () => Promise.resolve({ waiting, installing, update }),
  })
  vi.stubGlobal('navigator', { serviceWorker: workers })
}

beforeEach(() => {
  reload.mockReset()
  vi.stubGlobal('location', { reload })
})

afterEach(() => void vi.unstubAllGlobals())

it.each([
  ['installed', [], SKIPPED],
  ['redundant', SKIPPED, []],
])(
  'the newest is what the host hands out now, not what waited before; once it is %s',
  async (state, old, young) => {
    const [waited, coming] = [new Worker('installed'), new Worker('installing')]
    browserWith(waited, coming)
    const taken = takeNewest()
    await vi.waitFor(() => expect(coming.heard).toBeGreaterThan(0))
    coming.become(state)
    await taken
    expect([waited.told, coming.told, reload.mock.calls.length]).toEqual([old, young, 1])
  },
)

it('loads the page as it is where nothing newer is to be had', async () => {
  browserWith(null, null)
  await takeNewest()
  expect(reload).toHaveBeenCalledTimes(1)
})
