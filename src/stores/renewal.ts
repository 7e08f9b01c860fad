import { defineStore } from 'pinia'
import { askAnew, askHost, crossingOf, type Host } from '@/storage/host'
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

  /** What the host answers tells also who serves the address; one that does not answer tells nothing of that. */
  async function askWho(): Promise<Host> {
    const host = await askOnce()
    if (host !== 'gone' && host !== 'other') delivery.crossed = crossingOf(host)
    return host
  }

  /**
   * Asked when somebody comes back, when the service is reached again, and at once of a page that a worker handed out: who serves the address; and whether there is a new build,
   * where no worker tells of it (plain http), and of a shared service, which is renewed while pages are open.
   */
  function hearHost(handedOut: boolean, builds: boolean): void {
    let away = false
    let asked = -QUIET
    const ask = async () => {
      if ((await askWho()) === 'renewed' && builds) delivery.renewal ??= 'taken'
    }
    const look = () => {
      if (performance.now() - asked < QUIET) return
      asked = performance.now()
      void ask()
    }
    whenPageReturns(look)
    if (handedOut) void ask()
    shared?.watch(({ state }) => {
      const back = away && state !== 'away'
      away = state === 'away'
      if (back) look()
    })
  }

  /** A worker that took over without having waited is another version only where it hands out another build: a browser that lost its storage puts the same one in place again. */
  async function hear(news: Renewal, taken: (asked: boolean) => unknown): Promise<void> {
    if (news === 'ready') void askWho()
    else {
      const waited = delivery.renewal === 'ready'
      const host = await askAnew()
      if (!waited && host !== 'renewed' && !crossingOf(host)) return
      delivery.crossed = crossingOf(host) ?? delivery.crossed
    }
    delivery.renewal = news
    if (news === 'taken' && !taking) taken(asked)
  }

  let take = () => {}
  let asked = false
  let taking = false
  return {
    /** Asks the host about what is missing; returns how it stands, `null` where nothing is missing any more. */
    ask: async (): Promise<Host | null> => {
      if (!delivery.missing) return null
      const host = await askWho()
      if (!delivery.missing) return null
      delivery.missing = { ...delivery.missing, host }
      return host
    },
    /** Keeps the whole board in this browser; `taken` hears that another version took over, and whether in this tab somebody asked for it. Returns whether it can be kept. */
    begin: async (taken: (asked: boolean) => unknown): Promise<boolean> => {
      const kept = await keepOffline((news) => void hear(news, taken))
      if (kept) ({ take } = kept)
      hearHost(kept?.handedOut ?? false, shared !== null || !kept)
      return kept !== null
    },
    /** Has the waiting version take over in every tab. */
    take: (): void => {
      asked = true
      take()
    },
    /** Loads this page anew as the newest version that its host has. */
    takeNewest: (): Promise<void> => {
      taking = true
      return takeNewest()
    },
  }
})
