import { readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Entry } from '@/domain/ledger/entry'
import type { LedgerListener, LedgerStorage } from '@/storage/ledgerStorage'
import type { Shared } from '@/storage/service/shared'
import type { SyncState } from '@/storage/service/standing'
import { useAuthor } from '@/stores/author'
import { useLedger } from '@/stores/ledger'
import { usePlan } from '@/stores/plan'
import { useViewing } from '@/stores/viewing'
import { worldKey } from '@/stores/world'
import '@/views/overview/DecidedPart.vue'
import '@/views/overview/DecidePart.vue'
import SidePart from '@/views/overview/SidePart.vue'
import { mountedHere } from '../../components/mounting'
import { JUNE, pay, step } from '../../domain/build'
import { PLAN_ID } from '../../fixtures/sixProjects'
import { settled, testWorld } from '../../stores/testWorld'

const here = mountedHere()
/** A busy machine may take its time to show what was asked for. */
const BUSY = { timeout: 60_000 }
const NAMES = ['overview', 'project', 'entry', 'entries', 'round', 'evaluation', 'service']
const router = createRouter({
  history: createMemoryHistory(),
  routes: NAMES.map((name) => ({ path: `/${name}/:position?/:indicator?`, name, component: {} })),
})
const P = `${PLAN_ID}/3`
const LINE: SyncState = {
  state: 'synced',
  waiting: new Set(),
  awaiting: [],
  refused: [],
  syncedAt: null,
  restored: null,
}

/** The leader's side of the overview, over what was submitted; behind a service, which writes an acceptance only when told to. */
async function leading(...entries: readonly Entry[]) {
  const outside = testWorld('2020-07-02T02:00:00.000Z')
  outside.answers.fetch = (name) =>
    Promise.resolve({ kind: 'text', text: readFileSync(`public/data/${name}`, 'utf8') })
  const { openLedger } = outside.world
  let listener: LedgerListener | null = null
  let tell: (state: SyncState) => void = () => {}
  const shared = {
    me: { account: { id: 'a', name: '周局', login: 'zhou' }, grants: [], server: 's', notices: [] },
    rolesFor: () => ['leader'],
    actor: () => ({ id: 'a', name: '周局', role: 'leader' }),
    refusal: () => null,
    watch: (told: (state: SyncState) => void) => {
      tell = told
      return () => {}
    },
  } as unknown as Shared
  const world = {
    ...outside.world,
    shared,
    openLedger: async () => {
      const { storage, memoryBecause } = await openLedger()
      const append: LedgerStorage['append'] = (_, written) =>
        Promise.resolve({ kind: 'saved', added: written.map(({ id }) => id), at: 'now', awaits: true })
      const subscribe: LedgerStorage['subscribe'] = (plan, own) => {
        listener = own
        return storage.subscribe(plan, own)
      }
      return { storage: { ...storage, place: 'service' as const, append, subscribe }, memoryBecause }
    },
  }
  const { pinia } = outside
  const side = mount(SidePart, {
    attachTo: document.body,
    global: { plugins: [pinia, router], provide: { [worldKey as symbol]: world } },
  })
  here(side)
  useAuthor(pinia).role = 'leader'
  await usePlan(pinia).load(PLAN_ID, false)
  useViewing(pinia).follow({ asOf: JUNE })
  const ledgers = useLedger(pinia)
  await ledgers.openReal(PLAN_ID)
  const arrive = async (...news: readonly Entry[]) => {
    listener?.arrived({ entries: news, damaged: [] })
    await settled()
  }
  await arrive(...entries)
  const drawer = () => document.querySelector<HTMLElement>('[role="dialog"]')
  const button = (name: string) =>
    [...(drawer()?.querySelectorAll('button') ?? [])].find((own) => own.textContent?.trim() === name)
  return {
    side,
    ledgers,
    arrive,
    drawer,
    open: async () => {
      await side.get('button[aria-label^="通过或退回"]').trigger('click')
      await vi.waitFor(() => expect(drawer()).not.toBeNull(), BUSY)
    },
    press: async (name: string) => {
      button(name)?.click()
      await settled()
    },
    offers: (name: string) => button(name) !== undefined,
    told: () => side.get('[role="status"]'),
    /** The service answers: with the step written, or refused because others wrote meanwhile. */
    answer: async (outcome: 'written' | 'moved') => {
      const acts = ledgers.awaiting
      listener?.awaits([])
      if (outcome === 'written') await arrive(...acts)
      else
        tell({
          ...LINE,
          refused: [
            {
              seq: 1,
              plan: PLAN_ID,
              basedOn: 0,
              at: '2020-07-02T02:00:00.000Z',
              records: acts.map(({ id }) => ({ id })),
              refusal: { kind: 'moved', index: 0, news: [] },
              aside: false,
              awaits: true,
            },
          ],
        })
      await settled()
    },
  }
}

describe('what is said of a decision behind a shared service', () => {
  it('is not yet in force while it waits, and is once the service has written it', async () => {
    const { open, press, told, answer } = await leading(pay(P, JUNE, '40'), step('submit', P, JUNE))
    await open()
    await press('通过')
    await vi.waitFor(() => expect(told().text()).toContain('已办理，待同步，尚未生效'), BUSY)
    expect(told().text()).not.toContain('已通过')
    expect(told().find('.in-force').exists()).toBe(false)
    await answer('written')
    expect(told().get('.in-force').text()).toContain('已通过：办公楼修缮 6月底')
    expect(told().text()).not.toContain('尚未生效')
  })

  it('has not passed where the service refused it, and says why', async () => {
    const { open, press, told, answer } = await leading(pay(P, JUNE, '40'), step('submit', P, JUNE))
    await open()
    await press('通过')
    await vi.waitFor(() => expect(told().text()).toContain('尚未生效'), BUSY)
    await answer('moved')
    expect(told().get('.refused').text()).toContain('没有通过：办公楼修缮 6月底。您办理时所依据的台账')
    expect(told().text()).not.toContain('已通过')
  })
})

describe('a submission that moves while it is open', () => {
  it('is marked where it moved, and asked about once more before it is accepted', async () => {
    const { open, press, offers, drawer, arrive, ledgers } = await leading(
      pay(P, JUNE, '40'),
      step('submit', P, JUNE),
    )
    await open()
    expect(drawer()?.textContent).not.toContain('打开后')
    await arrive(pay(P, JUNE, '1'))
    expect(drawer()?.textContent).toContain('打开后有改动')
    await press('通过')
    expect(ledgers.awaiting).toEqual([])
    expect(drawer()?.querySelector('[role="alertdialog"]')?.textContent).toMatch(
      /打开后又有改动：办公楼修缮：支出（原为：实支 40\.00.*报送后又有 1 条改动/,
    )
    expect(document.activeElement?.textContent).toBe('再看一看')
    await press('按现在的通过')
    expect(ledgers.awaiting.map(({ kind }) => kind)).toEqual(['accept'])
    expect(offers('按现在的通过')).toBe(false)
  })

  it('is asked about anew where it moved again, and not where it was looked at', async () => {
    const { open, press, arrive, ledgers } = await leading(pay(P, JUNE, '40'), step('submit', P, JUNE))
    await open()
    await arrive(pay(P, JUNE, '1'))
    await press('通过')
    await arrive(pay(P, JUNE, '2'))
    await press('按现在的通过')
    expect(ledgers.awaiting).toEqual([])
    await press('再看一看')
    await press('通过')
    expect(ledgers.awaiting.map(({ kind }) => kind)).toEqual(['accept'])
  })

  it('is accepted at once where nothing moved, whatever moved elsewhere', async () => {
    const { open, press, arrive, ledgers } = await leading(pay(P, JUNE, '40'), step('submit', P, JUNE))
    await open()
    await arrive(pay(`${PLAN_ID}/4`, JUNE, '1'))
    await press('通过')
    expect(ledgers.awaiting.map(({ kind }) => kind)).toEqual(['accept'])
  })
})
