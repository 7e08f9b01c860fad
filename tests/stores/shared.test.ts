import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { describe, expect, it } from 'vitest'
import { allEntries } from '@/domain/ledger/ledger'
import type { Role } from '@/domain/ledger/role'
import type { Shared } from '@/storage/service/shared'
import type { SyncState } from '@/storage/service/standing'
import { useAuthor } from '@/stores/author'
import { heldEntries } from '@/stores/heldEntries'
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
    }
    tell({ state: 'sending', waiting: new Set(['a']), refused: [step], syncedAt: null })
    expect([service.reachOf('a'), service.reachOf('b'), service.unseen]).toEqual(['here', 'server', 2])
    tell({ state: 'synced', waiting: new Set(), refused: [{ ...step, aside: true }], syncedAt: null })
    expect([service.reachOf('a'), service.unseen, service.refused.length]).toEqual(['server', 0, 1])
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
