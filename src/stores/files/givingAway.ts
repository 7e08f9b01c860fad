import { decodeBackup, encodeBackup, type Backup } from '@/documents/exchange/backup'
import { openBundle, packBundle, type BundledFile } from '@/documents/exchange/bundle'
import { decodeHandover, encodeHandover } from '@/documents/exchange/handover'
import type { Json } from '@/documents/entries/json'
import { nameStamp } from '@/documents/fileName'
import { allEntries, sliceOf } from '@/domain/ledger/ledger'
import { useAuthor } from '../author'
import { useBackupAge } from './backupAge'
import { useLedger } from '../ledger'
import { useEvidence } from './evidence'
import { usePlan } from '../plan'
import { useSaving } from './saving'
import { useWorld } from '../world'

/** The files that leave this browser: a hand-over and a backup, each read back before it is offered. */
export function givingAway() {
  const plans = usePlan()
  const ledgers = useLedger()
  const author = useAuthor()
  const saving = useSaving()
  const evidence = useEvidence()
  const age = useBackupAge()
  const { clock } = useWorld()

  /** Reads a file of ours back as it would be opened elsewhere, and only then hands it to the browser; with evidence it is one archive. */
  function give(
    name: string,
    text: string,
    files: readonly BundledFile[],
    entriesOf: (bytes: Uint8Array) => number | null,
    entries: number,
  ): boolean {
    const bare = files.length === 0
    const bytes = bare ? new TextEncoder().encode(text) : packBundle(`${name}.jixiao.json`, text, files)
    const read = openBundle(bytes)
    if (!read.ok || read.files.length !== files.length || entriesOf(read.text) !== entries) return false
    const type = bare ? 'application/json' : 'application/zip'
    saving.save(`${name}.jixiao.${bare ? 'json' : 'zip'}`, new Blob([bytes], { type }))
    return true
  }

  /** Reads a hand-over back before it is offered, so that what is given away is known to open; how many files found no place in it, `null` when it was not written. */
  async function handOver(project: string | null, withEvidence: boolean): Promise<number | null> {
    const { plan } = plans
    if (!plan) return null
    const entries = project === null ? allEntries(ledgers.ledger) : [...sliceOf(ledgers.ledger, project)]
    const head = {
      plan: ledgers.ledger.plan,
      department: plan.department.name,
      year: plan.year,
      project,
      author: author.actor.name,
      writtenAt: clock.now(),
    }
    const part = plan.projects.find(({ id }) => id === project)?.name ?? '全部项目'
    const name = `绩效台账-${plan.year}年-${part}-${head.author}-${nameStamp(head.writtenAt).replaceAll('-', '')}${ledgers.origin === 'demo' ? '-演示数据' : ''}`
    const { files, left } = withEvidence ? await evidence.gather(entries) : { files: [], left: 0 }
    const given = give(
      name,
      encodeHandover(head, entries),
      files,
      (bytes) => {
        const read = decodeHandover(bytes, head.plan)
        return read.ok ? read.file.entries.length : null
      },
      entries.length,
    )
    return given ? left : null
  }

  /** Writes everything this browser keeps, and what this page alone holds, into one file and reads it back before it counts as a backup; how much it holds, `null` when it was not written. */
  async function backup(): Promise<Readonly<Record<'entries' | 'files' | 'left', number>> | null> {
    const held = await ledgers.everything()
    if (held?.kind !== 'loaded') return null
    const here = ledgers.origin === 'real' ? ledgers.visit.held() : []
    const entries = [...new Map([...held.entries, ...here].map((entry) => [entry.id, entry])).values()]
    const content: Backup = {
      writtenAt: clock.now(),
      settings: { author: author.actor.name, role: author.role },
      damaged: held.damaged.map(({ record }) => record as Json),
      plans: plans.versions,
      entries,
    }
    const { files, left } = await evidence.gather(entries)
    const given = give(
      `绩效看板备份-${nameStamp(content.writtenAt).slice(0, 10)}`,
      encodeBackup(content),
      files,
      (bytes) => {
        const read = decodeBackup(bytes)
        return read.ok ? read.backup.entries.length : null
      },
      entries.length,
    )
    if (!given) return null
    age.done(entries.length)
    return { entries: entries.length, files: files.length, left }
  }

  return { handOver, backup }
}
