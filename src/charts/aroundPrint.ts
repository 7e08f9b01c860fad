import { onBeforeUnmount, onMounted } from 'vue'

/** Does something before the page is printed, and something after it, as long as the component stands. */
export function aroundPrint(before: () => void, after: () => void): void {
  onMounted(() => {
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  })
}
