import { shallowRef } from 'vue'
import type { Entry } from '@/domain/ledger/entry'
import type { Done } from '../acts'

/** Why a step was not written. */
type NotWritten = Exclude<Done, { kind: 'kept' | 'waiting' }>

/** A step of one project; steps of several projects asked for together bear the same turn, and a later one a higher. */
interface Step {
  readonly entries: readonly Entry[]
  readonly turn: number
}

/** The steps of one project in this visit: those that can be undone, those undone, and why the last one was not written. */
interface Steps {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
  readonly refused: NotWritten | null
}

/** The steps that can be undone, or those undone. */
export type From = 'done' | 'undone'

const NONE: Steps = { done: [], undone: [], refused: null }

/** What has been done in each project of each ledger of a visit, as one history: steps bear turns that only grow. */
export function stepHistory() {
  const projects = shallowRef<ReadonlyMap<string, Steps>>(new Map())
  const begun = new Map<string, number>()

  const of = (ledger: string, project: string) => projects.value.get(`${ledger}|${project}`) ?? NONE
  const set = (ledger: string, project: string, change: Partial<Steps>) => {
    const next = { ...of(ledger, project), ...change }
    projects.value = new Map([...projects.value, [`${ledger}|${project}`, next]])
  }

  return {
    of,
    set,
    /** A kept step can be undone, whether it was kept at once or by 重试. */
    keep: (ledger: string, project: string, step: Step) => {
      const { done } = of(ledger, project)
      if (done.some(({ entries }) => entries === step.entries)) return
      begun.set(ledger, Math.max(begun.get(ledger) ?? 0, step.turn))
      set(ledger, project, { done: [...done, step], undone: [], refused: null })
    },
    /** The projects whose last step, done or undone, is the newest of a ledger; an undone one only while nothing new has been done since. */
    newest: (ledger: string, from: From): string[] => {
      const last = [...projects.value].flatMap(([key, steps]) => {
        const [of, project = ''] = key.split('|')
        const turn = steps[from].at(-1)?.turn
        return of === ledger && turn !== undefined ? [{ project, turn }] : []
      })
      const turn = Math.max(...last.map((own) => own.turn))
      if (from === 'undone' && turn < (begun.get(ledger) ?? 0)) return []
      return last.flatMap((own) => (own.turn === turn ? own.project : []))
    },
    /** Forgets the steps of a ledger that begins anew, as the demonstration does at each visit. */
    forget: (ledger: string) => {
      projects.value = new Map([...projects.value].filter(([key]) => !key.startsWith(`${ledger}|`)))
    },
  }
}
