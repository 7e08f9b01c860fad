import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import AsOfPicker from '@/components/AsOfPicker.vue'
import { readTypedDay } from '@/domain/time/typedDay'
import { DECEMBER, JUNE, MARCH, OCTOBER, day } from '../domain/build'
import { mountedHere, router } from './mounting'

const here = mountedHere()
const stops = [
  { day: MARCH, name: '3月底', note: '未设定', to: '/?asOf=2020-03-31' },
  { day: JUNE, name: '6月底', note: null, to: '/?asOf=2020-06-30' },
  { day: OCTOBER, name: '10月底', note: null, to: '/?asOf=2020-10-31' },
  { day: DECEMBER, name: '12月底', note: null, to: '/?asOf=2020-12-31' },
]
const picker = (asOf = JUNE) =>
  here(
    mount(AsOfPicker, {
      props: { asOf, first: day('2020-01-01'), last: DECEMBER, stops },
      global: { plugins: [router] },
    }),
  )

/** The field comes a turn after the checkpoints. */
async function fieldOf(wrapper: ReturnType<typeof picker>) {
  await vi.waitUntil(() => wrapper.find('input.typed').exists())
  return wrapper.find<HTMLInputElement>('input.typed')
}

async function choose(wrapper: ReturnType<typeof picker>, text: string) {
  const input = await fieldOf(wrapper)
  input.element.value = text
  await input.trigger('input')
  await input.trigger('change')
  return input.element.value
}

describe('AsOfPicker', () => {
  it('links the four checkpoints, marks the one looked at, and says which is not set', () => {
    const links = picker().findAll('a')
    expect(links.map((link) => link.text())).toEqual(['3月底未设定', '6月底', '10月底', '12月底'])
    expect(links.map((link) => link.attributes('href'))).toEqual(stops.map(({ to }) => to))
    expect(links.map((link) => link.attributes('aria-current'))).toEqual([
      undefined,
      'date',
      undefined,
      undefined,
    ])
  })

  it('marks the free date when no checkpoint is looked at', () => {
    expect(picker().find('.any').classes()).not.toContain('chosen')
    expect(picker(day('2020-08-15')).find('.any').classes()).toContain('chosen')
  })

  it.each(['2020-01-01', '2020-02-29', '2020-12-31', '20200715', '7.15', '06152020'])(
    'chooses %s',
    async (text) => {
      const wrapper = picker()
      await choose(wrapper, text)
      expect(wrapper.emitted('choose')).toEqual([[readTypedDay(text, 2020)]])
      expect(wrapper.find('[role="status"]').exists()).toBe(false)
    },
  )

  it.each(['2019-12-31', '2021-01-01'])(
    'chooses nothing for %j: what was typed stays and the years of choice are said',
    async (text) => {
      const wrapper = picker()
      expect(await choose(wrapper, text)).toBe(text)
      expect(wrapper.emitted('choose')).toBeUndefined()
      expect(wrapper.find('[role="status"]').text()).toBe('请选 2020年1月1日至2020年12月31日之间的日期')
    },
  )

  it('never rewrites what is being typed, digit by digit', async () => {
    const wrapper = picker()
    const input = await fieldOf(wrapper)
    for (const length of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const text = '06152020'.slice(0, length)
      input.element.value = text
      await input.trigger('input')
      expect(input.element.value).toBe(text)
    }
    await input.trigger('change')
    expect(wrapper.emitted('choose')).toEqual([['2020-06-15']])
  })

  it('says no more of a refused day once another is looked at', async () => {
    const wrapper = picker()
    await choose(wrapper, '2019-12-31')
    await wrapper.setProps({ asOf: OCTOBER })
    expect(wrapper.find('[role="status"]').exists()).toBe(false)
  })
})
