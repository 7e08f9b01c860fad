import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { money } from '@/domain/number/money'
import { standingPayments } from '@/domain/payments/knownPayments'
import { listEffects, type TakenLine } from '@/domain/payments/listEffect'
import { plainHeading, type ListRole } from '@/domain/payments/listHeadings'
import { paymentBars } from '@/domain/payments/paymentBars'
import { paymentDraft } from '@/domain/payments/paymentDraft'
import { NO_ANSWERS, type ListAnswers } from '@/domain/payments/readPaymentList'
import type { ListOpening, SentContext, ShownList } from '@/workers/paymentSession'
import { useActs, type Done } from '../acts'
import { useBoard } from '../board'
import { useClock } from '../clock'
import { useLedger } from '../ledger'
import { headingMemory, nameMemory } from './listMemory'
import { listReader } from './listReader'
import { usePlan } from '../plan'
import { useWorld } from '../world'

/** Why a list could not be opened. */
type NoList =
  | Extract<ListOpening, { ok: false }>['problem']
  | { readonly kind: 'too-large'; readonly where: null }
  | { readonly kind: 'no-worker'; readonly where: null }
  | { readonly kind: 'stopped'; readonly where: null }

const LARGEST = 64 * 1024 * 1024

/** A payment list from its file to the ledger: read beside the page, shown line by line, answered, taken as one step. What is chosen belongs to the file; names and headings are remembered. */
export const usePayments = defineStore('payments', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const acts = useActs()
  const clock = useClock()
  const world = useWorld()
  const reader = listReader(() => world.startWorker('payments'))
  const headings = headingMemory(world.setting)
  const list = shallowRef<ShownList | null>(null)
  const progress = shallowRef<{ readonly name: string; readonly done: number; readonly of: number } | null>(
    null,
  )
  const trouble = shallowRef<{ readonly name: string; readonly why: NoList } | null>(null)
  const answers = shallowRef<ListAnswers>(NO_ANSWERS)
  const ticks = shallowRef<ReadonlyMap<string, boolean>>(new Map())
  const unused = shallowRef<ReadonlySet<string>>(new Set())
  const result = shallowRef<Done | null>(null)
  const busy = ref(false)
  const memory = () => nameMemory(world.setting, plans.plan?.id ?? '')

  function forget(): void {
    reader.stop()
    list.value = null
    progress.value = null
    trouble.value = null
    result.value = null
    answers.value = NO_ANSWERS
    ticks.value = new Map()
    unused.value = new Set()
  }

  function fail(name: string, why: NoList): void {
    forget()
    trouble.value = { name, why }
  }

  function context(): SentContext {
    return {
      year: plans.plan?.year ?? 0,
      today: clock.today,
      projects: (plans.plan?.projects ?? []).map(({ id, code, name, budget }) => ({
        id,
        code,
        name,
        budget: budget.toFixed(),
      })),
      held: standingPayments(ledgers.ledger).map(({ subject, effectiveOn, amount, voucher, memo }) => ({
        project: subject,
        day: effectiveOn,
        amount: amount.toFixed(),
        voucher,
        memo,
      })),
      remembered: memory().read(),
    }
  }

  async function open(file: File): Promise<void> {
    const { name } = file
    forget()
    if (file.size > LARGEST) return fail(name, { kind: 'too-large', where: null })
    answers.value = { ...NO_ANSWERS, columns: headings.read() }
    progress.value = { name, done: 0, of: 0 }
    reader.start({
      step: (done, of) => (progress.value = { name, done, of }),
      answered: (opening) => {
        progress.value = null
        if (opening.ok) list.value = opening.list
        else fail(name, opening.problem)
      },
      broken: () => fail(name, { kind: 'no-worker', where: null }),
    })
    const mine = reader.current()
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (reader.current() === mine)
      reader.ask({ kind: 'open', bytes, name, context: context(), answers: answers.value }, [bytes.buffer])
  }

  /** Answers a question of the file; it is understood again, and the ticks a person set stay. */
  function answer(change: Partial<ListAnswers>): void {
    answers.value = { ...answers.value, ...change }
    reader.ask({ kind: 'answer', answers: answers.value })
  }

  /** Says which project a name means, for this file and those to come. */
  function name(key: string, project: string | null): void {
    memory().set(key, project)
    const { [key]: _, ...rest } = answers.value.projects
    answer({ projects: project === null ? rest : { ...rest, [key]: project } })
  }

  /** Says what a column holds, remembered by its heading. */
  function column(role: ListRole, index: number | null): void {
    const heading = plainHeading(list.value?.headings[index ?? -1]?.split(' ').at(-1) ?? '')
    const kept = Object.entries(answers.value.columns).filter(([, own]) => own !== role)
    const columns = Object.fromEntries(heading === '' ? kept : [...kept, [heading, role]])
    headings.write(columns)
    answer({ columns })
  }

  /** Every line of the sheets in use, with what bars it now: a closed checkpoint, a signed-off year, another's project. */
  const lines = computed(() => {
    const closed = paymentBars(ledgers.ledger)
    const barOf = (project: string, day: TakenLine['day']) => {
      const may = acts.may('enter', project, day)
      return closed(project, day) ?? (may.kind === 'allowed' ? null : may)
    }
    return (list.value?.lines ?? []).flatMap((line) => {
      if (line.sheet !== null && unused.value.has(line.sheet)) return []
      const bar = line.project === null || line.day === null ? null : barOf(line.project, line.day)
      return { ...line, bar, on: line.tickable && bar === null && (ticks.value.get(line.key) ?? line.ticked) }
    })
  })
  const taken = computed(() =>
    lines.value.flatMap(({ on, project, day, amount, voucher, memo }): TakenLine[] =>
      on && project !== null && day !== null ? [{ project, day, amount: money(amount), voucher, memo }] : [],
    ),
  )

  async function apply(): Promise<boolean> {
    if (busy.value || taken.value.length === 0) return false
    busy.value = true
    const drafts = taken.value.flatMap(
      (line) => paymentDraft({ ...line, project: { id: line.project } }) ?? [],
    )
    const done = await acts.write(drafts).finally(() => (busy.value = false))
    if (done.kind === 'kept' || done.kind === 'waiting') forget()
    result.value = done
    return done.kind === 'kept'
  }

  return {
    list,
    progress,
    trouble,
    answers,
    unused,
    result,
    lines,
    taken,
    effects: computed(() =>
      listEffects(plans.plan?.projects ?? [], ledgers.ledger, taken.value, board.preset, clock.aboutNow),
    ),
    open,
    answer,
    name,
    column,
    tick: (key: string, on: boolean) => (ticks.value = new Map([...ticks.value, [key, on]])),
    use: (sheet: string, on: boolean) => {
      const others = [...unused.value].filter((own) => own !== sheet)
      unused.value = new Set(on ? others : [...others, sheet])
    },
    stop: () => {
      if (progress.value) fail(progress.value.name, { kind: 'stopped', where: null })
    },
    apply,
    forget,
  }
})
