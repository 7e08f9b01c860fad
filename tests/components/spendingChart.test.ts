import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import StillCurve from '@/charts/StillCurve.vue'
import type { CurveReply, CurveRequest } from '@/charts/curveOrder'
import { unpackedOrder } from '@/charts/curveOrder'
import { JUNE, OCTOBER, pay } from '../domain/build'
import type { Day } from '@/domain/time/day'
import { curveNumbersOf, PUBLISHED } from '../format/board'
import { mountedHere } from './mounting'

const here = mountedHere()

const numbersAt = (asOf: Day) => curveNumbersOf([pay(`${PUBLISHED.id}/1`, '2020-02-10', '1000')], asOf)

/** A worker that answers when the test says so, and the chart that asked it, in a place of 640 × 240. */
function still() {
  const asked: CurveRequest[] = []
  const worker = Object.assign(new EventTarget(), {
    postMessage: (request: CurveRequest) => asked.push(request),
    terminate: vi.fn(),
  })
  const wrapper = here(
    mount(StillCurve, {
      props: {
        numbers: numbersAt(OCTOBER),
        unit: 'wan',
        description: '截至10月底',
        startWorker: () => worker as unknown as Worker,
      },
    }),
  )
  const own = wrapper.element as HTMLElement
  Object.defineProperties(own, { clientWidth: { value: 640 }, clientHeight: { value: 240 } })
  const answer = (at: number, words: string, on: CurveReply['on'] = 'screen') => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240"><text data-style="font-size:12px">${words}</text></svg>`
    const data: CurveReply = { on, asked: at, svg }
    worker.dispatchEvent(new MessageEvent('message', { data }))
  }
  return { wrapper, worker, asked, answer }
}

describe('the curve as a picture', () => {
  beforeEach(() => vi.stubGlobal('requestIdleCallback', (then: () => void) => then()))
  afterEach(() => vi.unstubAllGlobals())

  it('is emptied when other numbers are shown, and takes no answer that is older', async () => {
    const { wrapper, asked, answer } = still()
    await wrapper.setProps({ numbers: numbersAt(JUNE) })
    const first = asked.at(-1)?.asked ?? 0
    answer(first, '6月')
    expect(wrapper.text()).toBe('6月')
    await wrapper.setProps({ numbers: numbersAt(OCTOBER) })
    expect(wrapper.text()).toBe('')
    answer(first, '6月')
    expect(wrapper.text()).toBe('')
    const { asked: latest = 0, order = '' } = asked.filter(({ on }) => on === 'screen').at(-1) ?? {}
    expect(unpackedOrder(order).numbers.asOf).toBe(OCTOBER)
    answer(latest, '10月')
    expect(wrapper.text()).toBe('10月')
  })

  it('has a second picture for paper, of the same numbers in the measure of the page and the light colours', async () => {
    const { wrapper, asked, answer } = still()
    await wrapper.setProps({ numbers: numbersAt(JUNE) })
    answer(asked.at(-1)?.asked ?? 0, '6月')
    const { on, asked: at = 0, order = '' } = asked.at(-1) ?? {}
    expect(on).toBe('paper')
    const { numbers, drawing, height } = unpackedOrder(order)
    expect({ asOf: numbers.asOf, width: drawing.width, height }).toEqual({
      asOf: JUNE,
      width: 536,
      height: 126,
    })
    expect(JSON.stringify(drawing.palette)).not.toContain('var(')
    answer(at, '6月', 'paper')
    await nextTick()
    const picture = () => wrapper.find('img')
    expect(decodeURIComponent(picture().attributes('src') ?? '')).toContain('6月')
    await wrapper.setProps({ numbers: numbersAt(OCTOBER) })
    expect(picture().exists()).toBe(false)
    answer(at, '6月', 'paper')
    await nextTick()
    expect(picture().exists()).toBe(false)
  })

  it('says when its worker broke, and ends it when it leaves', async () => {
    const { wrapper, worker } = still()
    worker.dispatchEvent(new Event('error'))
    await nextTick()
    expect(wrapper.emitted('broken')).toHaveLength(1)
    wrapper.unmount()
    expect(worker.terminate).toHaveBeenCalledOnce()
  })
})
