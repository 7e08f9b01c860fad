import { clockOffset, type TimedAnswer } from '@/domain/ledger/recording'
import type { Clock, Setting } from '../world'

/** The clock behind a shared service: the machine's, put right by how far the service's answers show it to be off (domain.md §6). What was found is kept, so that it holds without the line too. */
export function serviceClock(machine: Clock, kept: Setting) {
  let offset = Number(kept.read() ?? 0) || 0
  const now = () => new Date(Date.parse(machine.now()) + offset).toISOString()
  const clock: Clock = { ...machine, now, today: () => machine.dayOf(now()) }
  return {
    clock,
    /** Takes note of an answer that told the service's time. */
    measured: (answer: TimedAnswer): void => {
      const found = clockOffset(offset, answer)
      if (found === offset) return
      offset = found
      kept.write(String(found))
    },
  }
}
