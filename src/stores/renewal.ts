import { defineStore } from 'pinia'
import { askHost, type Host } from '@/storage/host'
import { keepOffline, takeNewest } from '@/storage/offline'
import { useDelivery } from './delivery'

/** Asks the host how it stands, keeps the board in this browser and takes its new versions; loaded after the first paint. */
export const useRenewal = defineStore('renewal', () => {
  const delivery = useDelivery()
  let take = () => {}
  return {
    /** Asks the host about what is missing; returns how it stands, `null` where nothing is missing any more. */
    ask: async (): Promise<Host | null> => {
      if (!delivery.missing) return null
      const host = await askHost()
      if (!delivery.missing) return null
      delivery.missing = { ...delivery.missing, host }
      return host
    },
    /** Keeps the whole board in this browser; `taken` hears that another version took over. Returns whether it can be kept. */
    begin: async (taken: () => void): Promise<boolean> => {
      const kept = await keepOffline((news) => {
        delivery.renewal = news
        if (news === 'taken') taken()
      })
      if (kept) ({ take } = kept)
      return kept !== null
    },
    /** Has the waiting version take over in every tab. */
    take: (): void => take(),
    takeNewest,
  }
})
