import { shallowRef, type ShallowRef } from 'vue'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { addEntries, allEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { partEarly } from '@/domain/ledger/recording'
import type { World } from '@/storage/world'

/** The entries of a ledger that are here: those that count, and those from the future that wait for their time (domain.md §6). */
export function heldEntries(plan: string, world: World) {
  const ledger: ShallowRef<Ledger> = shallowRef(emptyLedger(plan))
  const early = shallowRef<readonly Entry[]>([])
  const reached = world.setting('jixiao-board.clock')

  const add = (entries: readonly Entry[]) => {
    ledger.value = addEntries(ledger.value, entries).ledger
  }

  /** The latest this machine's clock has ever said: what was written by then is not in the future, even where the clock has fallen back since. */
  function latestClock(): Moment {
    const [now, before] = [world.clock.now(), reached.read() ?? '']
    if (now > before) reached.write(now)
    return now > before ? now : before
  }

  /** Takes what others wrote, or an earlier visit: what lies in the future waits for its time, the rest joins. */
  function arrive(entries: readonly Entry[]): void {
    const parted = partEarly(entries, latestClock())
    const waiting = [...early.value, ...parted.early].filter(({ id }) => !ledger.value.ids.has(id))
    early.value = [...new Map(waiting.map((entry) => [entry.id, entry])).values()]
    add(parted.due)
  }

  /** A shared service decided otherwise: some entries leave, others stand in their place. */
  function revise(gone: readonly string[], entries: readonly Entry[]): void {
    const left = new Set(gone)
    early.value = early.value.filter(({ id }) => !left.has(id))
    ledger.value = addEntries(
      emptyLedger(plan),
      allEntries(ledger.value).filter(({ id }) => !left.has(id)),
    ).ledger
    add(entries)
  }

  const stopTicking = world.clock.ticks(() => {
    if (early.value.length === 0) return
    const waiting = early.value
    early.value = []
    arrive(waiting)
  })

  return {
    ledger,
    early,
    add,
    arrive,
    revise,
    latestClock,
    ids: (): string[] => [...ledger.value.ids.keys(), ...early.value.map(({ id }) => id)],
    holds: (id: string) => ledger.value.ids.has(id) || early.value.some((entry) => entry.id === id),
    stopTicking,
  }
}
