import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useViewing } from '@/stores/viewing'
import { useLinks } from '@/views/shell/links'
import { OCTOBER } from '../../domain/build'

beforeEach(() => {
  setActivePinia(createPinia())
  useViewing().follow({
    demo: null,
    asOf: '2020-06-30',
    unit: 'yuan',
    plan: '2020-323002',
    knownOn: '2020-07-15',
  })
})
afterEach(() => setActivePinia(undefined))

const query = {
  demo: null,
  plan: '2020-323002',
  asOf: '2020-06-30',
  unit: 'yuan',
  knownOn: '2020-07-15',
}

describe('links', () => {
  it('keep day, unit, plan and demonstration from screen to screen', () => {
    const links = useLinks()
    expect(links.project(4)).toEqual({ name: 'project', params: { position: 4 }, query })
    expect(links.project(4, 2)).toEqual({ name: 'project', params: { position: 4, indicator: 2 }, query })
    expect(links.projectOn('entry', 6)).toEqual({ name: 'entry', params: { position: 6 }, query })
    expect(links.screen('department')).toEqual({ name: 'department', query })
  })

  it('change here only what is asked', () => {
    const links = useLinks()
    expect(links.here({ asOf: OCTOBER })).toEqual({ query: { ...query, asOf: OCTOBER } })
    expect(links.here({ unit: 'wan' })).toEqual({
      query: { demo: null, plan: '2020-323002', asOf: '2020-06-30', knownOn: '2020-07-15' },
    })
    expect(links.here({ demo: false })).toEqual({
      query: { plan: '2020-323002', asOf: '2020-06-30', unit: 'yuan', knownOn: '2020-07-15' },
    })
  })

  it('follow the address', () => {
    const links = useLinks()
    useViewing().follow({})
    expect(links.project(1)).toEqual({ name: 'project', params: { position: 1 }, query: {} })
  })
})
