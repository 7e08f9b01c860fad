import type { Router } from 'vue-router'
import { useDelivery } from '@/stores/delivery'

/** A part that has not come after so long, in ms, is given up and said: a host may take a request and never answer. */
const PATIENCE = 8_000

const unasked = new WeakSet()

/** A part that was given up; `coming` is settled when it comes after all, or cannot be had. */
class Late extends Error {
  readonly coming: Promise<unknown>
  constructor(name: string, coming: Promise<unknown>) {
    super(`no answer: ${name}`)
    this.coming = coming
  }
}

/** A screen as it comes, given up when it takes too long. */
export function inTime<T>(name: string, coming: Promise<T>): Promise<T> {
  const givenUp = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Late(name, coming)), PATIENCE)
  })
  return Promise.race([coming, givenUp])
}

/** Fetches a part before anybody asks for it: that it cannot be had is not said. Returns whether it came. */
export async function ahead(load: () => Promise<unknown>): Promise<boolean> {
  try {
    await load()
    return true
  } catch (error) {
    if (error instanceof Object) unasked.add(error)
    return false
  }
}

/** Whether the reader has typed into the page since asking for the address that is on its way: then it is not changed under the hands. The head of the board stays whatever the page. */
let typing = false
let byItself = false

let failed: string | null = null

/** The script that could not be had last, as the browser names it; `null` where it names none. */
export function failedScript(): string | null {
  return failed
}

/** The reader asks for a page: what was typed before holds it back no longer. */
export function readerAsks(): void {
  typing = false
}

/** Opens an address once more, with all that it says, as nobody's act. */
export async function reopen(router: Router, address: string): Promise<void> {
  const { path, query, hash } = router.resolve(address)
  byItself = true
  await router.push({ path, query, hash, force: true }).catch(() => null)
}

/** Has every part of the program that cannot be had be said on the page: a screen by its name, anything else as what was asked for. A screen that comes late opens when it comes, unless the reader has gone elsewhere; while the reader types, it waits to be opened: half a figure would be entered. */
export function hearMissing(router: Router): void {
  const delivery = useDelivery()
  async function openLate(coming: Promise<unknown>, address: string): Promise<void> {
    const came = await ahead(() => coming)
    if (came && delivery.missing?.address === address) await reopen(router, address)
  }
  const hear = ({ target }: Event) => {
    typing ||= target instanceof Element && target.closest('main') !== null
  }
  addEventListener('input', hear, true)
  router.beforeEach(({ fullPath }) => {
    if (!byItself) readerAsks()
    byItself = false
    if (delivery.missing?.address !== fullPath) delivery.missing = null
  })
  router.beforeResolve(({ meta, path, fullPath }, from) => {
    if (!typing || path === from.path) return true
    delivery.missing = { title: String(meta.title ?? ''), address: fullPath, host: 'here', tries: 0 }
    return false
  })
  router.onError((error, { meta, fullPath }) => {
    failed = /https?:\S+\.js/.exec(String(error))?.[0] ?? null
    delivery.failed(String(meta.title ?? ''), fullPath)
    if (error instanceof Late) void openLate(error.coming, fullPath)
  })
  router.afterEach((_to, _from, failure) => {
    if (!failure) delivery.missing = null
  })
  // who asked is known only after the part's own promise has failed
  addEventListener('vite:preloadError', ({ payload }) => {
    setTimeout(() => unasked.has(payload) || delivery.failed(null, null))
  })
}
