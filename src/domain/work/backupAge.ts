import { daysBetween, type Day } from '../time/day'

/** When a backup is asked for again (D: ours): so many days, or so many entries, since the last. */
export const BACKUP_DUE = { days: 7, entries: 200 } as const

/** What is known of the last backup. */
export interface LastBackup {
  readonly on: Day
  readonly entries: number
}

/** Whether a backup is due, and since when or for how many entries; an empty ledger needs none. */
export type BackupNeed =
  | { readonly kind: 'none' }
  | { readonly kind: 'never'; readonly entries: number }
  | { readonly kind: 'old'; readonly days: number; readonly entries: number }

/** Whether to ask for a backup: entries have been added, and it is long ago or they are many. */
export function backupNeed(last: LastBackup | null, entries: number, today: Day): BackupNeed {
  if (entries === 0) return { kind: 'none' }
  if (last === null) return { kind: 'never', entries }
  const added = entries - last.entries
  const days = daysBetween(last.on, today)
  const due = added > 0 && (days >= BACKUP_DUE.days || added >= BACKUP_DUE.entries)
  return due ? { kind: 'old', days, entries: added } : { kind: 'none' }
}
