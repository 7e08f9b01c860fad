import { fittingSlice } from '../ledger/fitting'
import { type Ledger } from '../ledger/ledger'
import type { Moment } from '../ledger/entry'
import { worstFirst } from '../status/worstFirst'
import { nextNeed, type NextNeed } from '../status/outlook'
import { valueConflicts, type ProjectStatus } from '../status/projectStatus'
import type { IndicatorStatus } from '../status/indicatorStatus'
import type { Day } from '../time/day'
import { managerOf } from './manager'
import { rectifications, roundIn, type CheckpointRound, type RectificationCase } from './round'

/** What of a project is to be decided or settled. */
export type MatterKind =
  | { readonly kind: 'spending'; readonly need: NextNeed | null }
  | { readonly kind: 'unreported'; readonly open: number }
  | { readonly kind: 'conflict'; readonly count: number }
  | { readonly kind: 'missed'; readonly count: number; readonly unexplained: number }
  | { readonly kind: 'review'; readonly round: CheckpointRound }
  | { readonly kind: 'rectification'; readonly rectification: RectificationCase }

/** One matter for the meeting: whose it is (`leader`, or a manager by name, `null` where nobody was named) and by when, where a day was set. */
export interface Matter {
  readonly status: ProjectStatus
  readonly about: MatterKind
  readonly owner: 'leader' | { readonly manager: string | null }
  readonly by: Day | null
}

/** The projects that have something to decide, worst first, and every matter in that order (domain.md §4, §6, §8). */
export interface Agenda {
  readonly projects: readonly ProjectStatus[]
  readonly matters: readonly Matter[]
  /** The indicators that miss their target (near, partial and far together, domain.md §5): in a matter of the agenda, or left out because each miss is near and explained. */
  readonly missed: { readonly listed: number; readonly left: number }
}

const LATE: ReadonlySet<string> = new Set(['over-budget', 'severely-behind', 'behind', 'slightly-behind'])

/** Makes the agenda of a meeting as of a day. */
export function agendaOf(
  projects: readonly ProjectStatus[],
  ledger: Ledger,
  asOf: Day,
  knownAt: Moment | null = null,
): Agenda {
  const listed = worstFirst(projects).map((status) => ({
    status,
    matters: mattersOf(status, ledger, asOf, knownAt),
  }))
  const some = listed.filter(({ matters }) => matters.length > 0)
  const matters = some.flatMap(({ matters: own }) => own)
  const listedOnes = matters.reduce((sum, { about }) => sum + (about.kind === 'missed' ? about.count : 0), 0)
  const all = projects.reduce((sum, status) => sum + missedOf(status).length, 0)
  return {
    projects: some.map(({ status }) => status),
    matters,
    missed: { listed: listedOnes, left: all - listedOnes },
  }
}

function missedOf({ indicators }: ProjectStatus): readonly IndicatorStatus[] {
  return indicators.filter(({ attainment }) => attainment.kind === 'missed')
}

function mattersOf(status: ProjectStatus, ledger: Ledger, asOf: Day, knownAt: Moment | null): Matter[] {
  const { project, standing, reason, indicators } = status
  const slice = fittingSlice(ledger, project.id)
  const owner = { manager: reason?.who.trim() || managerOf(project.id, slice, knownAt) }
  const need = nextNeed(status.schedule, status.budget, status.spent, asOf)
  const found: Matter[] = []
  const add = (about: MatterKind, who: Matter['owner'], by: Day | null) =>
    found.push({ status, about, owner: who, by })

  for (const { day, percent } of status.schedule) {
    if (percent === null || day > asOf) continue
    const round = roundIn(ledger, project.id, day, knownAt)
    if (round.state === 'submitted') add({ kind: 'review', round }, 'leader', null)
  }
  const rivals = status.totalConflicts.length + valueConflicts(status).length
  if (rivals > 0) add({ kind: 'conflict', count: rivals }, owner, null)
  if (LATE.has(standing.kind))
    add({ kind: 'spending', need }, owner, reason?.by ?? need?.milestone.day ?? null)
  if (standing.kind === 'unreported') {
    const open = indicators.filter(({ light }) => light === 'unreported').length
    add({ kind: 'unreported', open }, owner, null)
  }
  const missed = missedOf(status)
  const unexplained = missed.filter(({ parts }) => !parts.some(({ entry }) => entry?.deviation)).length
  const grave = missed.some(({ light }) => light === 'partial' || light === 'far')
  if (unexplained > 0 || grave) add({ kind: 'missed', count: missed.length, unexplained }, owner, null)
  for (const rectification of rectifications(slice, knownAt))
    if (rectification.answer === null && rectification.asked.effectiveOn <= asOf)
      add({ kind: 'rectification', rectification }, owner, null)
  return found
}
