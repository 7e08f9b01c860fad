import { NavigationRoute, NetworkFirst, PrecacheRoute, Serwist, type PrecacheEntry } from 'serwist'
import { isOwnFile } from './ownFile'
import { toForget } from './versionStores'

declare const PRECACHE: PrecacheEntry[]
declare const VERSION: string
/** Said in front of this program by a shared service (server/http/pages.ts), whose page of the same build is another one. */
declare const SERVED_BY: string | undefined

/** The part of a service worker's own events that is used here. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}

const scope = new URL('./', location.href)
const FAMILY = `jixiao-board ${scope.pathname} `
const OWN = `${FAMILY}${typeof SERVED_BY === 'string' ? `${VERSION} ${SERVED_BY}` : VERSION}`

/** One store a version: the version before stays for tabs that still show it. A new one waits until a tab says `SKIP_WAITING`. */
const serwist = new Serwist({
  clientsClaim: true,
  precacheOptions: {
    cacheName: OWN,
    cleanupOutdatedCaches: false,
    concurrency: 4,
    plugins: [
      {
        cacheWillUpdate: async ({ request, response }) =>
          (await isOwnFile(request.url, response)) ? response : null,
      },
    ],
  },
})

/** Plan files are read from the host where it answers, since a bureau may add one beside the page; else as last had. */
function keepData(): void {
  const data = new NetworkFirst({
    cacheName: `${FAMILY}data`,
    networkTimeoutSeconds: 2,
    plugins: [{ handlerDidError: async ({ request }) => serwist.matchPrecache(request.url) }],
  })
  serwist.registerCapture(({ sameOrigin, url }) => sameOrigin && inside(url).startsWith('data/'), data)
}

/** The page, its chunks and workers as they were precached; a chunk of the version before from its own store. */
function keepPage(): void {
  serwist.addToPrecacheList(PRECACHE)
  serwist.registerRoute(new PrecacheRoute(serwist, { ignoreURLParametersMatching: [], cleanURLs: false }))
  const page = new NavigationRoute(serwist.createHandlerBoundToUrl('index.html'))
  serwist.registerCapture(
    ({ request, url }) => request.mode === 'navigate' && ['', 'index.html'].includes(inside(url)),
    page.handler,
  )
  serwist.registerCapture(
    ({ sameOrigin, url }) => sameOrigin && inside(url).startsWith('assets/'),
    async ({ request }) => (await caches.match(request)) ?? fetch(request),
  )
}

function inside(url: URL): string {
  return url.pathname.startsWith(scope.pathname) ? url.pathname.slice(scope.pathname.length) : '/'
}

async function forgetOldVersions(): Promise<void> {
  const stores = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== `${FAMILY}data`)
  await Promise.all(toForget(stores, OWN).map((name) => caches.delete(name)))
}

keepData()
keepPage()
serwist.addEventListeners()
addEventListener('activate', (event) => (event as Extendable).waitUntil(forgetOldVersions()))
