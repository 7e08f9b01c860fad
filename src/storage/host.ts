import { isServed } from './servedBy'

/** Who serves the board at an address where this page is another's: a shared service (this page is one person's board), or a host of one person's board (this page is a service's). */
export type Crossing = 'shared' | 'alone'

/** How the host stands: it does not answer (`gone`), it answers with the build that this page is of (`same`), with another one (`renewed`), with the page of another kind of host (a `Crossing`), or something answers in its place with a page that is not ours (`other`: the login of a network). */
export type Host = 'gone' | 'same' | 'renewed' | Crossing | 'other'

/** Who serves the address now, where that is another kind of host than this page's; `null` where it is not, or nobody knows. */
export function crossingOf(host: Host): Crossing | null {
  return host === 'shared' || host === 'alone' ? host : null
}

/** A host that takes a question and has not answered in so long, in ms, is gone. */
const PATIENCE = 5_000

/** Asks the host which build it has now, past every cache. The query keeps a service worker from answering in its place. */
export const askHost = (): Promise<Host> => ask('index.html?host')

/** Asks which build this page would be of if it were loaded anew, from whoever would hand it out: a service worker, also without the host, or the host. */
export const askAnew = (): Promise<Host> => ask('index.html')

async function ask(page: string): Promise<Host> {
  const asking = new AbortController()
  const patience = setTimeout(() => asking.abort(), PATIENCE)
  try {
    const address = new URL(page, document.baseURI)
    const response = await fetch(address, { cache: 'no-store', signal: asking.signal })
    if (!response.ok) return 'gone'
    const found = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!found.getElementById('app') || scriptsOf(found) === '') return 'other'
    if (isServed(found) !== isServed(document)) return isServed(found) ? 'shared' : 'alone'
    return scriptsOf(found) === scriptsOf(document) ? 'same' : 'renewed'
  } catch {
    return 'gone'
  } finally {
    clearTimeout(patience)
  }
}

function scriptsOf(page: Document): string {
  const scripts = page.querySelectorAll('script[type="module"][src]')
  return [...scripts].map((script) => script.getAttribute('src')).join(' ')
}
