/** This tab among those of its browser: a name that outlives a reload, and which of some names no open tab bears (none where the browser cannot tell). */
export interface OwnTab {
  readonly id: string
  gone(ids: readonly string[]): Promise<readonly string[]>
}

const KEY = 'jixiao-board.tab'

/** Names this tab and holds its name with a lock as long as it is open; a duplicated tab, which inherits the name, takes another. */
export async function ownTab(nextId: () => string): Promise<OwnTab> {
  const locks: LockManager | undefined = globalThis.navigator?.locks
  const before = sessionStorage.getItem(KEY)
  const id = before !== null && (!locks || (await hold(locks, before))) ? before : nextId()
  if (id !== before) {
    sessionStorage.setItem(KEY, id)
    if (locks) await hold(locks, id)
  }
  return {
    id,
    gone: async (ids) => {
      if (!locks) return []
      const open = new Set((await locks.query()).held?.map(({ name }) => name))
      return ids.filter((own) => !open.has(nameOf(own)))
    },
  }
}

function nameOf(id: string): string {
  return `${KEY}|${id}`
}

function hold(locks: LockManager, id: string): Promise<boolean> {
  return new Promise((resolve) => {
    locks
      .request(nameOf(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        return lock ? new Promise<void>(() => {}) : undefined
      })
      .catch(() => resolve(false))
  })
}
