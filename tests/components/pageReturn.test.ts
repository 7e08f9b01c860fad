import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenPageReturns } from '@/storage/tabs'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('coming back to the page', () => {
  it('is noticed by focus, by the page being shown again and by it becoming visible, until stopped', () => {
    const back = vi.fn()
    const visibility = vi.spyOn(document, 'visibilityState', 'get')
    const stop = whenPageReturns(back)
    const signals = () => {
      window.dispatchEvent(new Event('focus'))
      window.dispatchEvent(new Event('pageshow'))
      document.dispatchEvent(new Event('visibilitychange'))
    }
    visibility.mockReturnValue('hidden')
    signals()
    expect(back).toHaveBeenCalledTimes(2)
    visibility.mockReturnValue('visible')
    signals()
    expect(back).toHaveBeenCalledTimes(5)
    stop()
    signals()
    expect(back).toHaveBeenCalledTimes(5)
  })
})
