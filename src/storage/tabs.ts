/** Where a tab keeps its name through a reload (storage/ownTab.ts). */
export const TAB_NAME = 'jixiao-board.tab'

/** The name that this tab bore before it was loaded anew, or that it inherited as a duplicate; `null` where it is new or the browser keeps nothing. */
export function namedBefore(): string | null {
  try {
    return sessionStorage.getItem(TAB_NAME)
  } catch {
    return null
  }
}

/** What one tab tells the others after writing: which entries of which plan are new. They read them from the storage. */
export interface News {
  readonly plan: string
  readonly ids: readonly string[]
}

/** The line between the tabs of one browser. */
export interface Tabs {
  tell(news: News): void
  close(): void
}

/** Speaks to and hears the other tabs; a message that cannot be understood is heard as `null`, so that the hearer looks for itself. */
export function openTabs(channel: string, hear: (news: News | null) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const line = new BroadcastChannel(channel)
  line.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(readNews(data)))
  line.addEventListener('messageerror', () => hear(null))
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    tell: (news) => line.postMessage(news),
    close: () => line.close(),
  }
}

function readNews(data: unknown): News | null {
  if (typeof data !== 'object' || data === null || !('plan' in data) || !('ids' in data)) return null
  const { plan, ids } = data
  return typeof plan === 'string' && Array.isArray(ids) && ids.every((id) => typeof id === 'string')
    ? { plan, ids }
    : null
}

/** Calls back whenever somebody comes back to this page, for what was missed while it slept. Returns how to stop. */
export function whenPageReturns(callback: () => void): () => void {
  if (typeof window === 'undefined') return () => {}
  const shown = () => {
    if (document.visibilityState === 'visible') callback()
  }
  window.addEventListener('focus', callback)
  window.addEventListener('pageshow', callback)
  document.addEventListener('visibilitychange', shown)
  return () => {
    window.removeEventListener('focus', callback)
    window.removeEventListener('pageshow', callback)
    document.removeEventListener('visibilitychange', shown)
  }
}
