import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { decodeBackup, type Backup } from '@/documents/exchange/backup'
import { decodeHandover, type Handover } from '@/documents/exchange/handover'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import { LARGEST_BUNDLE, openBundle, type BundledFile, type BundleReading } from '@/documents/exchange/bundle'
import type { FileRefusal } from '@/documents/outcome/fileRefusal'
import { incoming, type Incoming } from '@/domain/ledger/incoming'
import { defaultAsOf } from '@/domain/time/asOf'
import { useBoard } from '../board'
import { givingAway } from './givingAway'
import { useLedger } from '../ledger'
import { useEvidence } from './evidence'
import { usePlan } from '../plan'

/** The evidence that came with a file: what is not here yet, and what is not what its fingerprint says. */
interface Carried {
  readonly evidence: readonly BundledFile[]
  readonly wrong: readonly string[]
}

/** What stands before somebody decides on a file: what it would bring, or why it is refused. */
type Looking =
  | ({
      readonly kind: 'handover'
      readonly name: string
      readonly file: Handover
      readonly found: Incoming
    } & Carried)
  | ({
      readonly kind: 'backup'
      readonly name: string
      readonly backup: Backup
      readonly fresh: number
      readonly plans: number
    } & Carried)
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: FileRefusal }

/** Hand-over files, backups and restoring: what a file holds is shown before anything is applied, and is applied whole or not at all. */
export const useExchange = defineStore('exchange', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const evidence = useEvidence()
  const given = givingAway()
  const looking = shallowRef<Looking | null>(null)
  const done = ref('')

  async function open(file: File): Promise<void> {
    done.value = ''
    const { plan } = plans
    if (!plan) return
    const bundle = await opened(file)
    const read = bundle.ok ? decodeHandover(bundle.text, ledgers.ledger.plan) : bundle
    if (!read.ok) {
      looking.value = { kind: 'refused', name: file.name, refusal: read.refusal }
      return
    }
    const found = incoming(plan, ledgers.ledger, read.file.entries, board.preset, sameEntry, {
      asOf: defaultAsOf(plan.year, ledgers.workingDay),
      clock: ledgers.visit.latestClock(),
      waiting: ledgers.early,
    })
    looking.value =
      found.differing.length > 0
        ? { kind: 'refused', name: file.name, refusal: { kind: 'differing', ids: found.differing } }
        : {
            kind: 'handover',
            name: file.name,
            file: read.file,
            found,
            ...evidence.carried(bundle, read.file.entries),
          }
  }

  async function openBackup(file: File): Promise<void> {
    done.value = ''
    const bundle = await opened(file)
    const read = bundle.ok ? decodeBackup(bundle.text) : bundle
    if (!read.ok) {
      looking.value = { kind: 'refused', name: file.name, refusal: read.refusal }
      return
    }
    const held = await ledgers.everything()
    const ids = new Set(held?.kind === 'loaded' ? held.entries.map(({ id }) => id) : [])
    const fresh = read.backup.entries.filter(({ id }) => !ids.has(id)).length
    const versions = new Set(plans.versions.map(({ id }) => id))
    const more = read.backup.plans.filter(({ id }) => !versions.has(id)).length
    looking.value = {
      kind: 'backup',
      name: file.name,
      backup: read.backup,
      fresh,
      plans: more,
      ...evidence.carried(bundle, read.backup.entries),
    }
  }

  /** Takes what is looked at, whole, and says so only when it is durable. */
  async function apply(): Promise<void> {
    const what = looking.value
    if (what === null || what.kind === 'refused') return
    const entries = what.kind === 'handover' ? what.found.fresh : what.backup.entries
    const added = what.kind === 'handover' ? entries.length : what.fresh
    if (what.kind === 'backup' && what.plans > 0 && (await plans.keep(what.backup.plans))) return
    if (!(await ledgers.take(entries))) return
    const kept = await evidence.keep(what.evidence)
    looking.value = null
    const more = what.kind === 'backup' && what.plans > 0 ? `、${what.plans} 份计划` : ''
    const files = what.evidence.length > 0 ? `佐证原件 ${what.evidence.length} 份` : ''
    done.value = [
      `已并入 ${added} 条${more}${files && !kept ? `、${files}` : ''}，来自 ${what.name}`,
      ...(files && kept ? [`${files}没有存上，本机存储放不下；清理磁盘后可再打开一次补存`] : []),
    ].join('。')
  }

  return {
    looking,
    done,
    handOver: async (project: string | null, withEvidence: boolean): Promise<boolean> => {
      const left = await given.handOver(project, withEvidence)
      done.value = left ? leftOut(left) : ''
      return left !== null
    },
    open,
    openBackup,
    apply,
    /** Writes everything this browser keeps into one file, and says so. */
    backup: async (): Promise<boolean> => {
      const written = await given.backup()
      if (written === null) return false
      const files = written.files > 0 ? `、佐证原件 ${written.files} 份` : ''
      const left = written.left > 0 ? `；${leftOut(written.left)}` : ''
      done.value = `已备份 ${written.entries} 条${files}，并回读核对无误${left}`
      return true
    },
    dismiss: () => (looking.value = null),
  }
})

function leftOut(files: number): string {
  return `另有佐证原件 ${files} 份太大放不进，请从台账逐份另存`
}

async function opened(file: File): Promise<BundleReading> {
  return file.size > LARGEST_BUNDLE
    ? { ok: false, refusal: { kind: 'too-large', size: file.size, limit: LARGEST_BUNDLE } }
    : openBundle(new Uint8Array(await file.arrayBuffer()))
}
