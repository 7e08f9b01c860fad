import { namedBefore, TAB_NAME, whenPageReturns } from './tabs'

/** This tab among those of its browser, by a name that outlives a reload. */
export interface OwnTab {
  readonly id: string
  /** Which of these names no open tab bears, looked at twice: a tab that loads anew bears none for a moment. */
  gone(ids: readonly string[]): Promise<readonly string[]>
  /** Acts while no other tab does so. */
  alone<T>(act: () => Promise<T>): Promise<T>
  /** Calls back when somebody comes back to this tab, as after another was closed. */
  returns(told: () => void): void
}

type Look = (ids: readonly string[]) => Promise<readonly string[]>

/** How long a tab that loads anew may go without its name, in ms. */
const AGAIN = 1_000
/** How long a page that ends may take to let its name go, in ms. */
const LETTING_GO = 500
/** How long open tabs have to answer, in ms. */
const ANSWER = 300

/**
 * Names this tab as long as it is open, by a lock, and where there are none (plain http) by answering when the other tabs ask;
 * a duplicated tab, which inherits the name, takes another.
 */
export async function ownTab(nextId: () => string): Promise<OwnTab> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  const usable = locks && (await locks.query().catch(() => null))
  return usable ? lockedTab(locks, nextId) : askingTab(nextId)
}

async function lockedTab(locks: LockManager, nextId: () => string): Promise<OwnTab> {
  const before = namedBefore()
  const id = before !== null && (await hold(locks, before)) ? before : nextId()
  if (id !== before) {
    sessionStorage.setItem(TAB_NAME, id)
    await hold(locks, id)
  }
  return {
    id,
    gone: twice(async (ids) => {
      const open = new Set((await locks.query()).held?.map(({ name }) => name))
      return ids.filter((own) => !open.has(lockOf(own)))
    }),
    alone: async (act) => locks.request(`${TAB_NAME}.taking`, act),
    returns: onReturn,
  }
}

async function askingTab(nextId: () => string): Promise<OwnTab> {
  const line = new BroadcastChannel(TAB_NAME)
  const open = new Set<string>()
  const before = namedBefore()
  let id = before ?? nextId()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  const say = (text: string) => line.postMessage(text)
  line.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === '?') say(id)
    else if (typeof data === 'string') open.add(data)
  })
  const ask = async () => {
    open.clear()
    say('?')
    await waited(ANSWER)
  }
  if (before !== null) {
    await ask()
    if (open.has(before)) id = nextId()
  }
  sessionStorage.setItem(TAB_NAME, id)
  return {
    id,
    gone: twice(async (ids) => {
      await ask()
      return ids.filter((own) => !open.has(own))
    }),
    alone: (act) => act(),
    returns: onReturn,
  }
}

function twice(look: Look): Look {
  return async (ids) => {
    const absent = await look(ids)
    if (absent.length === 0) return []
    await waited(AGAIN)
    return look(absent)
  }
}

/** Somebody comes back at the very moment in which the tab before is closed: once at once, and once when it must have let its name go. */
function onReturn(told: () => void): void {
  whenPageReturns(() => {
    told()
    void waited(LETTING_GO).then(told)
  })
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function lockOf(id: string): string {
  return `${TAB_NAME}|${id}`
}

function hold(locks: LockManager, id: string): Promise<boolean> {
  return new Promise((resolve) => {
    locks
      .request(lockOf(id), { signal: AbortSignal.timeout(LETTING_GO) }, () => {
        resolve(true)
        return new Promise<void>(() => {})
      })
      .catch(() => resolve(false))
  })
}
