import type { Entry, EntryKind } from './entry'
import { departmentKey, sliceKey } from './ledger'

/**
 * The acts that decide on what is there (docs/service-api.md): a shared service refuses one whose slice moved since it was decided, writes it itself, and until then it takes no effect.
 * 报送 says that what stands is what its author hands over, and 作废 that what stands is wrong: both decide.
 */
const DECISIVE: ReadonlySet<EntryKind> = new Set([
  'submit',
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

/** Whether a kind of entry takes effect only when a shared service has written it: its slice must stand as its author saw it, and the order among others decides what it means. */
export function isDecisive(kind: EntryKind): boolean {
  return DECISIVE.has(kind)
}

type About = Pick<Entry, 'kind' | 'subject'>

/** Whether an act decides on every project at once: a lock, the sign-off of the whole plan. */
export function concernsAll({ kind, subject }: About): boolean {
  return kind === 'lock' || (kind === 'sign-off' && subject === departmentKey(subject))
}

/** The slices in which the author of a decisive act may not have missed anything; `null`: any. */
export function watchedBy(act: About): readonly string[] | null {
  if (concernsAll(act)) return null
  const { kind, subject } = act
  return kind === 'sign-off' || kind === 'reopen'
    ? [sliceKey(subject), departmentKey(subject)]
    : [sliceKey(subject)]
}

/** Whether an act was decided on what another entry says: it is decisive, and watches that entry's slice. */
export function hangsOn(act: About, other: Pick<Entry, 'subject'>): boolean {
  return isDecisive(act.kind) && (watchedBy(act)?.includes(sliceKey(other.subject)) ?? true)
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
