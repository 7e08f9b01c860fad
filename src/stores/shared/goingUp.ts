import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import type { Entry, Evidence } from '@/domain/ledger/entry'
import { incoming, type Incoming } from '@/domain/ledger/incoming'
import { defaultAsOf } from '@/domain/time/asOf'
import type { EvidenceShelf } from '@/storage/evidenceShelf'
import { useAuthor } from '../author'
import { useBoard } from '../board'
import { namedBy, useEvidence } from '../files/evidence'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useWorld } from '../world'

/** What this browser kept by itself before there was a service, as it would go up: what it would bring, the evidence that would come to the account's shelf, and how many entries of others stay because only an administrator may bring those. */
interface GoingUp {
  readonly found: Incoming
  readonly evidence: readonly Evidence[]
  readonly others: number
}

/** Sends what this browser kept by itself up to the service: looked at first, then by one deliberate act; what lies here stays. */
export const useGoingUp = defineStore('goingUp', () => {
  const { shared } = useWorld()
  const plans = usePlan()
  const ledgers = useLedger()
  const author = useAuthor()
  const board = useBoard()
  const evidence = useEvidence()
  const looking = shallowRef<GoingUp | null>(null)
  const said = ref<'nothing' | 'sent' | 'failed' | 'without-evidence' | null>(null)

  /** What entries name of another shelf of this browser and is not on the account's. */
  async function lyingOn(other: EvidenceShelf, entries: readonly Entry[]): Promise<Evidence[]> {
    await evidence.look()
    const held = await other.held()
    const there = held.kind === 'loaded' ? held.sizes : new Map<string, number>()
    const named = namedBy(entries).filter((file) => there.has(file.sha256 ?? '') && !evidence.has(file))
    return [...new Map(named.map((file) => [file.sha256, file])).values()]
  }

  /** Takes files over from another shelf, where they stay too, one after the other; returns how many could not be. */
  async function takeOver(other: EvidenceShelf, files: readonly Evidence[]): Promise<number> {
    let failed = 0
    for (const { sha256 } of files) {
      const read = sha256 === null ? null : await other.read(sha256)
      const bytes = read?.kind === 'loaded' ? read.bytes : null
      if (sha256 === null || !bytes || (await evidence.keep([{ sha256, bytes }]))) failed += 1
    }
    return failed
  }

  async function look(): Promise<void> {
    said.value = null
    const { plan } = plans
    if (!plan || !shared) return
    const entries = await shared.before(plan.id)
    const mayAll = shared.rolesFor('*').includes('admin')
    const own = mayAll ? entries : entries.filter((entry) => entry.author === author.actor.name)
    const found = incoming(plan, ledgers.ledger, own, board.preset, sameEntry, {
      asOf: defaultAsOf(plan.year, ledgers.workingDay),
      clock: ledgers.visit.latestClock(),
      waiting: ledgers.early,
    })
    const files = await lyingOn(shared.evidenceBefore(), own)
    looking.value = { found, evidence: files, others: entries.length - own.length }
    if (entries.length === 0) {
      looking.value = null
      said.value = 'nothing'
    }
  }

  return {
    looking,
    said,
    look,
    apply: async (): Promise<void> => {
      if (!looking.value || !shared) return
      const { found, evidence: files } = looking.value
      const sent = found.fresh.length === 0 || (await ledgers.take(found.fresh))
      const left = sent ? await takeOver(shared.evidenceBefore(), files) : 0
      said.value = !sent ? 'failed' : left > 0 ? 'without-evidence' : 'sent'
      looking.value = null
    },
    dismiss: () => (looking.value = null),
  }
})
