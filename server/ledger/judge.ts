import { asideReason, coveredIds, keptAside, signedIds } from '@/domain/ledger/aside'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { addEntries, departmentKey, sliceKey, type Ledger } from '@/domain/ledger/ledger'
import { CLOCK_TOLERANCE, recordingFor } from '@/domain/ledger/recording'
import { concernsAll, isDecisive, standsAlone } from '@/domain/ledger/ruling'
import { WRITERS } from '@/domain/ledger/naming'
import type { Role } from '@/domain/ledger/role'
import { HEBEI } from '@/domain/plan/preset'
import { decide } from '@/domain/work/decide'
import type { Actor } from '@/domain/work/permission'
import { dayInChina } from '../clock'
import type { Sender, Step, StepRefusal } from './outcome'
import type { HeldPlan } from './plans'

/** The slices a step is judged on: those of its subjects, the plan's, and every project's where it decides on all of them or goes by all their schedules. */
export function slicesOf(entries: readonly Entry[], { plan }: HeldPlan): ReadonlySet<string> {
  const whole = entries.some((entry) => concernsAll(entry) || entry.kind === 'unlock')
  return new Set([plan.id, ...slicesAbout(entries), ...(whole ? plan.projects.map(({ id }) => id) : [])])
}

/** The slices that entries are recorded after: those of their subjects and the plan's. */
export function slicesAbout(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ subject }) => [sliceKey(subject), departmentKey(subject)]))
}

/**
 * Judges who sends what and when, before any ledger is looked at: every entry is of this plan, not from the future, the sender's own and under a role he was granted.
 * A hand-over may say less (no account, no role, schema 1); one that an administrator brings may hold anybody's entries, judged as a merge.
 */
export function judgeSending(step: Step, held: HeldPlan, now: Moment): StepRefusal | null {
  const seen = new Set<string>()
  for (const [index, entry] of step.entries.entries()) {
    const fault = faultOf(entry, step, held) ?? (seen.has(entry.id) ? 'twice' : null)
    if (fault) return { kind: 'unreadable', index, issues: [{ kind: fault }] }
    seen.add(entry.id)
    const ahead = aheadOf(entry.recordedAt, now)
    if (ahead > CLOCK_TOLERANCE) return { kind: 'clock', index, ahead, now }
    if (bringsAll(step)) continue
    const refusal = writerRefusal(entry, index, step)
    if (refusal) return refusal
  }
  return null
}

/** Whether a step is a hand-over brought by an administrator, who merges what others wrote. */
export function bringsAll({ via, sender }: Step): boolean {
  return via === 'handover' && sender.grants.some(({ role }) => role === 'admin')
}

function faultOf(entry: Entry, { via }: Step, held: HeldPlan): 'old-schema' | 'unknown-subject' | null {
  if (via === 'own' && entry.schema === 1) return 'old-schema'
  return entry.plan !== held.plan.id || !held.subjects.has(entry.subject) ? 'unknown-subject' : null
}

function writerRefusal(entry: Entry, index: number, { sender, via, entries }: Step): StepRefusal | null {
  const anonymous = via === 'handover' && entry.account === null
  if (entry.author !== sender.name || (entry.account !== sender.id && !anonymous))
    return { kind: 'not-yourself', index }
  const role = via === 'handover' ? roleOf(entry, sender) : entry.role
  if (!isGranted(sender, role, sliceKey(entry.subject))) return { kind: 'not-granted', index, role }
  return via === 'own' && role !== entries[0]?.role ? { kind: 'mixed-roles', index } : null
}

/** The role an entry was written under: the one it claims, else the first of the sender's that may write its kind. */
function roleOf({ role, kind }: Entry, { grants }: Sender): Role | null {
  return role ?? grants.find((grant) => WRITERS[kind].includes(grant.role))?.role ?? null
}

/** How far a moment lies after another, in ms. */
export function aheadOf(moment: Moment, now: Moment): number {
  return Date.parse(moment) - Date.parse(now)
}

/** Whether a sender was granted a role for a project: of the whole plan, or of this project. */
export function isGranted({ grants }: Sender, role: Role | null, project: string): boolean {
  return grants.some((grant) => grant.role === role && (grant.project === null || grant.project === project))
}

/** What a step becomes: its entries as they are written, and the ledger with them where it was made; or why not. */
type Judged =
  | { readonly ok: true; readonly entries: readonly Entry[]; readonly ledger?: Ledger }
  | { readonly ok: false; readonly refusal: StepRefusal }

/**
 * Judges a step by the domain's own gate on the ledger as it is, and writes it: what is decisive gets the service's time and what it covers, all else stays as it was sent.
 * What would be kept aside at once is refused. All or nothing. A step of figures alone (`standsAlone`) is judged beside the ledger: with thousands of entries in it, joining them costs more than judging.
 */
export function judgeStep(
  { sender, entries }: Pick<Step, 'sender' | 'entries'>,
  ledger: Ledger,
  held: HeldPlan,
  now: Moment,
): Judged {
  const alone = entries.every(standsAlone)
  let next = ledger
  const written: Entry[] = []
  while (written.length < entries.length) {
    const role = roleOf(entries[written.length] as Entry, sender)
    const rest = entries.slice(written.length)
    const end = rest.findIndex((entry) => roleOf(entry, sender) !== role)
    const run = end < 0 ? rest : rest.slice(0, end)
    const actor: Actor = { id: sender.id, name: sender.name, role: role ?? 'manager' }
    const done = judgeRun(run, actor, next, held, now)
    if (!done.ok) return { ok: false, refusal: shifted(done.refusal, written.length) }
    written.push(...done.entries)
    next = alone ? ledger : (done.ledger ?? addEntries(next, done.entries).ledger)
  }
  const aside = alone ? asideBeside(written, ledger) : asideIn(written, next)
  return aside ? { ok: false, refusal: aside } : { ok: true, entries: written }
}

function shifted(refusal: StepRefusal, by: number): StepRefusal {
  return 'index' in refusal ? { ...refusal, index: refusal.index + by } : refusal
}

function judgeRun(
  entries: readonly Entry[],
  actor: Actor,
  ledger: Ledger,
  held: HeldPlan,
  now: Moment,
): Judged {
  const situation = { ledger, plan: held.plan, preset: HEBEI, today: dayInChina(now) }
  const drafts = entries.map((entry) => entry as Draft)
  const refusal = decide(drafts, actor, situation)
  if (refusal) {
    const index = firstRefused(drafts.length, (count) => decide(drafts.slice(0, count), actor, situation))
    return { ok: false, refusal: { kind: 'refused', index, refusal } }
  }
  if (!entries.some(({ kind }) => isDecisive(kind))) return { ok: true, entries }
  let next = ledger
  const written = entries.map((entry) => {
    const own = stamped(entry, next, held, now)
    next = addEntries(next, [own]).ledger
    return own
  })
  return { ok: true, entries: written, ledger: next }
}

/** The first draft that makes a step refused, found by halving: what refuses a part refuses every longer one. */
function firstRefused(length: number, refused: (count: number) => unknown): number {
  let [low, high] = [1, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (refused(middle)) high = middle
    else low = middle + 1
  }
  return low - 1
}

function stamped(entry: Entry, ledger: Ledger, { plan }: HeldPlan, now: Moment): Entry {
  if (!isDecisive(entry.kind)) return entry
  const { recordedAt } = recordingFor(ledger, [entry.subject], now)
  const { kind, subject, effectiveOn } = entry
  if (kind === 'accept') return { ...entry, recordedAt, covers: coveredIds(ledger, subject, effectiveOn) }
  if (kind === 'lock') {
    const covers = plan.projects.flatMap(({ id }) => coveredIds(ledger, id, effectiveOn))
    return { ...entry, recordedAt, covers }
  }
  if (kind === 'sign-off') {
    const projects = subject === plan.id ? plan.projects.map(({ id }) => id) : [subject]
    return { ...entry, recordedAt, covers: projects.flatMap((id) => signedIds(ledger, id, effectiveOn)) }
  }
  return 'covers' in entry ? { ...entry, recordedAt, covers: null } : { ...entry, recordedAt }
}

function asideBeside(entries: readonly Entry[], ledger: Ledger): StepRefusal | null {
  for (const [index, entry] of entries.entries()) {
    const key = sliceKey(entry.subject)
    const because = key === departmentKey(key) ? null : asideReason(ledger, entry)
    if (because) return { kind: 'aside', index, because }
  }
  return null
}

function asideIn(entries: readonly Entry[], ledger: Ledger): StepRefusal | null {
  const keys = new Set(entries.map(({ subject }) => sliceKey(subject)))
  for (const key of keys) {
    if (key === departmentKey(key)) continue
    for (const { entry, because } of keptAside(ledger, key)) {
      const index = entries.findIndex(({ id }) => id === entry.id)
      if (index >= 0) return { kind: 'aside', index, because }
    }
  }
  return null
}
