import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AmountUnit } from '@/domain/desk/amountCell'
import type { CellValue } from '@/domain/desk/entryGrid'
import { acrossGrid } from '@/domain/desk/acrossGrid'
import { projectDesk, type ProjectDesk } from '@/domain/desk/projectDesk'
import { voiding, type CellPlace, type PlacedValue } from '@/domain/desk/verbs'
import { countingSlice } from '@/domain/ledger/aside'
import { fittingSlice } from '@/domain/ledger/fitting'
import { departmentKey, type Slice } from '@/domain/ledger/ledger'
import type { Project } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import { useAuthor } from '../author'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useRound } from '../round'
import { useCells } from './cells'
import { useDesk } from './desk'
import { useSteps } from './steps'

/** A desk with what it was laid out from. */
interface Laid {
  readonly counting: Slice
  readonly department: Slice
  readonly today: Day | null
  readonly desk: ProjectDesk
}

/** How many projects stand in one grid; more are turned to page by page. */
export const GRID_PAGE = 100

/** All projects of one checkpoint at the desk, one's own first: the same verbs as at the desk of one project, with one 撤销 over all of them. */
export const useAcross = defineStore('across', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const author = useAuthor()
  const round = useRound()
  const cells = useCells()
  const desk = useDesk()
  const steps = useSteps()
  const [day, page] = [ref<Day | null>(null), ref(0)]
  const done = shallowRef<readonly (readonly string[])[]>([])
  const undone = shallowRef<readonly (readonly string[])[]>([])
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

  /** Does something with some projects and notes which of them have a step to undo now. */
  async function noting(ids: readonly string[], act: () => Promise<unknown>): Promise<void> {
    const { plan } = ledgers.ledger
    const count = (id: string) => steps.of(plan, id).done.length
    const before = new Map(ids.map((id) => [id, count(id)]))
    await act()
    const moved = ids.filter((id) => count(id) > (before.get(id) ?? 0))
    if (moved.length === 0) return
    done.value = [...done.value, moved]
    undone.value = []
  }

  async function turnBack(from: typeof done, to: typeof done, turn: (id: string) => Promise<unknown>) {
    const last = from.value.at(-1)
    if (!last) return
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, last]
    for (const id of last) await turn(id)
  }

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
      for (const { id } of plans.plan?.projects ?? []) cells.restore(ledgers.ledger.plan, id)
    },
    refused: computed(() =>
      (grid.value?.rows ?? []).flatMap(({ project }) => {
        const { refused } = steps.of(ledgers.ledger.plan, project.id)
        return refused ? [{ project, refused }] : []
      }),
    ),
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    enter: (place: CellPlace, text: string, unit: AmountUnit) =>
      noting([place.project.id], () => desk.enter(place, text, unit)),
    put: (place: CellPlace, value: CellValue, text: string) =>
      noting([place.project.id], () => desk.put(place, value, text)),
    /** Applies pasted values, one step a project, one 撤销 for all of them. */
    paste: (values: readonly PlacedValue[]) => {
      const ids = [...new Set(values.map(({ place }) => place.project.id))]
      return noting(ids, async () => {
        for (const id of ids) await desk.paste(values.filter(({ place }) => place.project.id === id))
      })
    },
    /** Voids entries of several projects with one reason; resolves to whether all are kept. */
    voidEntries: async (named: readonly { project: string; id: string }[], reason: string) => {
      const ids = [...new Set(named.map(({ project }) => project))]
      let kept = true
      await noting(ids, async () => {
        for (const project of ids) {
          const own = named.filter((entry) => entry.project === project)
          const hand = steps.hand(project)
          kept =
            (await hand((ledger) => own.flatMap(({ id }) => voiding(ledger, project, id, reason)))) && kept
        }
      })
      return kept
    },
    undo: () => turnBack(done, undone, steps.undo),
    redo: () => turnBack(undone, done, steps.redo),
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
