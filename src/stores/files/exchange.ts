import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { decodeBackup, type Backup } from '@/documents/exchange/backup'
import { decodeHandover, type Handover } from '@/documents/exchange/handover'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import { LARGEST } from '@/documents/exchange/sealed'
import type { FileRefusal } from '@/documents/outcome/fileRefusal'
import { incoming, type Incoming } from '@/domain/ledger/incoming'
import { defaultAsOf } from '@/domain/time/asOf'
import { useBoard } from '../board'
import { givingAway } from './givingAway'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'

/** What stands before somebody decides on a file: what it would bring, or why it is refused. */
type Looking =
  | { readonly kind: 'handover'; readonly name: string; readonly file: Handover; readonly found: Incoming }
  | {
      readonly kind: 'backup'
      readonly name: string
      readonly backup: Backup
      readonly fresh: number
      readonly plans: number
    }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: FileRefusal }

/** Hand-over files, backups and restoring: what a file holds is shown before anything is applied, and is applied whole or not at all. */
export const useExchange = defineStore('exchange', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const given = givingAway()
  const looking = shallowRef<Looking | null>(null)
  const done = ref('')

  async function bytesOf(file: File): Promise<Uint8Array | FileRefusal> {
    if (file.size > LARGEST) return { kind: 'too-large', size: file.size, limit: LARGEST }
    return new Uint8Array(await file.arrayBuffer())
  }

  async function open(file: File): Promise<void> {
    done.value = ''
    const { plan } = plans
    if (!plan) return
    const bytes = await bytesOf(file)
    if (!(bytes instanceof Uint8Array)) {
      looking.value = { kind: 'refused', name: file.name, refusal: bytes }
      return
    }
    const read = decodeHandover(bytes, ledgers.ledger.plan)
    if (!read.ok) {
      looking.value = { kind: 'refused', name: file.name, refusal: read.refusal }
      return
    }
    const found = incoming(plan, ledgers.ledger, read.file.entries, board.preset, sameEntry, {
      asOf: defaultAsOf(plan.year, ledgers.workingDay),
      clock: ledgers.latestClock(),
      waiting: ledgers.early,
    })
    looking.value =
      found.differing.length > 0
        ? { kind: 'refused', name: file.name, refusal: { kind: 'differing', ids: found.differing } }
        : { kind: 'handover', name: file.name, file: read.file, found }
  }

  async function openBackup(file: File): Promise<void> {
    done.value = ''
    const bytes = await bytesOf(file)
    const read = bytes instanceof Uint8Array ? decodeBackup(bytes) : { ok: false as const, refusal: bytes }
    if (!read.ok) {
      looking.value = { kind: 'refused', name: file.name, refusal: read.refusal }
      return
    }
    const held = await ledgers.everything()
    const ids = new Set(held?.kind === 'loaded' ? held.entries.map(({ id }) => id) : [])
    const fresh = read.backup.entries.filter(({ id }) => !ids.has(id)).length
    const versions = new Set(plans.versions.map(({ id }) => id))
    const more = read.backup.plans.filter(({ id }) => !versions.has(id)).length
    looking.value = { kind: 'backup', name: file.name, backup: read.backup, fresh, plans: more }
  }

  /** Takes what is looked at, whole, and says so only when it is durable. */
  async function apply(): Promise<void> {
    const what = looking.value
    if (what === null || what.kind === 'refused') return
    const entries = what.kind === 'handover' ? what.found.fresh : what.backup.entries
    const added = what.kind === 'handover' ? entries.length : what.fresh
    if (what.kind === 'backup' && what.plans > 0 && (await plans.keep(what.backup.plans))) return
    if (!(await ledgers.take(entries))) return
    looking.value = null
    const more = what.kind === 'backup' && what.plans > 0 ? `、${what.plans} 份计划` : ''
    done.value = `已并入 ${added} 条${more}，来自 ${what.name}`
  }

  return {
    looking,
    done,
    handOver: given.handOver,
    open,
    openBackup,
    apply,
    /** Writes everything this browser keeps into one file, and says so. */
    backup: async (): Promise<boolean> => {
      const count = await given.backup()
      if (count === null) return false
      done.value = `已备份 ${count} 条，并回读核对无误`
      return true
    },
    dismiss: () => (looking.value = null),
  }
})
