import { departmentLock, roundIn, type RoundState } from '../work/round'
import { sumMoney, type Money } from '../number/money'
import type { Plan, Project } from '../plan/plan'
import type { Preset } from '../plan/preset'
import type { IndicatorStatus, ValueConflict } from '../status/indicatorStatus'
import { projectStatus, valueConflicts, type ProjectStatus } from '../status/projectStatus'
import type { TotalConflict } from '../status/spending'
import type { Day } from '../time/day'
import { countingSlice, keptAside, type Aside } from './aside'
import { writerOf, type Entry, type EntryKind, type Moment, type Void } from './entry'
import { askedOf, type AskedEntry } from './incomingQuestions'
import { fittingSlice, framed } from './fitting'
import { addEntries, allEntries, departmentKey, sliceKey, type Ledger } from './ledger'
import { partEarly } from './recording'
import type { Role } from './role'
import { yearState } from './yearState'

/** One thing as it is here and as it would be. */
export interface Turn<Value> {
  readonly before: Value
  readonly after: Value
}

/** What one project's figures and states are before and after a file is taken, from one day; the lists hold only what changes. */
export interface ProjectChange {
  readonly project: Project
  readonly fresh: number
  readonly spent: Turn<Money | null>
  readonly budget: Turn<Money>
  readonly standing: Turn<ProjectStatus['standing']['kind']>
  readonly lights: readonly ({ readonly indicator: IndicatorStatus['indicator'] } & Turn<
    IndicatorStatus['light']
  >)[]
  readonly rounds: readonly ({ readonly day: Day } & Turn<CheckpointState>)[]
  readonly signed: Turn<boolean>
  /** The other checkpoints of the year at which a figure or a light changes: a total of 6月底 does not show at the end of the year. */
  readonly checkpoints: readonly CheckpointChange[]
}

/** What changes at one checkpoint. */
export interface CheckpointChange {
  readonly day: Day
  readonly spent: Turn<Money | null>
  readonly lights: ProjectChange['lights']
}

/** Where a checkpoint is in its round, and whether it is locked for the department. */
interface CheckpointState {
  readonly state: RoundState
  readonly locked: boolean
}

/** Somebody whose entries a file brings: the name and role as the entries claim them. */
export interface Writer {
  readonly author: string
  readonly roles: readonly Role[]
  readonly count: number
}

/** An arriving void and the entry it names, `null` where that is nowhere; `counts` is false while it is kept aside or waits for its time. */
export interface IncomingVoid {
  readonly entry: Void
  readonly named: Entry | null
  readonly counts: boolean
}

/** An arriving adjustment or decision; `counts` as of a void. */
export interface IncomingDecision {
  readonly entry: Entry
  readonly counts: boolean
}

/** What taking a file would do, before anything is applied (domain.md §6). */
export interface Incoming {
  /** Entries that are not here yet. */
  readonly fresh: readonly Entry[]
  readonly known: number
  /** Ids that are here with other content: history is never changed, so the whole file is refused. */
  readonly differing: readonly string[]
  /** Of the new ones those recorded in the future: taken, and waiting for their time (domain.md §6). */
  readonly early: readonly Entry[]
  /** Who wrote what is new, the most first. */
  readonly writers: readonly Writer[]
  readonly voids: readonly IncomingVoid[]
  /** What is adjusted, decided, closed or opened, in the order it was written. */
  readonly decisions: readonly IncomingDecision[]
  /** Entries that raise a question every door asks. */
  readonly asked: readonly AskedEntry[]
  /** What would be kept aside, of theirs or of ours, of a project, a goal or the whole plan, that is not aside now. */
  readonly aside: readonly Aside[]
  /** Indicators for which different people would stand with different values, targets or splits for one day, and do not now; `null` for the project's schedule. */
  readonly conflicts: readonly {
    readonly status: ProjectStatus
    readonly indicator: IndicatorStatus | null
    readonly conflict: ValueConflict
  }[]
  /** Rival totals that do not conflict now; a day whose rivals only change is one of them. */
  readonly totalConflicts: readonly { readonly status: ProjectStatus; readonly total: TotalConflict }[]
  /** The day the figures are of. */
  readonly asOf: Day
  /** The department's spending (of the projects that reported) and 全年预算数. */
  readonly spent: Turn<Money | null>
  readonly budget: Turn<Money>
  readonly changes: readonly ProjectChange[]
  readonly merged: Ledger
}

const DECISIONS: ReadonlySet<EntryKind> = new Set([
  'budget-adjustment',
  'target-change',
  'measures',
  'submit',
  'return',
  'accept',
  'lock',
  'unlock',
  'sign-off',
  'reopen',
  'settlement',
  'project-manager',
  'scheme',
  'weights',
  'score-adjustment',
  're-evaluation',
])

/** From where a file is looked at: the day of the board's figures, the clock that tells which entries lie in the future, and those from there that are here already and wait. */
export interface IncomingView {
  readonly asOf: Day
  readonly clock: Moment
  readonly waiting: readonly Entry[]
}

/** Compares entries from a file with the ledger here, as they are seen from `view`; `same` says whether two entries of one id say the same. */
export function incoming(
  plan: Plan,
  here: Ledger,
  theirs: readonly Entry[],
  preset: Preset,
  same: (a: Entry, b: Entry) => boolean,
  view: IncomingView,
): Incoming {
  const ours = framed(here, plan)
  const held = new Map([...allEntries(ours), ...view.waiting].map((entry) => [entry.id, entry]))
  const fresh = theirs.filter(({ id }) => !held.has(id))
  const differing = theirs.flatMap((entry) => {
    const own = held.get(entry.id)
    return own && !same(own, entry) ? [entry.id] : []
  })
  const { due, early } = partEarly(fresh, view.clock)
  const merged = addEntries(ours, due).ledger
  const statusIn = (ledger: Ledger, project: Project, asOf = view.asOf) =>
    projectStatus(project, countingSlice(ledger, project.id), { asOf, knownAt: null }, preset)
  const elsewhere = ({ project, after }: { project: Project; after: ProjectStatus }) =>
    after.schedule
      .filter(({ day }) => day !== view.asOf)
      .flatMap(({ day }) =>
        checkpointChange(day, statusIn(ours, project, day), statusIn(merged, project, day)),
      )
  const compared = plan.projects.map((project) => ({
    project,
    before: statusIn(ours, project),
    after: statusIn(merged, project),
  }))
  const aside = [...merged.slices.keys()].flatMap((key) => {
    const already = new Set(keptAside(ours, key).map(({ entry }) => entry.id))
    return keptAside(merged, key).filter(({ entry }) => !already.has(entry.id))
  })
  const idle = new Set([...aside.map(({ entry }) => entry.id), ...early.map(({ id }) => id)])
  const counts = ({ id }: Entry) => !idle.has(id)
  const freshOf = countedBy(fresh, ({ subject }) => sliceKey(subject))
  const everyone = new Map([...held, ...theirs.map((entry) => [entry.id, entry] as const)])
  const sums = (of: 'before' | 'after') => {
    const spent = compared.flatMap((own) => own[of].spent ?? [])
    return {
      spent: spent.length === 0 ? null : sumMoney(spent),
      budget: sumMoney(compared.map((own) => own[of].budget)),
    }
  }
  const [before, after] = [sums('before'), sums('after')]
  return {
    fresh,
    known: theirs.length - fresh.length - differing.length,
    differing,
    early,
    merged,
    asOf: view.asOf,
    writers: writersOf(fresh),
    voids: fresh.flatMap((entry) =>
      entry.kind === 'void' ? { entry, named: everyone.get(entry.entry) ?? null, counts: counts(entry) } : [],
    ),
    decisions: fresh
      .filter(({ kind }) => DECISIONS.has(kind))
      .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
      .map((entry) => ({ entry, counts: counts(entry) })),
    asked: askedOf(plan, ours, merged, fresh, preset),
    aside,
    conflicts: compared.flatMap(({ before: old, after: next }) => {
      const known = new Set(valueConflicts(old).map(({ conflict }) => rivalsKey(conflict)))
      return valueConflicts(next).flatMap((own) =>
        known.has(rivalsKey(own.conflict)) ? [] : { status: next, ...own },
      )
    }),
    totalConflicts: compared.flatMap(({ before: old, after: next }) => {
      const known = new Set(old.totalConflicts.map(conflictKey))
      return next.totalConflicts.flatMap((total) =>
        known.has(conflictKey(total)) ? [] : [{ status: next, total }],
      )
    }),
    spent: { before: before.spent, after: after.spent },
    budget: { before: before.budget, after: after.budget },
    changes: compared.flatMap((own) => {
      const count = freshOf.get(own.project.id) ?? 0
      const touched = count > 0 || freshOf.has(plan.id)
      const checkpoints = touched ? elsewhere(own) : []
      const change = changeOf(own.before, own.after, ours, merged, plan.year, checkpoints)
      return count > 0 || moved(change) ? [{ ...change, fresh: count }] : []
    }),
  }
}

function countedBy(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1)
  return counts
}

function writersOf(fresh: readonly Entry[]): Writer[] {
  const writers = new Map<string, { author: string; roles: Set<Role>; count: number }>()
  for (const entry of fresh) {
    const known = writers.get(writerOf(entry)) ?? { author: entry.author, roles: new Set<Role>(), count: 0 }
    if (entry.role) known.roles.add(entry.role)
    known.count += 1
    writers.set(writerOf(entry), known)
  }
  return [...writers.values()]
    .map((own) => ({ ...own, roles: [...own.roles] }))
    .sort((a, b) => b.count - a.count)
}

function changeOf(
  before: ProjectStatus,
  after: ProjectStatus,
  ours: Ledger,
  merged: Ledger,
  year: number,
  checkpoints: readonly CheckpointChange[],
): Omit<ProjectChange, 'fresh'> {
  const { project } = after
  return {
    checkpoints,
    project,
    spent: { before: before.spent, after: after.spent },
    budget: { before: before.budget, after: after.budget },
    standing: { before: before.standing.kind, after: after.standing.kind },
    lights: lightsTurned(before, after),
    rounds: after.schedule.flatMap(({ day }) => {
      const [old, next] = [stateAt(ours, project.id, day), stateAt(merged, project.id, day)]
      return old.state === next.state && old.locked === next.locked ? [] : [{ day, before: old, after: next }]
    }),
    signed: { before: isSigned(ours, project.id, year), after: isSigned(merged, project.id, year) },
  }
}

function lightsTurned(before: ProjectStatus, after: ProjectStatus): ProjectChange['lights'] {
  return after.indicators.flatMap(({ indicator, light }, index) => {
    const old = before.indicators[index]?.light ?? light
    return old === light ? [] : [{ indicator, before: old, after: light }]
  })
}

function checkpointChange(day: Day, before: ProjectStatus, after: ProjectStatus): CheckpointChange[] {
  const lights = lightsTurned(before, after)
  const spent = { before: before.spent, after: after.spent }
  return lights.length > 0 || turned(spent) ? [{ day, spent, lights }] : []
}

function turned({ before, after }: Turn<Money | null>): boolean {
  return before === null || after === null ? before !== after : !before.eq(after)
}

function stateAt(ledger: Ledger, project: string, day: Day): CheckpointState {
  const { state } = roundIn(ledger, project, day)
  return { state, locked: departmentLock(fittingSlice(ledger, departmentKey(project)), day) !== null }
}

function isSigned(ledger: Ledger, project: string, year: number): boolean {
  const department = departmentKey(project)
  const slices = [fittingSlice(ledger, project), fittingSlice(ledger, department)] as const
  return yearState(project, slices[0], department, slices[1], year).kind !== 'open'
}

function moved(change: Omit<ProjectChange, 'fresh'>): boolean {
  const { spent, budget, standing, lights, rounds, signed, checkpoints } = change
  return (
    turned(spent) ||
    !budget.before.eq(budget.after) ||
    standing.before !== standing.after ||
    lights.length + rounds.length + checkpoints.length > 0 ||
    signed.before !== signed.after
  )
}

function rivalsKey({ rivals }: ValueConflict): string {
  return rivals.map(({ id }) => id).join(' ')
}

function conflictKey({ day, rivals }: TotalConflict): string {
  return [day, ...rivals.map(({ entry }) => entry.id)].join(' ')
}
