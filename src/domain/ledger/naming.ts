import {
  compareRecording,
  sameWriter,
  type Entry,
  type EntryKind,
  type ProjectManager,
  type Settlement,
  type Void,
  type Writer,
} from './entry'
import { isSettlingVoid, kindsIn, type Slice } from './ledger'
import { comparableName } from '../number/visibleText'
import { ROLES, type Role } from './role'

/** Why an entry counts for nothing whatever is closed: it names what is not here, another's entry or a decision, or claims a role or a project that is not its writer's. */
export type NamingFault =
  | { readonly kind: 'unknown'; readonly names: string }
  | VoidFault
  | { readonly kind: 'role'; readonly who: readonly Role[] }
  | { readonly kind: 'other-project'; readonly manager: string }
  | { readonly kind: 'no-name' | 'no-reason' | 'no-document' }

/** Why somebody may not void what is named, whatever is closed: a decision has an act of its own that takes it back, a role voids its own kinds, an entry is its author's. */
export type VoidFault =
  | {
      readonly kind: 'decision'
      readonly decision: DecisionKind
      readonly by: (typeof TAKEN_BACK_BY)[DecisionKind]
    }
  | { readonly kind: 'role'; readonly who: readonly Role[] }
  | { readonly kind: 'other-author'; readonly author: string }

/** The kinds that are decisions: no void takes them back, an act of their own does. */
export type DecisionKind = keyof typeof TAKEN_BACK_BY

/** Who may write each kind of entry (domain.md §9); a merge judges a claimed role by it. */
export const WRITERS: Readonly<Record<EntryKind, readonly Role[]>> = {
  payment: ['manager'],
  'zero-spending': ['manager'],
  'spending-total': ['manager'],
  'spending-estimate': ['manager'],
  'spending-reason': ['manager'],
  'spending-by-source': ['manager'],
  'indicator-actual': ['manager'],
  measures: ['manager'],
  'budget-adjustment': ['leader'],
  'target-change': ['leader'],
  weights: ['evaluator'],
  'score-adjustment': ['evaluator'],
  scheme: ['evaluator'],
  'sign-off': ['evaluator'],
  reopen: ['evaluator'],
  're-evaluation': ['evaluator'],
  appraisal: ['evaluator'],
  'appraisal-frame': ['evaluator'],
  summary: ['manager', 'evaluator'],
  'goal-progress': ['leader'],
  submit: ['manager'],
  return: ['leader'],
  accept: ['leader'],
  lock: ['leader'],
  unlock: ['leader'],
  rectification: ['leader', 'evaluator'],
  'rectification-result': ['manager'],
  settlement: ['manager', 'leader'],
  comment: ROLES,
  wording: ['leader', 'manager', 'evaluator'],
  check: ['leader', 'manager', 'evaluator'],
  void: ['leader', 'manager', 'evaluator'],
  'project-manager': ['admin'],
}

/** Decisions, each with the act that takes it back (domain.md §6); no void does. */
const TAKEN_BACK_BY = {
  accept: 'return',
  return: 'submit',
  lock: 'unlock',
  unlock: 'lock',
  'sign-off': 'reopen',
  reopen: 'sign-off',
  'project-manager': 'project-manager',
} as const satisfies Partial<Record<EntryKind, EntryKind>>

/** The kinds whose voids a leader writes: own adjustments (domain.md §9). */
const ADJUSTING: ReadonlySet<EntryKind> = new Set(['budget-adjustment', 'target-change'])

/**
 * Judges a void by what it names (domain.md §6, §9), the one judgement of gate and merge: a decision is voided by nobody, an entry by its author only, a void of a void
 * by the author of the void it names; a role that is known, or claimed, voids its own kinds only. `null` when it may.
 */
export function voidFault(
  { named, end }: NamedByVoid,
  writer: Writer & { readonly role: Role | null },
): VoidFault | null {
  if (isDecision(end.kind)) return { kind: 'decision', decision: end.kind, by: TAKEN_BACK_BY[end.kind] }
  const who = voidingRoles(end)
  if (writer.role !== null && !who.includes(writer.role)) return { kind: 'role', who }
  return sameWriter(writer, named) ? null : { kind: 'other-author', author: named.author }
}

function isDecision(kind: EntryKind): kind is DecisionKind {
  return Object.hasOwn(TAKEN_BACK_BY, kind)
}

function voidingRoles({ kind }: Entry): readonly Role[] {
  if (ADJUSTING.has(kind)) return ['leader']
  return WRITERS[kind].filter((role) => role === 'manager' || role === 'evaluator')
}

/** What a void comes to: the entry it names, and, where that is a void itself, the entry at the end of the chain. */
export interface NamedByVoid {
  readonly named: Entry
  readonly end: Exclude<Entry, Void>
}

/** What a void of a slice names; `null` where that is not there, or names itself in a circle. */
export function namedByVoid(slice: Slice, { entry }: Pick<Void, 'entry'>): NamedByVoid | null {
  const byId = new Map(slice.map((own) => [own.id, own]))
  const named = byId.get(entry)
  const end = named && endOf(named, () => byId)
  return named && end ? { named, end } : null
}

/** Whether a void is read as the reopening of a sign-off: one of schema 1 with a reason, by the one who signed (domain.md §6). */
export function isReopeningVoid(entry: Entry, named: Entry | undefined): boolean {
  return (
    entry.kind === 'void' &&
    entry.schema === 1 &&
    named?.kind === 'sign-off' &&
    entry.reason.trim() !== '' &&
    sameWriter(entry, named)
  )
}

/** A slice read by what its entries name: what counts structurally, what does not and why, and what each entry is about in the end. */
export interface Named {
  readonly sound: Slice
  readonly faults: ReadonlyMap<string, NamingFault>
  /** What would be at fault with an entry that names nothing, if it stood here. */
  readonly faultOf: (entry: Entry) => NamingFault | null
  /** The entry an act touches: of a void the end of its chain, of a settlement what it keeps, of any other the entry itself; `null` where that is not here. */
  readonly touches: (entry: Entry) => Entry | null
}

/** The kinds that name another entry or somebody; any other can, where nobody is assigned, only be at fault for the role it claims. */
const NAMING: readonly EntryKind[] = ['void', 'reopen', 'settlement', 'project-manager']

const remembered = new WeakMap<Slice, Named>()

/** Reads a slice by what its entries name (domain.md §6). It goes by the whole set alone, so every order of arrival gives the same; remembered, because a slice never changes. */
export function namedIn(slice: Slice): Named {
  const known = remembered.get(slice)
  if (known) return known
  let made: ReadonlyMap<string, Entry> | null = null
  const byId = () => (made ??= new Map(slice.map((entry) => [entry.id, entry])))
  const touches = (entry: Entry): Entry | null =>
    entry.kind === 'settlement' ? (byId().get(entry.kept) ?? entry) : endOf(entry, byId)
  const kinds = kindsIn(slice)
  const managerAt = NAMING.some((kind) => kinds.has(kind)) ? managersIn(slice) : null
  const faults = managerAt ? faultsIn(slice, byId, managerAt) : roleFaultsIn(slice)
  const faultOf = (entry: Entry) => writerFault(entry, managerAt?.(entry) ?? null)
  const sound = faults.size === 0 ? slice : Object.freeze(slice.filter(({ id }) => !faults.has(id)))
  const named = { sound, faults, faultOf, touches }
  if (Object.isFrozen(slice)) remembered.set(slice, named)
  return named
}

/** Who entered for a project when an entry was recorded, as a slice names them; `null` while nobody was named. */
type ManagerAt = (entry: Entry) => string | null

function managersIn(slice: Slice): ManagerAt {
  const assigned = slice
    .filter((entry) => entry.kind === 'project-manager')
    .filter((entry) => mayWrite(entry) && namesSomebody(entry))
    .sort(compareRecording)
    .reverse()
  return (entry) => assigned.find(({ recordedAt }) => recordedAt <= entry.recordedAt)?.manager ?? null
}

function faultsIn(slice: Slice, byId: ById, managerAt: ManagerAt): ReadonlyMap<string, NamingFault> {
  const faults = new Map<string, NamingFault>()
  for (const entry of slice) {
    const fault = formFault(entry) ?? namingFault(entry, byId) ?? writerFault(entry, managerAt(entry))
    if (fault) faults.set(entry.id, fault)
  }
  return faults
}

function roleFaultsIn(slice: Slice): ReadonlyMap<string, NamingFault> {
  const faults = new Map<string, NamingFault>()
  for (const entry of slice) {
    const fault: NamingFault | null =
      formFault(entry) ?? (mayWrite(entry) ? null : { kind: 'role', who: WRITERS[entry.kind] })
    if (fault) faults.set(entry.id, fault)
  }
  return faults
}

/** The entries of a slice by id, made when the first of them is asked for: most slices name none. */
type ById = () => ReadonlyMap<string, Entry>

function endOf(entry: Entry, byId: ById): Exclude<Entry, Void> | null {
  if (entry.kind !== 'void') return entry
  const seen = new Set<string>()
  let at: Entry | undefined = entry
  while (at?.kind === 'void') {
    if (seen.has(at.id)) return null
    seen.add(at.id)
    at = byId().get(at.entry)
  }
  return at ?? null
}

/** Whether somebody is named to enter for a project: a blank name names nobody, and that is how a project begins, not what an act makes of it (D). */
export function namesSomebody({ manager }: Pick<ProjectManager, 'manager'>): boolean {
  return comparableName(manager) !== ''
}

/** What an act says of itself to be one (domain.md §3, §6): a void its reason, an adjustment its document number and reason. What was written before schema 2 stays as it is. */
export function formFault(
  entry: Pick<Entry, 'kind'> & {
    readonly reason?: string
    readonly document?: string
    readonly schema?: number
  },
): { readonly kind: 'no-reason' | 'no-document' } | null {
  if (entry.schema === 1 || !(entry.kind === 'void' || ADJUSTING.has(entry.kind))) return null
  if (entry.kind !== 'void' && (entry.document ?? '').trim() === '') return { kind: 'no-document' }
  return (entry.reason ?? '').trim() === '' ? { kind: 'no-reason' } : null
}

/** Whether a settlement decides nothing whatever arrives beside it: what it keeps is not here and no other decided on it, or is of another thing or day. */
function settlesNothing({ id, kept, subject, effectiveOn }: Settlement, byId: ById): boolean {
  const named = byId().get(kept)
  if (named) return named.subject !== subject || named.effectiveOn !== effectiveOn
  return ![...byId().values()].some(
    (own) => own.kind === 'settlement' && own.id !== id && own.seen.includes(kept),
  )
}

function namingFault(entry: Entry, byId: ById): NamingFault | null {
  if (entry.kind === 'settlement')
    return settlesNothing(entry, byId) ? { kind: 'unknown', names: entry.kept } : null
  if (entry.kind === 'project-manager') return namesSomebody(entry) ? null : { kind: 'no-name' }
  if (entry.kind === 'reopen') {
    const named = byId().get(entry.signOff)
    return named?.kind === 'sign-off' ? null : { kind: 'unknown', names: entry.signOff }
  }
  if (entry.kind !== 'void') return null
  const named = byId().get(entry.entry)
  const end = named && endOf(named, byId)
  if (!named || !end) return { kind: 'unknown', names: entry.entry }
  if (isSettlingVoid(entry)) return null
  if (end.kind === 'sign-off' && takesReopeningBack(entry, named, byId))
    return sameWriter(entry, named) ? null : { kind: 'other-author', author: named.author }
  return voidFault({ named, end }, entry)
}

/** A chain of schema 1 that ends in a sign-off: reopening it, taking that back, and so on. */
function takesReopeningBack(entry: Entry, named: Entry, byId: ById): boolean {
  if (isReopeningVoid(entry, named)) return true
  if (entry.schema !== 1 || named.kind !== 'void') return false
  const before = byId().get(named.entry)
  return before !== undefined && takesReopeningBack(named, before, byId)
}

function mayWrite({ kind, role }: Entry): boolean {
  return role === null || WRITERS[kind].includes(role)
}

function writerFault(entry: Entry, manager: string | null): NamingFault | null {
  const who = WRITERS[entry.kind]
  const { role } = entry
  if (!mayWrite(entry)) return { kind: 'role', who }
  const managers = role === 'manager' || (role === null && who.length === 1 && who[0] === 'manager')
  const own = manager === null || entry.author === manager || entry.kind === 'comment'
  return managers && !own ? { kind: 'other-project', manager: manager ?? '' } : null
}
