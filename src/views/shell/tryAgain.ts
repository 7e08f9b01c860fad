import type { Router } from 'vue-router'
import { useDelivery } from '@/stores/delivery'
import { useRenewal } from '@/stores/renewal'
import { reopen } from './hearMissing'

/** Tries once more what is missing, where the host answers with this page's own build. */
export async function tryAgain(router: Router): Promise<void> {
  const delivery = useDelivery()
  if ((await useRenewal().ask()) !== 'same' || !delivery.missing) return
  const { address, tries } = delivery.missing
  if (address === null) delivery.missing = null
  else if (tries === 0) await reopen(router, address)
}
