import { mount } from '@vue/test-utils'
import { nextTick, type Component } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { ServiceSession } from '@/documents/service/answers'
import type { Shared } from '@/storage/service/shared'
import type { SyncState } from '@/storage/service/standing'
import ServiceLinePart from '@/views/service/ServiceLinePart.vue'
import ServiceView from '@/views/service/ServiceView.vue'
import { worldKey } from '@/stores/world'
import { useViewing } from '@/stores/viewing'
import { settled, testWorld } from '../../stores/testWorld'
import { mountedHere } from '../../components/mounting'

const here = mountedHere()
const AT = '2020-07-01T02:30:00.000Z'
const WELL: SyncState = {
  state: 'synced',
  waiting: new Set(),
  awaiting: [],
  refused: [],
  syncedAt: AT,
  restored: null,
}
const ENDED: SyncState = { ...WELL, state: 'signed-out' }

/** A part of the page behind a service, on one of its screens; `sessions` are those that the service lists next. */
async function behindService(part: Component, screen = 'overview') {
  let tell: (state: SyncState) => void = () => {}
  const listed: { sessions: readonly Partial<ServiceSession>[] } = { sessions: [] }
  const shared = {
    me: { account: { id: 'a', name: '王芳', login: 'wangfang' }, grants: [], server: 's', notices: [] },
    rolesFor: () => [],
    actor: () => ({ id: 'a', name: '王芳', role: 'manager' }),
    refusal: () => null,
    restoreSeen: vi.fn(),
    people: { sessions: () => Promise.resolve({ kind: 'told', value: { sessions: listed.sessions } }) },
    watch: (told: (state: SyncState) => void) => {
      tell = told
      return () => {}
    },
  }
  const outside = testWorld()
  const world = { ...outside.world, shared: shared as unknown as Shared }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['overview', 'service'].map((name) => ({ path: `/${name}`, name, component: {} })),
  })
  await router.push({ name: screen })
  const listing = (...sessions: readonly Partial<ServiceSession>[]) => (listed.sessions = sessions)
  const mounted = () =>
    here(
      mount(part, {
        global: { plugins: [outside.pinia, router], provide: { [worldKey as symbol]: world } },
      }),
    )
  return {
    shared,
    pinia: outside.pinia,
    listing,
    mounted,
    tell: async (state: SyncState) => {
      tell(state)
      await settled()
    },
  }
}

describe('the line over every screen', () => {
  it('says nothing while somebody is signed in, with or without the line, and that the session has ended once it has', async () => {
    const { mounted, tell } = await behindService(ServiceLinePart)
    const line = mounted()
    for (const state of ['synced', 'sending', 'away', 'full'] as const) {
      await tell({ ...WELL, state })
      expect(line.text()).toBe('')
    }
    await tell(ENDED)
    expect(line.text()).toBe('登录已结束，所见为 2020-07-01 10:30 的数据，没有送出的都在本机；重新登录')
    expect(line.get('a').attributes('href')).toBe('/service')
    await tell({ ...ENDED, syncedAt: null })
    expect(line.text()).toBe('登录已结束，所见为上一次读到的数据，没有送出的都在本机；重新登录')
    await tell(WELL)
    expect(line.text()).toBe('')
  })

  it('leaves the ended session to the screen where one signs in, and to real data', async () => {
    const own = await behindService(ServiceLinePart, 'service')
    const line = own.mounted()
    await own.tell(ENDED)
    expect(line.text()).toBe('')
    const sample = await behindService(ServiceLinePart)
    const over = sample.mounted()
    useViewing(sample.pinia).follow({ demo: '' })
    await sample.tell(ENDED)
    expect(over.text()).toBe('')
  })

  it('says of a restored service what was read anew, until somebody has seen it', async () => {
    const { mounted, tell, shared } = await behindService(ServiceLinePart)
    const line = mounted()
    await tell({ ...WELL, restored: AT })
    expect(line.get('[role="status"]').text()).toContain('服务器已从备份恢复：本机已重新读取全部台账')
    await line.get('button').trigger('click')
    expect(shared.restoreSeen).toHaveBeenCalledOnce()
    await tell(WELL)
    expect(line.text()).toBe('')
  })
})

describe('the screen of the account', () => {
  const session = (id: string, address: string, current: boolean): Partial<ServiceSession> => ({
    id,
    address,
    current,
    agent: 'Firefox/1',
    createdAt: AT,
    seenAt: AT,
  })

  it('lists anew where the account is signed in after it has signed in again', async () => {
    const { mounted, tell, listing } = await behindService(ServiceView, 'service')
    listing(session('1', '10.0.0.1', true))
    const screen = mounted()
    const places = () => screen.findAll('tbody tr').map((row) => row.get('td').text())
    await tell(WELL)
    expect(places()).toEqual(['Firefox，10.0.0.1（本次）'])
    listing(session('2', '10.0.0.2', true), session('3', '10.0.0.3', false))
    await tell(ENDED)
    expect(places()).toEqual(['Firefox，10.0.0.1（本次）'])
    await tell(WELL)
    await nextTick()
    expect(places()).toEqual(['Firefox，10.0.0.2（本次）', 'Firefox，10.0.0.3'])
  })
})
