import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { money } from '@/domain/number/money'
import { listEffects, type TakenLine } from '@/domain/payments/listEffect'
import { paymentBars } from '@/domain/payments/paymentBars'
import { paymentDraft } from '@/domain/payments/paymentDraft'
import { useActs, type Done } from '../acts'
import { useClock } from '../clock'
import { useLedger } from '../ledger'
import { openedList } from './openedList'
import { usePlan } from '../plan'

/** A payment list from its file to the ledger: read beside the page, shown line by line, answered, taken as one step. What is chosen belongs to the file; names and headings are remembered. */
export const usePayments = defineStore('payments', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const acts = useActs()
  const clock = useClock()
  const ticks = shallowRef<ReadonlyMap<string, boolean>>(new Map())
  const unused = shallowRef<ReadonlySet<string>>(new Set())
  const result = shallowRef<Done | null>(null)
  const busy = ref(false)
  const opened = openedList(() => {
    result.value = null
    ticks.value = new Map()
    unused.value = new Set()
  })

  /** Every line of the sheets in use, with what bars it now: a closed checkpoint, a signed-off year, another's project. */
  const lines = computed(() => {
    const closed = paymentBars(ledgers.ledger)
    const barOf = (project: string, day: TakenLine['day']) => {
      const may = acts.may('enter', project, day)
      return closed(project, day) ?? (may.kind === 'allowed' ? null : may)
    }
    return (opened.list.value?.lines ?? []).flatMap((line) => {
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
    if (done.kind === 'kept' || done.kind === 'waiting') opened.forget()
    result.value = done
    return done.kind === 'kept'
  }

  return {
    ...opened,
    unused,
    result,
    lines,
    taken,
    effects: computed(() =>
      listEffects(plans.plan?.projects ?? [], ledgers.ledger, taken.value, clock.aboutNow),
    ),
    tick: (key: string, on: boolean) => (ticks.value = new Map([...ticks.value, [key, on]])),
    use: (sheet: string, on: boolean) => {
      const { list, answers, answer } = opened
      if (list.value?.hidden.includes(sheet)) {
        const others = answers.value.hidden.filter((own) => own !== sheet)
        return answer({ hidden: on ? [...others, sheet] : others })
      }
      const others = [...unused.value].filter((own) => own !== sheet)
      unused.value = new Set(on ? others : [...others, sheet])
    },
    /** Ticks all lines that one kind of question alone keeps from being taken, or none of them. */
    tickAsked: (question: string, on: boolean) => {
      const keys = lines.value.flatMap((own) => (own.question === question ? own.key : []))
      ticks.value = new Map([...ticks.value, ...keys.map((key) => [key, on] as const)])
    },
    apply,
  }
})
