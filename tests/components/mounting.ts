import type { DOMWrapper } from '@vue/test-utils'
import { afterEach } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

/** A router that knows every address, for components that only link. */
export const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:any(.*)*', component: {} }],
})

/** Keeps what a file's tests mount and takes it down after each: the environment is shared by all files. */
export function mountedHere(): <Wrapper extends { unmount: () => void }>(wrapper: Wrapper) => Wrapper {
  const shown: { unmount: () => void }[] = []
  afterEach(() => {
    for (const wrapper of shown.splice(0)) wrapper.unmount()
  })
  return (wrapper) => {
    shown.push(wrapper)
    return wrapper
  }
}

/** Opens what stands behind its summary, or closes it, as a browser says so. */
export async function opened(
  details: Omit<DOMWrapper<HTMLDetailsElement>, 'exists'>,
  open = true,
): Promise<void> {
  details.element.open = open
  await details.trigger('toggle')
}
