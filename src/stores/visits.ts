import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Moment } from '@/domain/ledger/entry'
import { useAuthor } from './author'
import { useWorld } from './world'

/** When this reader last looked at a plan on this machine: read once a visit, then set to now; a clock that has fallen behind moves it nowhere. */
export const useVisits = defineStore('visits', () => {
  const world = useWorld()
  const author = useAuthor()
  const known = ref<ReadonlyMap<string, Moment | null>>(new Map())

  return {
    /** The moment of the visit before this one; `null` on a first visit. */
    lastOf: (plan: string): Moment | null => {
      const key = `jixiao-board.visit.${plan}.${author.actor.name}`
      const before = known.value.get(key)
      if (before !== undefined) return before
      const setting = world.setting(key)
      const last = setting.read()
      const now = world.clock.now()
      if (last === null || now > last) setting.write(now)
      known.value = new Map([...known.value, [key, last]])
      return last
    },
  }
})
