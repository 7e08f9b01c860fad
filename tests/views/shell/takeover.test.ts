import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cellKeeping } from '@/format/ledger/cellKeeping'
import { useTyped } from '@/stores/desk/typed'
import { useDelivery } from '@/stores/delivery'
import { keepBoard, wouldLose } from '@/views/shell/keepBoard'
import { atWork, cellAt } from '../../stores/atWork'
import { PLAN } from '../../storage/entries'
import { FULL, READY, settled } from '../../stores/testWorld'

const SERVED = '<meta name="jixiao-service" content="1" />'
const page = (build: string) =>
  `${build === 'served' ? SERVED : ''}<div id="app"></div><script type="module" src="./assets/${build === 'served' ? 'own' : build}.js"></script>`

/** A browser's service workers: who is in control, and what its pages are told. */
class Workers extends EventTarget {
  controller: object | null = {}
  readonly registration = Object.assign(new EventTarget(), {
    waiting: null as object | null,
    update: () => Promise.resolve(),
  })
  register = () => Promise.resolve(this.registration)
  async takenOver(by: object | null): Promise<void> {
    this.controller = by
    this.dispatchEvent(new Event('controllerchange'))
    await vi.waitFor(settled)
    await settled()
  }
}

let workers: Workers
let handedOut: string
const reload = vi.fn()

async function board() {
  const work = await atWork()
  work.desk.open(1)
  await work.desk.enter(cellAt(work.desk, 1, 1), '95', 'wan')
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(page(handedOut))))
  await keepBoard()
  return { ...work, delivery: useDelivery(work.pinia) }
}

beforeEach(() => {
  workers = new Workers()
  handedOut = 'new'
  reload.mockReset()
  // happy-dom would run a module: it becomes one where it already stands
  const script = Object.assign(document.createElement('script'), { type: 'text/plain' })
  script.setAttribute('src', './assets/own.js')
  document.head.append(script)
  script.type = 'module'
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: workers })
  vi.spyOn(location, 'reload').mockImplementation(reload)
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
  document.head.replaceChildren()
})

describe('another service worker in control of the page', () => {
  it('with another build is another version, and nothing is lost by loading anew', async () => {
    const { delivery } = await board()
    await workers.takenOver({})
    expect([delivery.renewal, reload.mock.calls.length]).toEqual(['taken', 1])
  })

  it('with the same build is none: the browser put its own back', async () => {
    handedOut = 'own'
    const { delivery } = await board()
    await workers.takenOver({})
    expect([delivery.renewal, reload.mock.calls.length]).toEqual([null, 0])
  })

  it('with the same build is one where it had waited: what it changed lies elsewhere', async () => {
    handedOut = 'own'
    workers.registration.waiting = {}
    const { delivery } = await board()
    await workers.takenOver({})
    expect([delivery.renewal, reload.mock.calls.length]).toEqual(['taken', 1])
  })

  it('with the same build of another kind of host is that host’s page, and what is half-typed here is not left behind unasked', async () => {
    handedOut = 'served'
    const { delivery, pinia } = await board()
    const typed = useTyped(pinia)
    typed.write(`${PLAN}/1/cells`, '{}')
    await workers.takenOver({})
    expect([delivery.crossed, delivery.renewal, reload.mock.calls.length]).toEqual(['shared', 'taken', 0])
    typed.write(`${PLAN}/1/cells`, null)
    await workers.takenOver({})
    expect(reload).toHaveBeenCalledTimes(1)
  })

  it('is none where nobody is in control any more', async () => {
    const { delivery } = await board()
    await workers.takenOver(null)
    expect([delivery.renewal, reload.mock.calls.length]).toEqual([null, 0])
  })

  it('is not loaded by itself once the storage was emptied, even before the page was told', async () => {
    const { shelf, delivery, ledgers } = await board()
    shelf.records.clear()
    expect(ledgers.missing).toBe(0)
    await workers.takenOver({})
    expect([delivery.renewal, ledgers.missing, reload.mock.calls.length]).toEqual(['taken', 1, 0])
  })

  it('is not loaded by itself while the storage cannot be read, or the last write failed', async () => {
    const { answers, desk, behave } = await board()
    answers.unreadable = { kind: 'full' }
    await workers.takenOver({})
    answers.unreadable = null
    behave(FULL)
    await desk.enter(cellAt(desk, 1, 2), '96', 'wan')
    await workers.takenOver({})
    expect(reload).not.toHaveBeenCalled()
  })
})

describe('what a cell says of its entry', () => {
  it('is what the storage holds, as the line counts it', async () => {
    const { shelf, desk, ledgers, behave } = await board()
    const id = [...ledgers.ledger.ids.keys()]
    const reach = () => cellKeeping(desk.keeping()).reachOf(id)
    expect(reach()).toBeNull()
    const kept = new Map(shelf.records)
    shelf.records.clear()
    expect(await wouldLose()).toBe(true)
    expect([reach(), ledgers.missing]).toEqual(['page', 1])
    for (const [key, record] of kept) shelf.records.set(key, record)
    behave(READY)
    expect(await wouldLose()).toBe(false)
    expect([reach(), ledgers.missing]).toEqual([null, 0])
  })
})
