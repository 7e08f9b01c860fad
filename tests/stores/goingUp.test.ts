import { describe, expect, it } from 'vitest'
import type { Entry } from '@/domain/ledger/entry'
import { pageEvidenceShelf } from '@/storage/evidenceShelf'
import type { Shared } from '@/storage/service/shared'
import { useAuthor } from '@/stores/author'
import { useEvidence } from '@/stores/files/evidence'
import { useLedger } from '@/stores/ledger'
import { usePlan } from '@/stores/plan'
import { useGoingUp } from '@/stores/shared/goingUp'
import { actual } from '../domain/build'
import { PLAN } from '../storage/entries'
import { testWorld } from './testWorld'

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(64)) as [string, string, string, string]
const bytes = (text: string) => new TextEncoder().encode(text)

function reported(author: string, ...sha256: string[]): Entry {
  const evidence = sha256.map((own) => ({ name: `${own.slice(0, 4)}.pdf`, place: '', size: 3, sha256: own }))
  return { ...actual(`${PLAN}/1/1`, '2020-06-30', '95', { author }), evidence }
}

/** A page behind a service on a browser that kept entries and files by itself before. */
async function after(entries: readonly Entry[], files: readonly string[]) {
  const outside = testWorld('2020-07-02T02:00:00.000Z')
  const before = pageEvidenceShelf()
  await before.keep(files.map((sha256) => ({ sha256, bytes: bytes(sha256) })))
  const shared = {
    me: { account: { id: 'a', name: '王芳', login: 'w' }, grants: [], server: 's', notices: [] },
    rolesFor: () => ['manager'],
    actor: () => ({ id: 'a', name: '王芳', role: 'manager' }),
    refusal: () => null,
    watch: () => () => {},
    before: () => Promise.resolve(entries),
    evidenceBefore: () => before,
  } as unknown as Shared
  Object.assign(outside.world, { shared })
  const { pinia } = outside
  await usePlan(pinia).load(PLAN, false)
  await useLedger(pinia).openReal(PLAN)
  expect(useAuthor(pinia).actor.name).toBe('王芳')
  const up = useGoingUp(pinia)
  await up.look()
  return { outside, up, before, ledgers: useLedger(pinia), evidence: useEvidence(pinia) }
}

describe('a ledger that goes up brings its evidence', () => {
  it('offers the files that its own entries name and that lie here, and copies them when it is sent', async () => {
    const mine = reported('王芳', A, B, C)
    const { up, before, ledgers, evidence } = await after([mine, reported('周平', D)], [A, B, D])
    expect(up.looking?.evidence.map(({ sha256 }) => sha256)).toEqual([A, B])
    expect(up.looking?.others).toBe(1)
    expect(evidence.total.files).toBe(0)
    await up.apply()
    expect([up.said, ledgers.ledger.ids.has(mine.id)]).toEqual(['sent', true])
    expect(evidence.heldOf([mine]).map(({ sha256 }) => sha256)).toEqual([A, B])
    const held = await before.held()
    expect(held.kind === 'loaded' && held.sizes.size).toBe(3)
  })

  it('offers nothing twice, and only the files where the entries are there already', async () => {
    const mine = reported('王芳', A)
    const { up, ledgers, evidence } = await after([mine], [A])
    await ledgers.take([mine])
    await up.look()
    expect([up.looking?.found.fresh.length, up.looking?.evidence.length]).toEqual([0, 1])
    await up.apply()
    expect([up.said, evidence.total.files]).toEqual(['sent', 1])
    await up.look()
    expect(up.looking?.evidence).toEqual([])
  })

  it('says so when a file could not be kept, though the entries went up', async () => {
    const mine = reported('王芳', A)
    const { up, before } = await after([mine], [A])
    Object.assign(before, { read: () => Promise.resolve({ kind: 'loaded', bytes: null }) })
    await up.apply()
    expect(up.said).toBe('without-evidence')
  })
})
