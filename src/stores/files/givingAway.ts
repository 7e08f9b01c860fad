import { decodeBackup, encodeBackup, type Backup } from '@/documents/exchange/backup'
import { decodeHandover, encodeHandover } from '@/documents/exchange/handover'
import type { Json } from '@/documents/entries/json'
import { allEntries, sliceOf } from '@/domain/ledger/ledger'
import { useAuthor } from '../author'
import { useBackupAge } from './backupAge'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useSaving } from './saving'
import { useWorld } from '../world'

/** The files that leave this browser: a hand-over and a backup, each read back before it is offered. */
export function givingAway() {
  const plans = usePlan()
  const ledgers = useLedger()
  const author = useAuthor()
  const saving = useSaving()
  const age = useBackupAge()
  const { clock } = useWorld()

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

  /** Writes everything this browser keeps into one file and reads it back before it counts as a backup; how many entries it holds, `null` when it was not written. */
  async function backup(): Promise<number | null> {
    const held = await ledgers.everything()
    if (held?.kind !== 'loaded') return null
    const content: Backup = {
      writtenAt: clock.now(),
      settings: { author: author.actor.name, role: author.role },
      damaged: held.damaged.map(({ record }) => record as Json),
      plans: plans.versions,
      entries: held.entries,
    }
    const written = encodeBackup(content)
    const read = decodeBackup(new TextEncoder().encode(written))
    if (!read.ok || read.backup.entries.length !== held.entries.length) return null
    saving.save(
      `绩效看板备份-${content.writtenAt.slice(0, 10)}.jixiao.json`,
      new Blob([written], { type: 'application/json' }),
    )
    age.done(held.entries.length)
    return held.entries.length
  }

  return { handOver, backup }
}
