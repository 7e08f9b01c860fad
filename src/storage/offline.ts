import { whenPageReturns } from './tabs'

/** What is told of versions: a new one waits (`ready`), or has been put in this page's place by some tab (`taken`). */
export type Renewal = 'ready' | 'taken'

/** Keeps the whole board in this browser; `take` has the waiting version take over, in every tab; `handedOut`: this page came from what was kept. `null` where the browser or the address does not allow it. */
export async function keepOffline(
  hear: (renewal: Renewal) => void,
): Promise<{ readonly take: () => void; readonly handedOut: boolean } | null> {
  const workers = globalThis.navigator?.serviceWorker
  if (!workers) return null
  const handedOut = workers.controller !== null
  try {
    const registration = await workers.register('sw.js', { updateViaCache: 'none' })
    if (!registration) return null
    hearTakeover(workers, hear)
    hearWaiting(registration, workers, hear)
    const look = () => void registration.update().catch(() => null)
    whenPageReturns(look)
    if (workers.controller) look()
    return { take: () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }), handedOut }
  } catch {
    return null
  }
}

/** Loads the page anew as the newest version that its host has, waiting until that one is kept here; as it is where there is no other. */
export async function takeNewest(): Promise<void> {
  const workers = globalThis.navigator?.serviceWorker
  const registration = await workers?.getRegistration().catch(() => null)
  await registration?.update().catch(() => null)
  // one that waits already may be of a host or a version that has been replaced since
  const waiting = (await installed(registration?.installing ?? null)) ?? registration?.waiting
  if (workers && waiting) {
    const taken = new Promise((resolve) =>
      workers.addEventListener('controllerchange', resolve, { once: true }),
    )
    waiting.postMessage({ type: 'SKIP_WAITING' })
    await taken
  }
  location.reload()
}

/** The worker once it is installed; `null` where it will not be. */
function installed(worker: ServiceWorker | null): Promise<ServiceWorker | null> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker?.state === 'installed') resolve(worker)
      else if (worker?.state !== 'installing') resolve(null)
    }
    worker?.addEventListener('statechange', look)
    look()
  })
}

/** The first worker of a page takes nothing away from it; a later one does. None at all in the place of one is the browser's own loss: nothing was put in its place. */
function hearTakeover(workers: ServiceWorkerContainer, hear: (renewal: Renewal) => void): void {
  let controlled = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (workers.controller === null) return
    if (controlled) hear('taken')
    controlled = true
  })
}

function hearWaiting(
  registration: ServiceWorkerRegistration,
  workers: ServiceWorkerContainer,
  hear: (renewal: Renewal) => void,
): void {
  if (registration.waiting && workers.controller) hear('ready')
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller) hear('ready')
    })
  })
}
