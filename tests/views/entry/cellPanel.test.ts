import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import CellPanel from '@/views/entry/CellPanel.vue'
import type { CellDetail } from '@/views/entry/cellDetail'
import { mountedHere, opened } from '../../components/mounting'

const here = mountedHere()

const detail = (key: string, entries: number): CellDetail => ({
  key,
  name: '累计支出',
  place: '6月底 · 累计 · 已保存',
  explained: '',
  question: '',
  choices: [],
  choice: null,
  remarks: null,
  evidence: [],
  history: Array.from({ length: entries }, (_, index) => ({
    id: String(index),
    day: '2020年6月30日',
    kind: '支出',
    about: '',
    content: `累计 ${index}.00 万元`,
    evidence: [],
    total: `${index}.00`,
    author: '王芳',
    recorded: '2020/7/1 09:00',
    voided: null,
    aside: null,
  })),
})

const panel = (own: CellDetail) =>
  here(
    mount(CellPanel, {
      props: {
        detail: own,
        disabled: false,
        voidable: () => true,
        voiding: () => false,
        place: 'entry/3',
        evidenceTrouble: '',
        remark: () => Promise.resolve(true),
        voidIt: () => Promise.resolve(true),
      },
    }),
  )

it('a cell corrected many times lists its latest entries, the others on demand, and no form before one is asked for', async () => {
  const wrapper = panel(detail('0:1', 120))
  expect([wrapper.findAll('li').length, wrapper.findAll('input').length]).toEqual([20, 0])
  expect(wrapper.find('li').text()).toContain('累计 0.00 万元')
  await opened(wrapper.find('details'))
  expect(wrapper.findAll('input')).toHaveLength(1)
  await wrapper.find('p > button').trigger('click')
  expect(wrapper.findAll('li')).toHaveLength(40)
  await wrapper.setProps({ detail: detail('1:1', 120) })
  expect(wrapper.findAll('li')).toHaveLength(20)
})
