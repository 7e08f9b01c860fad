import { shallowRef } from 'vue'
import type { Ledger } from '@/domain/ledger/ledger'
import { standingPayments } from '@/domain/payments/knownPayments'
import { plainHeading, type ListRole } from '@/domain/payments/listHeadings'
import { NO_ANSWERS, type ListAnswers } from '@/domain/payments/readPaymentList'
import type { Plan } from '@/domain/plan/plan'
import type { Day } from '@/domain/time/day'
import type { ListOpening, SentContext, ShownList } from '@/workers/paymentSession'
import { useClock } from '../clock'
import { headingMemory, nameMemory } from './listMemory'
import { useLedger } from '../ledger'
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

/** A payment list as it is read beside the page and answered; `left` hears that another begins or none is open any more. Names and headings are remembered. */
export function openedList(left: () => void) {
  const plans = usePlan()
  const ledgers = useLedger()
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
  const memory = () => nameMemory(world.setting, plans.plan?.id ?? '')

  function forget(): void {
    reader.stop()
    list.value = null
    progress.value = null
    trouble.value = null
    answers.value = NO_ANSWERS
    left()
  }

  function fail(name: string, why: NoList): void {
    forget()
    trouble.value = { name, why }
  }

  const context = () => sentContext(plans.plan, ledgers.ledger, clock.today, memory().read())

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

  return {
    list,
    progress,
    trouble,
    answers,
    forget,
    open,
    answer,
    name,
    column,
    stop: () => {
      if (progress.value) fail(progress.value.name, { kind: 'stopped', where: null })
    },
  }
}

function sentContext(
  plan: Plan | null,
  ledger: Ledger,
  today: Day,
  remembered: SentContext['remembered'],
): SentContext {
  return {
    year: plan?.year ?? 0,
    department: { code: plan?.department.code ?? '', name: plan?.department.name ?? '' },
    today,
    projects: (plan?.projects ?? []).map(({ id, code, name, budget }) => ({
      id,
      code,
      name,
      budget: budget.toFixed(),
    })),
    held: standingPayments(ledger).map(({ subject, effectiveOn, amount, voucher, memo }) => ({
      project: subject,
      day: effectiveOn,
      amount: amount.toFixed(),
      voucher,
      memo,
    })),
    remembered,
  }
}
