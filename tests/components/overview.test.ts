import { mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import AttentionPanel from '@/views/overview/AttentionPanel.vue'
import { explainKey } from '@/components/explain'
import ProjectTable from '@/views/overview/ProjectTable.vue'
import StateMark from '@/components/StateMark.vue'
import { worstFirst } from '@/domain/status/worstFirst'
import { HEBEI } from '@/domain/plan/preset'
import type { Derivation } from '@/format/derivation'
import { projectRows } from '@/format/project/projectRows'
import { OCTOBER, actual, pay } from '../domain/build'
import { boardOf, PUBLISHED } from '../format/board'

const P = PUBLISHED.id
const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/:any(.*)*', component: {} }],
})
const explain = vi.fn()
const shown: { unmount: () => void }[] = []

function table(standing = Number.POSITIVE_INFINITY) {
  const { projects } = boardOf(
    [pay(`${P}/3`, '2020-09-20', '52'), actual(`${P}/3/2`, '2020-10-31', '98.996%')],
    OCTOBER,
  )
  const wrapper = mount(ProjectTable, {
    props: {
      table: projectRows(worstFirst(projects), projects, 'wan', HEBEI),
      standing,
      unitName: '万元',
      sort: null,
      sortLink: (sort: string | null) => `/?sort=${sort ?? ''}`,
      projectLink: (position: number, indicator?: number) => `/project/${position}/${indicator ?? ''}`,
      reasonLink: (position: number) => `/project/${position}?why`,
    },
    global: { plugins: [router], provide: { [explainKey as symbol]: explain } },
  })
  shown.push(wrapper)
  return wrapper
}

afterEach(() => {
  for (const wrapper of shown.splice(0)) wrapper.unmount()
  explain.mockReset()
})

describe('ProjectTable', () => {
  it('has a row a project, worst first, both of one code with their own figures', () => {
    const rows = table().findAll('tr[data-project]')
    expect(rows).toHaveLength(6)
    expect(rows.at(-1)?.text()).toContain('办公楼修缮')
    expect(table().find('[data-project="4"]').text()).toContain('10.00')
    expect(table().find('[data-project="6"]').text()).toContain('1,078.41')
  })

  it('lists what may stand already, and does not offer the rest as if it were left out', () => {
    const begun = table(3)
    expect(begun.findAll('tr[data-project]')).toHaveLength(3)
    expect(begun.text()).not.toContain('再列')
    expect(begun.findAll('.bar').map((bar) => bar.html())).toEqual(
      table()
        .findAll('.bar')
        .slice(0, 3)
        .map((bar) => bar.html()),
    )
  })

  it('shows what was not reported as such, hatched and never as 0', () => {
    const row = table().find('[data-project="4"]')
    expect(row.text()).toContain('未填报')
    expect(row.text()).not.toContain('0.00%')
    expect(row.findAll('a.cell.hatched')).toHaveLength(7)
  })

  it('never rounds a missed value up to its threshold', () => {
    const cell = table().find('[data-project="3"]').findAll('a.cell')[1]
    expect(cell?.text()).toContain('98.996%')
    expect(cell?.classes()).toContain('near')
  })

  it('explains every figure it shows, each with its own project and what went in', async () => {
    for (const row of table().findAll('tr[data-project]')) {
      const name = row.find('th').text()
      explain.mockReset()
      const buttons = row.findAll('button.why')
      for (const button of buttons) await button.trigger('click')
      await vi.waitFor(() => expect(explain).toHaveBeenCalledTimes(buttons.length))
      const said = explain.mock.calls.map(([, derivation]) => derivation as Derivation)
      expect(said.length).toBeGreaterThanOrEqual(3)
      expect(said.every(({ title, inputs }) => title.startsWith(name) && inputs.length > 0)).toBe(true)
    }
  })

  it('explains a figure when asked', async () => {
    await table().findAll('[data-project="3"] td button.why')[1]?.trigger('click')
    await vi.waitFor(() => expect(explain).toHaveBeenCalledOnce())
    expect(explain.mock.calls[0]?.[1]).toMatchObject({
      title: '办公楼修缮 · 全年预算数',
      result: '80.00 万元',
    })
  })
})

describe('StateMark', () => {
  it('tells every pair of unlike states apart by shape', () => {
    const shape = (state: string) => {
      const wrapper = mount(StateMark, { props: { state: state as 'met' } })
      shown.push(wrapper)
      return wrapper.find('svg').html()
    }
    const states = [
      'on-plan',
      'ahead',
      'slightly-behind',
      'behind',
      'severely-behind',
      'over-budget',
      'unreported',
      'not-due',
      'not-judged',
    ]
    expect(new Set(states.map(shape)).size).toBe(states.length)
  })
})

describe('AttentionPanel', () => {
  const item = (index: number) => ({
    key: String(index),
    title: `项目${index}`,
    state: '滞后',
    mark: 'behind' as const,
    body: '应支',
    to: '/',
  })
  it.each([0, 1, 30])('stands with %i items', (count) => {
    const wrapper = mount(AttentionPanel, {
      props: { items: Array.from({ length: count }, (_, index) => item(index)), none: '无需关注。' },
      global: { plugins: [router] },
    })
    shown.push(wrapper)
    expect(wrapper.findAll('li')).toHaveLength(count)
    expect(wrapper.text().includes('无需关注。')).toBe(count === 0)
    expect(wrapper.text().includes('再看其余')).toBe(count > 5)
  })

  it('counts what it folds away, and shows all when asked', async () => {
    const wrapper = mount(AttentionPanel, {
      props: { items: Array.from({ length: 30 }, (_, index) => item(index)), none: '' },
      global: { plugins: [router] },
    })
    shown.push(wrapper)
    expect(wrapper.text()).toContain('共 30 条')
    expect(wrapper.find('button').text()).toBe('再看其余 25 条')
    await wrapper.find('button').trigger('click')
    expect([wrapper.find('ol').classes(), wrapper.find('button').exists()]).toEqual([['all'], false])
  })
})
