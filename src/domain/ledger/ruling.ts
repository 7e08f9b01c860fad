import type { Entry, EntryKind } from './entry'

/** The acts that decide on what is there (docs/service-api.md): a shared service refuses one whose slice moved since it was decided, and writes it itself. */
const DECISIVE: ReadonlySet<EntryKind> = new Set([
  'accept',
  'return',
  'lock',
  'unlock',
  'sign-off',
  'reopen',
  'void',
  'settlement',
  'project-manager',
])

/** Whether a kind of entry needs the line: its slice must stand as its author saw it. */
export function isDecisive(kind: EntryKind): boolean {
  return DECISIVE.has(kind)
}

/** Whether a shared service writes the moment of a kind: their order among others decides what they mean. */
export function isStamped(kind: EntryKind): boolean {
  return DECISIVE.has(kind) || kind === 'submit'
}

/**
 * Whether an entry takes effect only when a shared service has written it: a decision, a 报送 and its withdrawal, and what a leader or an evaluator takes back.
 * A manager's void of his own figure is a correction like the figure itself. `named` is the kind of what a void names, `null` where it is not known.
 */
export function awaitsService(entry: Pick<Entry, 'kind' | 'role'>, named: EntryKind | null): boolean {
  if (!isStamped(entry.kind)) return false
  return entry.kind !== 'void' || entry.role !== 'manager' || named === 'submit'
}

/** The kinds that are judged by who may write them and by what is closed, and decide on neither. */
const FIGURES: ReadonlySet<EntryKind> = new Set([
  'payment',
  'spending-total',
  'indicator-actual',
  'spending-estimate',
  'spending-reason',
  'comment',
])

/**
 * Whether an entry says a figure or words that no other such entry makes refused or kept aside: any number of them are judged on one and the same ledger.
 * A total of 0 does not: it goes by what was spent before (domain.md §6).
 */
export function standsAlone(entry: Entry): boolean {
  return entry.kind === 'spending-total' ? !entry.amount.isZero() : FIGURES.has(entry.kind)
}

type Act = Pick<Entry, 'kind' | 'subject' | 'effectiveOn'>

/** Whether two acts decide on the same: the round of a checkpoint, its lock, one and the same void or settlement, or a thing of their kind. */
export function decideOnSame(one: Act, other: Act): boolean {
  return matterOf(one) === matterOf(other)
}

const MATTER: Partial<Record<EntryKind, string>> = {
  submit: 'round',
  return: 'round',
  accept: 'round',
  lock: 'lock',
  unlock: 'lock',
  'sign-off': 'signature',
  reopen: 'signature',
}

function matterOf(act: Act): string {
  const { kind, subject, effectiveOn } = act
  if (kind === 'void') return `void ${'entry' in act ? String(act.entry) : ''}`
  if (kind === 'settlement') return `settlement ${'seen' in act ? JSON.stringify(act.seen) : ''}`
  if (kind === 'project-manager') return `${kind} ${subject}`
  return `${MATTER[kind] ?? kind} ${subject} ${effectiveOn}`
}
