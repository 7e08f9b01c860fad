import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useWorld } from './world'

/** Today and about now, moving with the machine's clock: the one timer of the page. A page left open past midnight is about the new day. */
export const useClock = defineStore('clock', () => {
  const { clock } = useWorld()
  const today = ref(clock.today())
  const aboutNow = ref(clock.now())
  const look = (): void => {
    today.value = clock.today()
    aboutNow.value = clock.now()
  }
  clock.ticks(look)
  return {
    today,
    aboutNow,
    /** Looks at the machine's clock now, where something was done by it. */
    look,
  }
})
