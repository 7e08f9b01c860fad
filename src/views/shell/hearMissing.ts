import type { Router } from 'vue-router'
import { useDelivery } from '@/stores/delivery'

/** Has every part of the program that cannot be had be said on the page: a screen by its name, anything else as what was asked for. */
export function hearMissing(router: Router): void {
  const delivery = useDelivery()
  router.onError((_error, to) => delivery.failed(String(to.meta.title ?? ''), to.fullPath))
  router.afterEach((_to, _from, failure) => {
    if (!failure) delivery.missing = null
  })
  addEventListener('vite:preloadError', () => delivery.failed(null, null))
}
