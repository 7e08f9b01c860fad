import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import EnteringTrouble from '@/views/service/EnteringTrouble.vue'
import { mountedHere } from '../../components/mounting'

const here = mountedHere()

describe('what a page of a shared service begins with cannot be had', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function standing(first: boolean) {
    const host = { answers: first }
    const take = vi.fn(() => Promise.resolve())
    const page = here(
      mount(EnteringTrouble, { props: { answers: () => Promise.resolve(host.answers), take } }),
    )
    return { host, take, page, pressed: () => page.get('button').trigger('click').then(flushPromises) }
  }

  it('a host that does not answer: said, and the page is not left for one that may not come', async () => {
    const { host, take, page, pressed } = standing(false)
    expect(page.get('[role="alert"]').text()).toContain('绩效看板没有打开')
    await vi.advanceTimersByTimeAsync(30_000)
    await pressed()
    expect(take).not.toHaveBeenCalled()
    host.answers = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(take).toHaveBeenCalledOnce()
  })

  it('a host that answers: tried again later and not at once, and at once when asked', async () => {
    const { take, pressed } = standing(true)
    await flushPromises()
    expect(take).not.toHaveBeenCalled()
    await pressed()
    expect(take).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(take).toHaveBeenCalledTimes(2)
  })

  it('tries again as soon as the line is back', async () => {
    const { take } = standing(true)
    dispatchEvent(new Event('online'))
    await flushPromises()
    expect(take).toHaveBeenCalledOnce()
  })
})
