/** What came of fetching a data file: its text, or why there is none; `foreign` where a page answers in its place, such as the login of a network. */
export type FetchedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent'; readonly status: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreachable' }

/** A host that has not begun to answer after so long, in ms, is taken for one that cannot be reached; what it then sends may take its time. */
const PATIENCE = 10_000

/** Data files are JSON: what opens as markup is a page. */
const PAGE = /^[\uFEFF\s]*</

async function answered(address: URL): Promise<Response> {
  const giving = new AbortController()
  const timer = setTimeout(() => giving.abort(), PATIENCE)
  try {
    return await fetch(address, { cache: 'no-cache', signal: giving.signal })
  } finally {
    clearTimeout(timer)
  }
}

/** Reads a file that the page carries inside, or that stands beside it under `data/`, without a cached copy; a network failure is a value. */
export async function fetchDataFile(name: string): Promise<FetchedText> {
  const carried = document.getElementById(`data/${name}`)
  if (carried) return { kind: 'text', text: carried.textContent ?? '' }
  try {
    const response = await answered(new URL(`data/${name}`, document.baseURI))
    if (!response.ok) return { kind: 'absent', status: response.status }
    const text = await response.text()
    return PAGE.test(text) ? { kind: 'foreign' } : { kind: 'text', text }
  } catch {
    return { kind: 'unreachable' }
  }
}
