import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import { incoming, type Incoming } from '@/domain/ledger/incoming'
import { defaultAsOf } from '@/domain/time/asOf'
import { useAuthor } from '../author'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useWorld } from '../world'

/** What this browser kept by itself before there was a service, as it would go up: what it would bring, and how many entries of others stay because only an administrator may bring those. */
interface GoingUp {
  readonly found: Incoming
  readonly others: number
}

/** Sends what this browser kept by itself up to the service: looked at first, then by one deliberate act; what lies here stays. */
export const useGoingUp = defineStore('goingUp', () => {
  const { shared } = useWorld()
  const plans = usePlan()
  const ledgers = useLedger()
  const author = useAuthor()
  const board = useBoard()
  const looking = shallowRef<GoingUp | null>(null)
  const said = ref<'nothing' | 'sent' | 'failed' | null>(null)

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
    looking.value = { found, others: entries.length - own.length }
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
      if (!looking.value) return
      said.value = (await ledgers.take(looking.value.found.fresh)) ? 'sent' : 'failed'
      looking.value = null
    },
    dismiss: () => (looking.value = null),
  }
})
