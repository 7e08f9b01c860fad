import type { Router } from 'vue-router'
import { useDelivery } from '@/stores/delivery'
import { useRenewal } from '@/stores/renewal'
import { ahead, readerAsks, reopen } from './hearMissing'

/** Tries once more what is missing, where the host answers with this page's own build. */
export async function tryAgain(router: Router): Promise<void> {
  const delivery = useDelivery()
  if (delivery.missing?.host === 'here') return
  if ((await useRenewal().ask()) !== 'same' || !delivery.missing) return
  const { address, tries } = delivery.missing
  if (address === null) delivery.missing = null
  else if (tries === 0 || (await comes(router, address))) await reopen(router, address)
}

/** Whether a screen that was tried in vain can be had by now, asked for without a word; not where the reader has left it meanwhile. */
async function comes(router: Router, address: string): Promise<boolean> {
  const load = router.resolve(address).matched.at(-1)?.components?.default
  if (typeof load !== 'function') return false
  const came = await ahead(load as () => Promise<unknown>)
  return came && useDelivery().missing?.address === address
}

/** The reader asks for what is missing once more. */
export async function openMissing(router: Router): Promise<void> {
  const { missing } = useDelivery()
  readerAsks()
  if (missing?.host === 'here' && missing.address !== null) await reopen(router, missing.address)
  else await tryAgain(router)
}
