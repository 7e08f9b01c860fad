import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import type { Day } from '@/domain/time/day'
import BeginPanel from '@/views/overview/BeginPanel.vue'
import { explainKey } from '@/components/explain'
import FailureNotice from '@/components/FailureNotice.vue'
import PhraseText from '@/components/PhraseText.vue'
import WhyFigure from '@/components/WhyFigure.vue'
import { HEBEI } from '@/domain/plan/preset'
import { beginText } from '@/views/overview/beginText'
import { unfetchedText, unreadableText } from '@/format/failureText'
import { headline } from '@/format/headline'
import { phraseText } from '@/format/phrase'
import { day, DECEMBER, JUNE, MARCH, pay } from '../domain/build'
import { boardOf, PUBLISHED } from '../format/board'
import { mountedHere, router } from './mounting'

const here = mountedHere()
const derivation = { title: '部门执行率', result: '58.24%', rule: '', source: '', inputs: [] }

describe('FailureNotice', () => {
  it('names each place that is wrong, in order, with its mending', () => {
    const details = [
      { where: '办公楼修缮', what: '资金支出计划 10月底 低于 6月底', mend: '改为不低于前一节点' },
      { where: '人员招聘费用', what: '缺少项目名称', mend: '补上' },
    ]
    const wrapper = here(mount(FailureNotice, { props: { text: unreadableText('a.json', details) } }))
    expect(wrapper.attributes('role')).toBe('alert')
    expect(wrapper.find('h1').text()).toBe('数据文件 data/a.json 有误，无法显示')
    expect(wrapper.findAll('li').map((item) => item.findAll('b, span').map((part) => part.text()))).toEqual(
      details.map(({ where, what, mend }) => [where, what, mend]),
    )
  })

  it('has no list where there is no place to name', () => {
    const text = unfetchedText('a.json', { kind: 'absent', status: 404 })
    const wrapper = here(mount(FailureNotice, { props: { text } }))
    expect(wrapper.find('ol').exists()).toBe(false)
    expect(wrapper.find('p').text()).toBe(text.mend)
  })
})

describe('BeginPanel', () => {
  it('says the plan and what is due next, and opens two ways on', () => {
    const wrapper = here(
      mount(BeginPanel, {
        props: { text: beginText(boardOf([], MARCH), 'wan', MARCH), demo: '/?demo', entry: '/entry/1' },
        global: { plugins: [router] },
      }),
    )
    expect(wrapper.text()).toContain('6 个项目，全年预算 6,580.51 万元，绩效指标 42 项。')
    expect(wrapper.text()).toContain('下一节点 6月底（还有 91 天）：计划累计支出 3,832.47 万元，占 58.24%。')
    expect(wrapper.findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([
      ['开始录入', '/entry/1'],
      ['看演示', '/?demo'],
    ])
  })
})

describe('the empty board at the end of its year', () => {
  const said = (today: Day) => beginText(boardOf([], DECEMBER), 'wan', today).lines[1]

  it('says that the checkpoints are past only when they are', () => {
    expect(said(DECEMBER)).toBe('6月底、10月底、12月底各计划节点均已到期。')
    expect(said(day('2020-12-30'))).toBe('本年计划节点 6月底、10月底、12月底，其中 12月底尚未到期。')
  })
})

describe('WhyFigure', () => {
  it('is a button that explains its figure beside itself', async () => {
    const explain = vi.fn()
    const wrapper = here(
      mount(WhyFigure, {
        props: { text: '58.24%', why: () => derivation },
        global: { provide: { [explainKey as symbol]: explain } },
      }),
    )
    expect([wrapper.element.tagName, wrapper.attributes('type'), wrapper.text()]).toEqual([
      'BUTTON',
      'button',
      '58.24%',
    ])
    await wrapper.trigger('click')
    await flushPromises()
    expect(explain).toHaveBeenCalledExactlyOnceWith(wrapper.element, derivation)
  })

  it('asks for the derivation only when clicked, and opens nothing where there is none', async () => {
    const explain = vi.fn()
    const why = vi.fn(() => null)
    const wrapper = here(
      mount(WhyFigure, {
        props: { text: '—', why },
        global: { provide: { [explainKey as symbol]: explain } },
      }),
    )
    expect(why).not.toHaveBeenCalled()
    await wrapper.trigger('click')
    await flushPromises()
    expect(why).toHaveBeenCalledOnce()
    expect(explain).not.toHaveBeenCalled()
  })
})

describe('PhraseText', () => {
  it('shows the whole sentence, each explained figure as a button', () => {
    const phrase = headline(boardOf([pay(`${PUBLISHED.id}/1`, '2020-06-30', '1000')], JUNE), 'wan', HEBEI)
    const wrapper = here(
      mount(() => h('p', [h(PhraseText, { phrase })]), {
        global: { provide: { [explainKey as symbol]: vi.fn() } },
      }),
    )
    expect(wrapper.element.textContent).toBe(phraseText(phrase))
    expect(wrapper.findAll('button').map((button) => button.text())).toEqual(
      phrase.flatMap(({ text, why }) => (why ? [text] : [])),
    )
  })
})
