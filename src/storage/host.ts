/** How the host stands: it does not answer (`gone`), it answers with the build that this page is of (`same`), or with another one (`renewed`). */
export type Host = 'gone' | 'same' | 'renewed'

/** Asks the host which build it has now, past every cache. The query keeps a service worker from answering in its place. */
export async function askHost(): Promise<Host> {
  try {
    const response = await fetch(new URL('index.html?host', document.baseURI), { cache: 'no-store' })
    if (!response.ok) return 'gone'
    return scriptsOf(new DOMParser().parseFromString(await response.text(), 'text/html')) ===
      scriptsOf(document)
      ? 'same'
      : 'renewed'
  } catch {
    return 'gone'
  }
}

function scriptsOf(page: Document): string {
  const scripts = page.querySelectorAll('script[type="module"][src]')
  return [...scripts].map((script) => script.getAttribute('src')).join(' ')
}
