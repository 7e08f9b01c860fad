import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { decodeBackup, encodeBackup, type Backup } from '@/documents/exchange/backup'
import { decodeHandover, encodeHandover, type Handover } from '@/documents/exchange/handover'
import { sameEntry } from '@/documents/exchange/ledgerFile'
import { LARGEST } from '@/documents/exchange/sealed'
import type { Json } from '@/documents/entries/json'
import type { FileRefusal } from '@/documents/outcome/fileRefusal'
import { incoming, type Incoming } from '@/domain/ledger/incoming'
import { allEntries, sliceOf } from '@/domain/ledger/ledger'
import { useAuthor } from '../author'
import { useBackupAge } from './backupAge'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useSaving } from './saving'
import { useWorld } from '../world'

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
  const author = useAuthor()
  const saving = useSaving()
  const age = useBackupAge()
  const { clock } = useWorld()
  const looking = shallowRef<Looking | null>(null)
  const done = ref('')

  async function bytesOf(file: File): Promise<Uint8Array | FileRefusal> {
    if (file.size > LARGEST) return { kind: 'too-large', size: file.size, limit: LARGEST }
    return new Uint8Array(await file.arrayBuffer())
  }

  /** Reads a hand-over back before it is offered, so that what is given away is known to open. */
  function handOver(project: string | null): boolean {
    const { plan } = plans
    if (!plan) return false
    const entries = project === null ? allEntries(ledgers.ledger) : [...sliceOf(ledgers.ledger, project)]
    const head = {
      plan: ledgers.ledger.plan,
      department: plan.department.name,
      year: plan.year,
      project,
      author: author.actor.name,
      writtenAt: clock.now(),
    }
    const written = encodeHandover(head, entries)
    const read = decodeHandover(new TextEncoder().encode(written), head.plan)
    if (!read.ok || read.file.entries.length !== entries.length) return false
    const part = plan.projects.find(({ id }) => id === project)?.name ?? '全部项目'
    saving.save(
      `绩效台账-${plan.year}年-${part}-${head.author}-${head.writtenAt.slice(0, 16).replace(/[-:T]/g, '')}${ledgers.origin === 'demo' ? '-演示数据' : ''}.jixiao.json`,
      new Blob([written], { type: 'application/json' }),
    )
    return true
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
    const found = incoming(plan, ledgers.ledger, read.file.entries, board.preset, sameEntry)
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

  /** Writes everything this browser keeps into one file and reads it back before it counts as a backup. */
  async function backup(): Promise<boolean> {
    const held = await ledgers.everything()
    if (held?.kind !== 'loaded') return false
    const content: Backup = {
      writtenAt: clock.now(),
      settings: { author: author.actor.name, role: author.role },
      damaged: held.damaged.map(({ record }) => record as Json),
      plans: plans.versions,
      entries: held.entries,
    }
    const written = encodeBackup(content)
    const read = decodeBackup(new TextEncoder().encode(written))
    if (!read.ok || read.backup.entries.length !== held.entries.length) return false
    saving.save(
      `绩效看板备份-${content.writtenAt.slice(0, 10)}.jixiao.json`,
      new Blob([written], { type: 'application/json' }),
    )
    age.done(held.entries.length)
    done.value = `已备份 ${held.entries.length} 条，并回读核对无误`
    return true
  }

  return {
    looking,
    done,
    handOver,
    open,
    openBackup,
    apply,
    backup,
    dismiss: () => (looking.value = null),
  }
})
