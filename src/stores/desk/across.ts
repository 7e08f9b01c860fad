import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { acrossGrid } from '@/domain/desk/acrossGrid'
import { projectDesk, type ProjectDesk } from '@/domain/desk/projectDesk'
import { voiding, type PlacedValue } from '@/domain/desk/verbs'
import { countingSlice } from '@/domain/ledger/aside'
import { fittingSlice } from '@/domain/ledger/fitting'
import { departmentKey, type Slice } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { useActs } from '../acts'
import { useAuthor } from '../author'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useRound } from '../round'
import { useCells } from './cells'
import { useDesk } from './desk'
import { useSteps } from './steps'
import { useTyped } from './typed'

/** A desk with what it was laid out from. */
interface Laid {
  readonly counting: Slice
  readonly department: Slice
  readonly today: Day | null
  readonly desk: ProjectDesk
}

/** How many projects stand in one grid; more are turned to page by page. */
export const GRID_PAGE = 100

/** All projects of one checkpoint at the desk, one's own first: the same verbs as at the desk of one project, with the same history: 撤销 takes the newest step back, whichever grid it was made in. */
export const useAcross = defineStore('across', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const acts = useActs()
  const board = useBoard()
  const author = useAuthor()
  const round = useRound()
  const cells = useCells()
  const desk = useDesk()
  const steps = useSteps()
  const typed = useTyped()
  const [day, page] = [ref<Day | null>(null), ref(0)]
  const deskOf = rememberedDesks()

  const projects = computed(() => {
    const own = (project: Project) => round.managerOf(project.id) === author.actor.name
    const all = plans.plan?.projects ?? []
    return [...all.filter(own), ...all.filter((project) => !own(project))]
  })
  const grid = computed(() => {
    const { value: at } = day
    const { plan } = plans
    if (!plan || at === null) return null
    return acrossGrid(
      projects.value
        .slice(page.value * GRID_PAGE, (page.value + 1) * GRID_PAGE)
        .map((project) => deskOf(project, plan.year, ledgers.ledger, ledgers.workingDay, board.preset)),
      at,
    )
  })

  function restore(): void {
    for (const { id } of plans.plan?.projects ?? []) cells.restore(ledgers.ledger.plan, id)
  }
  watch(() => typed.taken, restore)

  return {
    day,
    grid,
    page,
    projects,
    states: (project: string) => cells.of(ledgers.ledger.plan, project),
    /** Goes to a checkpoint; what was typed there and left is shown again. */
    open: (to: Day) => {
      day.value = to
      page.value = 0
      restore()
    },
    refused: computed(() =>
      (grid.value?.rows ?? []).flatMap(({ project }) => {
        const refused = acts.stillRefused(steps.of(ledgers.ledger.plan, project.id).refused, project.id)
        return refused ? [{ project, refused }] : []
      }),
    ),
    canUndo: computed(() => steps.newest(ledgers.ledger.plan, 'done').length > 0),
    canRedo: computed(() => steps.newest(ledgers.ledger.plan, 'undone').length > 0),
    enter: desk.enter,
    put: desk.put,
    /** Applies pasted values, one step with one 撤销 for all projects. */
    paste: async (values: readonly PlacedValue[]) => {
      const ids = [...new Set(values.map(({ place }) => place.project.id))]
      await Promise.all(
        steps.together(() =>
          ids.map((id) => desk.paste(values.filter(({ place }) => place.project.id === id))),
        ),
      )
    },
    /** Voids entries of several projects with one reason; resolves to whether all are kept. */
    voidEntries: async (named: readonly { project: string; id: string }[], reason: string) => {
      const ids = [...new Set(named.map(({ project }) => project))]
      const kept = await Promise.all(
        steps.together(() =>
          ids.map((project) =>
            steps.hand(project)((ledger) =>
              named.flatMap((own) =>
                own.project === project ? voiding(ledger, project, own.id, reason) : [],
              ),
            ),
          ),
        ),
      )
      return kept.every(Boolean)
    },
    /** Resolves to what it left. */
    undo: () => desk.turned(steps.turnNewestBack('done')),
    redo: () => desk.turned(steps.turnNewestBack('undone')),
  }
})

/** Lays out desks, each anew only when something of its project, its department or the day has changed. */
function rememberedDesks(): typeof projectDesk {
  const laid = new Map<string, Laid>()
  return (project, year, ledger, today, preset) => {
    const counting = countingSlice(ledger, project.id)
    const department = fittingSlice(ledger, departmentKey(project.id))
    const known = laid.get(project.id)
    if (known?.counting === counting && known.department === department && known.today === today)
      return known.desk
    const desk = projectDesk(project, year, ledger, today, preset)
    laid.set(project.id, { counting, department, today, desk })
    return desk
  }
}
