import { defineStore } from 'pinia'
import { askAnew, askHost, type Host } from '@/storage/host'
import { keepOffline, takeNewest, type Renewal } from '@/storage/offline'
import { whenPageReturns } from '@/storage/tabs'
import { useDelivery } from './delivery'
import { useWorld } from './world'

/** Coming back is told by several events at once: the host is asked once in so long, in ms. */
const QUIET = 3_000

/** Asks the host how it stands, keeps the board in this browser and takes its new versions; loaded after the first paint. */
export const useRenewal = defineStore('renewal', () => {
  const delivery = useDelivery()
  const { shared } = useWorld()
  let answer: Promise<Host> | null = null

  /** Whoever asks while a question is on its way hears its answer. */
  function askOnce(): Promise<Host> {
    answer ??= askHost().finally(() => (answer = null))
    return answer
  }

  /** Where no service worker tells of a new build (plain http), and of a shared service, which is renewed while pages are open: asked when the service is reached again and when somebody comes back. */
  function hearHost(): void {
    let away = false
    let asked = -QUIET
    const look = async () => {
      if (performance.now() - asked < QUIET) return
      asked = performance.now()
      if ((await askOnce()) === 'renewed') delivery.renewal ??= 'taken'
    }
    whenPageReturns(() => void look())
    shared?.watch(({ state }) => {
      const back = away && state !== 'away'
      away = state === 'away'
      if (back) void look()
    })
  }

  /** A worker that took over without having waited is another version only where it hands out another build: a browser that lost its storage puts the same one in place again. */
  async function hear(news: Renewal, taken: (asked: boolean) => unknown): Promise<void> {
    if (news === 'taken' && delivery.renewal !== 'ready' && (await askAnew()) !== 'renewed') return
    delivery.renewal = news
    if (news === 'taken') taken(asked)
  }

  let take = () => {}
  let asked = false
  return {
    /** Asks the host about what is missing; returns how it stands, `null` where nothing is missing any more. */
    ask: async (): Promise<Host | null> => {
      if (!delivery.missing) return null
      const host = await askOnce()
      if (!delivery.missing) return null
      delivery.missing = { ...delivery.missing, host }
      return host
    },
    /** Keeps the whole board in this browser; `taken` hears that another version took over, and whether in this tab somebody asked for it. Returns whether it can be kept. */
    begin: async (taken: (asked: boolean) => unknown): Promise<boolean> => {
      const kept = await keepOffline((news) => void hear(news, taken))
      if (kept) ({ take } = kept)
      if (shared || !kept) hearHost()
      return kept !== null
    },
    /** Has the waiting version take over in every tab. */
    take: (): void => {
      asked = true
      take()
    },
    takeNewest,
  }
})
