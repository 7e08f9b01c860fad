/** How the host stands: it does not answer (`gone`), it answers with the build that this page is of (`same`), with another one (`renewed`), or something answers in its place with a page that is not ours (`other`: the login of a network). */
export type Host = 'gone' | 'same' | 'renewed' | 'other'

/** A host that takes a question and has not answered in so long, in ms, is gone. */
const PATIENCE = 5_000

/** Asks the host which build it has now, past every cache. The query keeps a service worker from answering in its place. */
export async function askHost(): Promise<Host> {
  const asking = new AbortController()
  const patience = setTimeout(() => asking.abort(), PATIENCE)
  try {
    const address = new URL('index.html?host', document.baseURI)
    const response = await fetch(address, { cache: 'no-store', signal: asking.signal })
    if (!response.ok) return 'gone'
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!page.getElementById('app') || scriptsOf(page) === '') return 'other'
    return scriptsOf(page) === scriptsOf(document) ? 'same' : 'renewed'
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
