import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { allEntries } from '@/domain/ledger/ledger'
import type { Role } from '@/domain/ledger/role'
import { endOfMonth, type Day } from '@/domain/time/day'
import type { Todo } from '@/domain/work/todo'
import { refusedText } from '@/format/permissionText'
import { todoText } from '@/format/todoText'
import type { LedgerListener, LedgerStorage } from '@/storage/ledgerStorage'
import type { Shared } from '@/storage/service/shared'
import type { SyncState } from '@/storage/service/standing'
import { useAuthor } from '@/stores/author'
import { useBoard } from '@/stores/board'
import { heldEntries } from '@/stores/heldEntries'
import { useLedger } from '@/stores/ledger'
import { usePlan } from '@/stores/plan'
import { useRound } from '@/stores/round'
import { useViewing } from '@/stores/viewing'
import { ownTodos } from '@/stores/shared/ownTodos'
import { useService } from '@/stores/shared/service'
import { worldKey } from '@/stores/world'
import { payment, PLAN } from '../storage/entries'
import { testWorld } from './testWorld'

const ACCOUNT = { id: 'account-1', name: '王芳', login: 'wangfang' }

/** A page behind a service, for an account with some roles. */
function behindService(roles: readonly Role[]) {
  let tell: (state: SyncState) => void = () => {}
  const shared = {
    me: { account: ACCOUNT, grants: [], server: 's', notices: [] },
    rolesFor: () => roles,
    actor: (_: string | null, chosen: Role) => ({
      id: ACCOUNT.id,
      name: ACCOUNT.name,
      role: roles.includes(chosen) ? chosen : (roles[0] ?? chosen),
    }),
    watch: (told: (state: SyncState) => void) => {
      tell = told
      return () => {}
    },
  } as unknown as Shared
  const app = createApp({}).provide(worldKey, { ...testWorld().world, shared })
  const pinia = createPinia()
  app.use(pinia)
  return { pinia, tell: (state: SyncState) => tell(state) }
}

describe('behind a shared service', () => {
  it('the author is the account, in a role it was granted', () => {
    const { pinia } = behindService(['leader', 'evaluator'])
    const author = useAuthor(pinia)
    expect(author.actor).toEqual({ id: ACCOUNT.id, name: '王芳', role: 'leader' })
    author.role = 'evaluator'
    expect(author.actor.role).toBe('evaluator')
  })

  it('says of every entry whether it has reached the service, and counts what was refused until it was seen', () => {
    const { pinia, tell } = behindService(['manager'])
    const service = useService(pinia)
    expect(service.reachOf('a')).toBeNull()
    const step = {
      seq: 1,
      plan: PLAN,
      basedOn: 0,
      at: '2020-07-01T00:00:00.000Z',
      records: [{ id: 'x' }, { id: 'y' }],
      refusal: { kind: 'other' as const, said: 'unknown-plan' },
      aside: false,
      awaits: false,
    }
    tell({
      state: 'sending',
      waiting: new Set(['a']),
      awaiting: [],
      refused: [step],
      syncedAt: null,
      restored: null,
    })
    expect([service.reachOf('a'), service.reachOf('b'), service.unseen]).toEqual(['here', 'server', 2])
    tell({
      state: 'synced',
      waiting: new Set(),
      awaiting: [],
      refused: [{ ...step, aside: true }],
      syncedAt: null,
      restored: null,
    })
    expect([service.reachOf('a'), service.unseen, service.refused.length]).toEqual(['server', 0, 1])
  })

  it('lists what was refused in the order in which it was written, not queued', () => {
    const { pinia, tell } = behindService(['manager'])
    const service = useService(pinia)
    const step = (seq: number, at: string) => ({
      seq,
      plan: PLAN,
      basedOn: 0,
      at,
      records: [{ id: `${seq}` }],
      refusal: { kind: 'other' as const, said: 'unknown-plan' },
      aside: false,
      awaits: false,
    })
    tell({
      state: 'synced',
      waiting: new Set(),
      awaiting: [],
      refused: [
        step(1, '2020-07-03T00:00:00.000Z'),
        step(3, '2020-07-02T00:00:00.000Z'),
        step(4, '2020-07-01T00:00:00.000Z'),
        step(2, '2020-07-02T00:00:00.000Z'),
      ],
      syncedAt: null,
      restored: null,
    })
    expect(service.refused.map(({ seq }) => seq)).toEqual([4, 2, 3, 1])
  })

  it('lets an act that awaits the service count for nothing, says where, and takes no second one about the same', async () => {
    const outside = testWorld('2020-07-02T02:00:00.000Z')
    const { openLedger } = outside.world
    let listener: LedgerListener | null = null
    Object.assign(outside.world, {
      openLedger: async () => {
        const { storage, memoryBecause } = await openLedger()
        const append: LedgerStorage['append'] = (plan, entries) =>
          entries.some(({ kind }) => kind === 'submit')
            ? Promise.resolve({ kind: 'saved', added: entries.map(({ id }) => id), at: 'now', awaits: true })
            : storage.append(plan, entries)
        const subscribe: LedgerStorage['subscribe'] = (plan, own) => {
          listener = own
          return storage.subscribe(plan, own)
        }
        return { storage: { ...storage, place: 'service', append, subscribe }, memoryBecause }
      },
    })
    const { pinia } = outside
    const author = useAuthor(pinia)
    author.name = '王芳'
    author.role = 'manager'
    await usePlan(pinia).load(PLAN, false)
    const ledgers = useLedger(pinia)
    await ledgers.openReal(PLAN)
    const round = useRound(pinia)
    const [project, june] = [`${PLAN}/1`, endOfMonth(2020, 6)]
    expect(await round.step('submit', [project], june, '')).toBe(true)
    expect([ledgers.ledger.ids.size, round.roundOf(project, june).state]).toEqual([0, 'open'])
    expect(round.awaitingAt(project, june)?.kind).toBe('submit')
    expect(round.ready('submit', [project, `${PLAN}/2`], june)).toEqual([`${PLAN}/2`])
    expect(await round.step('submit', [project], june, '')).toBe(false)
    expect([round.last?.kind, refusedText(round.last)]).toEqual([
      'awaiting',
      expect.stringMatching(/尚未生效/),
    ])
    const todo = round.todos.find(({ status }) => status.project.id === project)
    expect(todo && todoText(todo, ledgers.awaiting).state).toBe('已办理，待同步，尚未生效')
    const other = round.todos.find(({ status }) => status.project.id === `${PLAN}/2`)
    expect(other && todoText(other, ledgers.awaiting).state).not.toContain('待同步')
    const [written] = ledgers.awaiting
    ;(listener as LedgerListener | null)?.awaits([])
    ;(listener as LedgerListener | null)?.arrived({ entries: written ? [written] : [], damaged: [] })
    expect([round.awaitingAt(project, june), round.roundOf(project, june).state]).toEqual([null, 'submitted'])
    expect(round.last).toBeNull()
  })

  it('as known on a day is what the service had received by then, whatever the clock of its author said', async () => {
    const outside = testWorld('2020-07-02T02:00:00.000Z')
    const { openLedger } = outside.world
    let listener: LedgerListener | null = null
    Object.assign(outside.world, {
      openLedger: async () => {
        const { storage, memoryBecause } = await openLedger()
        const subscribe: LedgerStorage['subscribe'] = (plan, own) => {
          listener = own
          return storage.subscribe(plan, own)
        }
        return { storage: { ...storage, place: 'service', subscribe }, memoryBecause }
      },
    })
    const { pinia } = outside
    await usePlan(pinia).load(PLAN, false)
    const [ledgers, viewing, board] = [useLedger(pinia), useViewing(pinia), useBoard(pinia)]
    await ledgers.openReal(PLAN)
    const [online, offline] = [
      payment({ recordedAt: '2020-06-10T01:00:00.000Z', effectiveOn: '2020-06-01' as Day }),
      payment({ recordedAt: '2020-06-10T02:00:00.000Z', effectiveOn: '2020-06-01' as Day }),
    ]
    const heard = listener as LedgerListener | null
    heard?.arrived({ entries: [online, offline], damaged: [] })
    heard?.late(new Map([[offline.id, '2020-06-12T02:00:00.000Z']]))
    const knownOn = (day: string | null) => {
      viewing.follow(day === null ? {} : { knownOn: day })
      return [ledgers.known.ids.size, board.department?.spent?.toFixed()]
    }
    expect(knownOn('2020-06-11')).toEqual([1, '1234567.89'])
    expect(knownOn('2020-06-12')).toEqual([2, '2469135.78'])
    expect(knownOn(null)).toEqual([2, '2469135.78'])
    expect(ledgers.ledger.ids.size).toBe(2)
  })

  it('an account has the to-dos of what it was granted, and nobody need be named for a project', () => {
    const shared = {
      refusal: (_: string, __: string, [subject]: readonly string[]) =>
        subject === `${PLAN}/2` ? null : { kind: 'other-project', manager: '' },
    } as unknown as Shared
    const todo = (kind: string, project: string) =>
      ({ kind, status: { project: { id: `${PLAN}/${project}` } } }) as unknown as Todo
    const all = [todo('due', '1'), todo('due', '2'), todo('unassigned', '2')]
    expect(ownTodos(shared, PLAN, 'manager', all)).toEqual([all[1]])
    expect(ownTodos(null, PLAN, 'manager', all)).toEqual(all)
  })

  it('a ledger lets go of what the service refused and takes what it wrote instead', () => {
    const held = heldEntries(PLAN, testWorld().world)
    const [first, second, third] = [payment(), payment(), payment()]
    held.add([first, second])
    held.revise([first.id], [third])
    expect(allEntries(held.ledger.value).map(({ id }) => id)).toEqual([second.id, third.id])
    held.revise([second.id], [{ ...second, memo: '以服务器为准' }])
    expect(allEntries(held.ledger.value).map((entry) => 'memo' in entry && entry.memo)).toContain(
      '以服务器为准',
    )
    held.stopTicking()
  })
})
