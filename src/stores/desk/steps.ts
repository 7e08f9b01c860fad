import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import type { Ledger } from '@/domain/ledger/ledger'
import { useActs, type Done } from '../acts'

/** Why a step was not written. */
export type NotWritten = Exclude<Done, { kind: 'kept' | 'waiting' }>

/** The steps of one project in this visit: those that can be undone, those undone, and why the last one was not written. */
interface Steps {
  readonly done: readonly (readonly Entry[])[]
  readonly undone: readonly (readonly Entry[])[]
  readonly refused: NotWritten | null
}

const NONE: Steps = { done: [], undone: [], refused: null }

/**
 * The steps of every desk of this visit. Who acts, in which ledger and on which project is bound when a step is asked for; its drafts are worked
 * out one step after another, each on what the one before it has left.
 */
export const useSteps = defineStore('steps', () => {
  const acts = useActs()
  const projects = shallowRef<ReadonlyMap<string, Steps>>(new Map())
  let queue: Promise<unknown> = Promise.resolve()

  const of = (ledger: string, project: string) => projects.value.get(`${ledger}|${project}`) ?? NONE
  const set = (ledger: string, project: string, change: Partial<Steps>) => {
    const next = { ...of(ledger, project), ...change }
    projects.value = new Map([...projects.value, [`${ledger}|${project}`, next]])
  }

  /** A kept step can be undone, whether it was kept at once or by 重试. */
  function keep(ledger: string, project: string, entries: readonly Entry[]): void {
    const { done } = of(ledger, project)
    if (!done.includes(entries)) set(ledger, project, { done: [...done, entries], undone: [], refused: null })
  }

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = queue.then(act)
    queue = turn.catch(() => null)
    return turn
  }

  /** Binds who acts, the ledger and the project now; what is returned writes a verb's drafts as one step that can be undone, and resolves to whether it is kept; `later` tells when one that had to wait is. */
  function hand(
    project: string,
  ): (verb: (ledger: Ledger) => readonly Draft[], later?: () => void) => Promise<boolean> {
    const bound = acts.hand()
    return (verb, later) =>
      inTurn(async () => {
        const drafts = verb(bound.ledger())
        if (drafts.length === 0) return true
        const result = await bound.write(drafts, (entries) => {
          keep(bound.plan, project, entries)
          later?.()
        })
        if (result.kind === 'kept') keep(bound.plan, project, result.entries)
        else set(bound.plan, project, { refused: result.kind === 'waiting' ? null : result })
        return result.kind === 'kept'
      })
  }

  function turnBack(project: string, from: 'done' | 'undone'): Promise<void> {
    const bound = acts.hand()
    return inTurn(async () => {
      const steps = of(bound.plan, project)
      const last = steps[from].at(-1)
      if (!last) return
      const result = await bound.undo(last, from === 'done' ? '撤销' : '恢复')
      const refused = result.kind === 'kept' || result.kind === 'waiting' ? null : result
      if (result.kind !== 'kept') return set(bound.plan, project, { refused })
      const rest = of(bound.plan, project)
      set(bound.plan, project, {
        refused,
        done: from === 'done' ? rest.done.slice(0, -1) : [...rest.done, result.entries],
        undone: from === 'done' ? [...rest.undone, result.entries] : rest.undone.slice(0, -1),
      })
    })
  }

  return {
    of,
    hand,
    undo: (project: string) => turnBack(project, 'done'),
    redo: (project: string) => turnBack(project, 'undone'),
    /** Forgets the steps of a ledger that begins anew, as the demonstration does at each visit. */
    forget: (ledger: string) => {
      projects.value = new Map([...projects.value].filter(([key]) => !key.startsWith(`${ledger}|`)))
    },
  }
})
