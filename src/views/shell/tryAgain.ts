import type { Router } from 'vue-router'
import { useDelivery } from '@/stores/delivery'
import { useRenewal } from '@/stores/renewal'
import { ahead, failedScript, readerAsks, reopen } from './hearMissing'

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

/** Whether the host hands out a script. */
async function isHandedOut(script: string): Promise<boolean> {
  try {
    const answer = await fetch(script, { cache: 'no-store' })
    return answer.ok && /javascript/.test(answer.headers.get('content-type') ?? '')
  } catch {
    return false
  }
}

/** The page anew as whoever serves the address now has it, where the reader was going; what was typed is kept. */
export function loadAnew(): void {
  const { missing } = useDelivery()
  if (missing?.address) history.replaceState(null, '', `#${missing.address}`)
  void useRenewal().takeNewest()
}

/** The reader asks for what is missing once more. A browser may remember that a script could not be had (Firefox does) and never ask for it again: where the host has it, the page is loaded anew. */
export async function openMissing(router: Router): Promise<void> {
  const delivery = useDelivery()
  const { missing } = delivery
  readerAsks()
  if (missing?.host === 'here' && missing.address !== null) return reopen(router, missing.address)
  await tryAgain(router)
  const script = failedScript()
  if (script && delivery.missing?.address === missing?.address && (await isHandedOut(script))) loadAnew()
}
