import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Crossing, Host } from '@/storage/host'
import type { Renewal } from '@/storage/offline'

/** What was asked for and could not be had: a screen by title and address, or neither where it was no screen; how the host stood when last asked (`here` where the part has come and waits for the reader), and how often it was tried again in vain. */
export interface Missing {
  readonly title: string | null
  readonly address: string | null
  readonly host: Host | 'asking' | 'here'
  readonly tries: number
}

/** How the page gets its own program: what could not be had of it, whether another version waits or has been taken, and who serves the address now where that is another kind of host than this page's. */
export const useDelivery = defineStore('delivery', () => {
  const missing = shallowRef<Missing | null>(null)
  const renewal = ref<Renewal | null>(null)
  const crossed = ref<Crossing | null>(null)
  return {
    missing,
    renewal,
    crossed,
    /** A part could not be had. The parts of a screen are told before it and make one message with it; the same screen once more from a host that answers is a try in vain. */
    failed: (title: string | null, address: string | null): void => {
      const { value: before } = missing
      if (before && address === null) return
      const inVain = before?.address === address && before.host === 'same'
      missing.value = { title, address, host: 'asking', tries: inVain ? before.tries + 1 : 0 }
    },
  }
})
