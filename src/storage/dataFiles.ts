/** What came of fetching a data file: its text, or why there is none. */
export type FetchedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent'; readonly status: number }
  | { readonly kind: 'unreachable' }

/** Reads a file that the page carries inside, or that stands beside it under `data/`, without a cached copy; a network failure is a value. */
export async function fetchDataFile(name: string): Promise<FetchedText> {
  const carried = document.getElementById(`data/${name}`)
  if (carried) return { kind: 'text', text: carried.textContent ?? '' }
  try {
    const response = await fetch(new URL(`data/${name}`, document.baseURI), { cache: 'no-cache' })
    return response.ok
      ? { kind: 'text', text: await response.text() }
      : { kind: 'absent', status: response.status }
  } catch {
    return { kind: 'unreachable' }
  }
}
