import { staysAfter, type Stays } from '@/domain/desk/undone'
import type { Project } from '@/domain/plan/plan'
import type { Preset } from '@/domain/plan/preset'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import type { Turned } from './steps'

/** What 撤销 or 恢复 has done: the projects whose step it was, and the figures of it that are what they were. */
interface TurnedBack {
  readonly projects: readonly Project[]
  readonly stays: readonly Stays[]
}

/** Gives what a step taken back, or done again, has left. */
export function turnedBack(preset: Preset) {
  const plans = usePlan()
  const ledgers = useLedger()
  return async (turning: readonly Turned[] | Promise<readonly Turned[]>): Promise<TurnedBack> => {
    const found = (await turning).flatMap(({ project: id, ...own }) => {
      const of = plans.plan?.projects.find((one) => one.id === id)
      return of ? { of, stays: staysAfter({ preset, today: ledgers.workingDay }, of, own.step, own) } : []
    })
    return { projects: found.map(({ of }) => of), stays: found.flatMap(({ stays }) => stays) }
  }
}
