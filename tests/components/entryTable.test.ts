import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import EntryTable from '@/components/EntryTable.vue'
import type { EntryLine } from '@/format/ledger/entryLines'
import { mountedHere, opened } from './mounting'

const here = mountedHere()
const line = (id: string, over: Partial<EntryLine> = {}): EntryLine => ({
  id,
  day: '2020年6月30日',
  kind: '支出',
  about: '',
  content: '+40.00 万元',
  evidence: [],
  total: '40.00',
  author: '张三',
  recorded: '2020/7/1 09:00',
  voided: null,
  aside: null,
  ...over,
})
type VoidIt = (id: string, reason: string) => Promise<boolean>
const table = (lines: readonly EntryLine[], voidable = false, voidIt: VoidIt = () => Promise.resolve(true)) =>
  here(mount(EntryTable, { props: { lines, unitName: '万元', voidable: () => voidable, voidIt } }))

describe('EntryTable', () => {
  it('says that there is nothing where nothing was entered', () => {
    const wrapper = table([])
    expect(wrapper.find('table').exists()).toBe(false)
    expect(wrapper.text()).toBe('截至日及以前没有任何填报。')
  })

  it('keeps a voided line, struck and explained, and offers no second void', () => {
    const why = '已作废：重复录入（李四，2020/7/2 10:00）'
    const wrapper = table([line('a'), line('b', { voided: why, total: '' })], true)
    const [standing, voided] = wrapper.findAll('tbody tr')
    expect(standing?.classes()).not.toContain('voided')
    expect(voided?.classes()).toContain('voided')
    expect(voided?.text()).toContain('+40.00 万元')
    expect(voided?.text()).toContain(why)
    expect([standing?.find('details').exists(), voided?.find('details').exists()]).toEqual([true, false])
  })

  it('offers no void where nothing may be voided', () => {
    expect(
      table([line('a')])
        .find('details')
        .exists(),
    ).toBe(false)
  })

  it('builds the form of a void once it is asked for, and leaves it where something was typed', async () => {
    const wrapper = table([line('a'), line('b')], true)
    expect(wrapper.findAll('input')).toHaveLength(0)
    const [first] = wrapper.findAll('details')
    if (first) await opened(first)
    expect(wrapper.findAll('input')).toHaveLength(1)
    await wrapper.find('input').setValue('重复')
    if (first) await opened(first, false)
    expect(wrapper.find('input').element.value).toBe('重复')
  })

  it('voids with a reason only, and keeps the reason until it is durable', async () => {
    const asked: string[][] = []
    let kept = false
    const wrapper = table([line('a')], true, (id, reason) => {
      asked.push([id, reason])
      return Promise.resolve(kept)
    })
    const typed = () => wrapper.find<HTMLInputElement>('input').element.value
    const submit = async () => {
      await wrapper.find('form').trigger('submit')
      await flushPromises()
    }
    await opened(wrapper.find('details'))
    await wrapper.find('input').setValue('   ')
    await submit()
    expect(asked).toEqual([])
    await wrapper.find('input').setValue(' 金额有误 ')
    await submit()
    expect([asked, typed()]).toEqual([[['a', '金额有误']], ' 金额有误 '])
    kept = true
    await submit()
    expect(typed()).toBe('')
  })

  it('shows a long history in parts, with none left out', async () => {
    const wrapper = table(Array.from({ length: 450 }, (_, index) => line(String(index))))
    const count = () => wrapper.findAll('tbody tr').length
    expect(count()).toBe(200)
    expect(wrapper.find('p > button').text()).toBe('再列 200 条（还有 250 条）')
    await wrapper.find('p > button').trigger('click')
    expect(wrapper.find('p > button').text()).toBe('再列 50 条（还有 50 条）')
    await wrapper.find('p > button').trigger('click')
    expect(count()).toBe(450)
    expect(wrapper.find('p > button').exists()).toBe(false)
  })
})
