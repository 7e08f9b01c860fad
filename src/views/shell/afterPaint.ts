import { watch } from 'vue'
import type { Router } from 'vue-router'
import { useDelivery } from '@/stores/delivery'
import { tryAgain } from './tryAgain'
import { watchTyping } from './unfinished'

export { pageHead } from './pageHead'
export { default as DeliveryNotice } from './DeliveryNotice.vue'
export { default as AheadPart } from '../head/AheadPart.vue'
export { default as StrayPart } from '../head/StrayPart.vue'
export { default as HeadPart } from '../head/HeadPart.vue'
export { default as MovedPart } from '../ledger/MovedPart.vue'

/** A file dropped beside every place that takes one is not opened in place of the board. */
function keepDropsOut(): void {
  for (const kind of ['dragover', 'drop'] as const)
    addEventListener(kind, (event) => {
      const { dataTransfer } = event
      if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      dataTransfer.dropEffect = 'none'
    })
}

const DIALOG = 'dialog, [role="dialog"]'

/** The second half of a double click never lands on a dialog that its first half opened. */
function keepSecondClicksOut(): void {
  let first: EventTarget | null = null
  const dialogOf = (target: EventTarget | null) => (target instanceof Element ? target.closest(DIALOG) : null)
  const hear = (event: MouseEvent) => {
    if (event.detail <= 1) first = event.target
    else if (dialogOf(event.target) !== dialogOf(first)) {
      event.stopPropagation()
      event.preventDefault()
    }
  }
  addEventListener('click', hear, { capture: true })
}

const QUIET_UNTIL = 6_000
const RETRY_EVERY = 10_000

/** Tries again what could not be had, and keeps the whole board for later; begins some seconds after loading, when the first visit's own requests are done. */
export function keepDelivered(router: Router): void {
  const delivery = useDelivery()
  const again = () => void tryAgain(router)
  watchTyping()
  keepDropsOut()
  keepSecondClicksOut()
  watch(
    () => delivery.missing?.host === 'asking',
    (asking) => asking && again(),
    { immediate: true },
  )
  addEventListener('online', again)
  setInterval(() => document.visibilityState === 'visible' && again(), RETRY_EVERY)
  if (!import.meta.env.PROD) return
  const later = () =>
    setTimeout(async () => {
      // what tells of a new build comes before it is listened for: afterwards the old one is nowhere to be had
      await Promise.allSettled([import('./RenewalLine.vue'), import('../head/CrossedPart.vue')])
      const { keepBoard } = await import('./keepBoard')
      await keepBoard()
    }, QUIET_UNTIL)
  if (document.readyState === 'complete') later()
  else addEventListener('load', later, { once: true })
}
