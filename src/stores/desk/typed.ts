import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { isDemoPlan } from '@/domain/ledger/demo'
import { useLedger } from '../ledger'
import { useWorld } from '../world'

/**
 * What is typed and not yet entered, by ledger and place: kept in this browser with every letter, until it is entered or dropped.
 * What the browser would not keep, and what is tried in the demonstration, stays in this page; `unkept` says how much would be lost by leaving.
 */
export const useTyped = defineStore('typed', () => {
  const world = useWorld()
  const ledgers = useLedger()
  const here = shallowRef<ReadonlyMap<string, string>>(new Map())

  const keyOf = (place: string, ledger: string) => `jixiao-board.typed|${ledger}|${place}`

  function hold(key: string, text: string | null): void {
    if (text === null && !here.value.has(key)) return
    const next = new Map(here.value)
    if (text === null) next.delete(key)
    else next.set(key, text)
    here.value = next
  }

  return {
    /** What was typed at a place of a ledger, the open one unless another is named. */
    read: (place: string, ledger = ledgers.ledger.plan): string | null => {
      const key = keyOf(place, ledger)
      return here.value.get(key) ?? (isDemoPlan(ledger) ? null : world.setting(key).read())
    },
    write: (place: string, text: string | null, ledger = ledgers.ledger.plan): void => {
      const key = keyOf(place, ledger)
      const kept = !isDemoPlan(ledger) && world.setting(key).write(text)
      hold(key, kept ? null : text)
    },
    unkept: computed(
      () => [...here.value.keys()].filter((key) => !isDemoPlan(key.split('|')[1] ?? '')).length,
    ),
  }
})
