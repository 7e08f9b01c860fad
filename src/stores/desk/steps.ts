import { defineStore } from 'pinia'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry } from '@/domain/ledger/entry'
import type { Ledger } from '@/domain/ledger/ledger'
import { useActs, type Hand } from '../acts'
import { stepHistory, type From } from './stepHistory'

/** A step of one project that was taken back, or done again, with the ledger before and after. */
export interface Turned {
  readonly project: string
  readonly step: readonly Entry[]
  readonly before: Ledger
  readonly after: Ledger
}

/**
 * The steps of every desk of this visit: one history, of which the grid of a project takes back its project's part and that of all projects the newest of
 * all. Who acts, in which ledger and on which project is bound when a step is asked for; its drafts are worked
 * out one step after another, each on what the one before it has left.
 */
export const useSteps = defineStore('steps', () => {
  const acts = useActs()
  const { of, set, keep, newest, forget } = stepHistory()
  let queue: Promise<unknown> = Promise.resolve()
  let turns = 0
  let joint: number | null = null
  const nextTurn = () => joint ?? (turns += 1)

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
    const turn = nextTurn()
    return (verb, later) =>
      inTurn(async () => {
        const drafts = verb(bound.ledger())
        if (drafts.length === 0) return true
        const result = await bound.write(drafts, (entries) => {
          keep(bound.plan, project, { entries, turn })
          later?.()
        })
        if (result.kind === 'kept') keep(bound.plan, project, { entries: result.entries, turn })
        else set(bound.plan, project, { refused: result.kind === 'waiting' ? null : result })
        return result.kind === 'kept'
      })
  }

  async function turnBack(bound: Hand, project: string, from: From, turn: number): Promise<Turned[]> {
    const { plan } = bound
    const last = of(plan, project)[from].at(-1)
    if (!last) return []
    const before = bound.ledger()
    const result = await bound.undo(last.entries, from === 'done' ? '撤销' : '恢复')
    const refused = result.kind === 'kept' || result.kind === 'waiting' ? null : result
    if (result.kind !== 'kept') {
      set(plan, project, { refused })
      return []
    }
    const { done, undone } = of(plan, project)
    const turned = { entries: result.entries, turn }
    set(plan, project, {
      refused,
      done: from === 'done' ? done.slice(0, -1) : [...done, turned],
      undone: from === 'done' ? [...undone, turned] : undone.slice(0, -1),
    })
    return [{ project, step: last.entries, before, after: bound.ledger() }]
  }

  return {
    of,
    hand,
    newest,
    /** Makes what is asked for within `ask`, before it returns, one step of several projects. */
    together: <T>(ask: () => T): T => {
      joint = turns += 1
      try {
        return ask()
      } finally {
        joint = null
      }
    },
    /** Takes the last step of a project back, or does the last one taken back again. */
    turnBack: (project: string, from: From): Promise<readonly Turned[]> => {
      const [bound, turn] = [acts.hand(), nextTurn()]
      return inTurn(() => turnBack(bound, project, from, turn))
    },
    /** The same of the newest step of the ledger, in every project it is of. */
    turnNewestBack: (from: From): Promise<readonly Turned[]> => {
      const [bound, turn] = [acts.hand(), nextTurn()]
      return inTurn(async () => {
        const turned: Turned[] = []
        for (const project of newest(bound.plan, from))
          turned.push(...(await turnBack(bound, project, from, turn)))
        return turned
      })
    },
    forget,
  }
})
