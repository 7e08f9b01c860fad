import { computed, watch, type Ref } from 'vue'
import { checkDraft, type DeskCheck, type TypedCell } from '@/domain/desk/checks'
import { projectDesk, type ProjectDesk } from '@/domain/desk/projectDesk'
import { closedBy } from '@/domain/ledger/closing'
import { isDemoPlan } from '@/domain/ledger/demo'
import { fittingSlice } from '@/domain/ledger/fitting'
import { departmentKey } from '@/domain/ledger/ledger'
import type { Day } from '@/domain/time/day'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useCells } from './cells'
import { useSteps } from './steps'
import { useTyped } from './typed'

/** What the desk shows of the project at a position: its grid, what closes it, what is typed and waiting, what there is to look at. */
export function deskShown(position: Ref<number | null>) {
  const plans = usePlan()
  const ledgers = useLedger()
  const { preset } = useBoard()
  const cells = useCells()
  const steps = useSteps()
  const typing = useTyped()

  const project = computed(() => plans.plan?.projects.find((own) => own.position === position.value) ?? null)
  const laid = computed<ProjectDesk | null>(() =>
    project.value && plans.plan
      ? projectDesk(
          project.value,
          plans.plan.year,
          ledgers.ledger,
          ledgers.workingDay,
          preset,
          ledgers.workingDay,
        )
      : null,
  )
  const yearEnd = computed(() => laid.value?.yearEnd ?? null)
  const grid = computed(() => laid.value?.grid ?? null)
  const statuses = computed(() => laid.value?.statuses ?? [])
  const closing = computed(() => {
    if (!project.value) return null
    const { id } = project.value
    return closedBy(id, fittingSlice(ledgers.ledger, id), fittingSlice(ledgers.ledger, departmentKey(id)))
  })
  const own = computed(() => (project.value ? steps.of(ledgers.ledger.plan, project.value.id) : null))
  const states = computed(() => cells.of(ledgers.ledger.plan, project.value?.id ?? ''))

  watch(
    () =>
      ledgers.opened && project.value
        ? ([ledgers.ledger.plan, project.value.id, typing.taken] as const)
        : null,
    (at, before) => at && at.join() !== before?.join() && cells.restore(at[0], at[1]),
    { immediate: true },
  )
  watch(
    () => ledgers.unsaved.length,
    (waiting) => waiting === 0 && cells.kept(ledgers.ledger.plan),
  )
  watch(
    () => ledgers.ledger.plan,
    (_, before) => isDemoPlan(before) && steps.forget(before),
  )

  /** What there is to look at in the grid as it stands, with what is typed and waiting. */
  const checks = computed<readonly DeskCheck[]>(() => {
    const { value: desk } = laid
    if (!desk) return []
    const typed = [...states.value].flatMap(([key, { text }]): TypedCell[] => {
      const row = desk.grid.rows.find((other) => key.startsWith(`${other.key}@`))
      return row ? [{ row: row.key, day: key.slice(key.lastIndexOf('@') + 1) as Day, text }] : []
    })
    return checkDraft(desk, typed, 'wan')
  })

  return { project, laid, own, grid, statuses, yearEnd, closing, states, checks }
}
