import { computed, shallowRef } from 'vue'

/** Which form of a screen was tried last, and how often in a row it was refused: a refusal is said beside that form. `trouble` is what the screen knows of the last act. */
export function useTries(trouble: () => string) {
  const last = shallowRef({ where: '', times: 0 })
  const said = computed(trouble)
  return {
    tryAt: async (where: string, act: () => Promise<boolean>): Promise<boolean> => {
      const done = await act()
      const again = last.value.where === where ? last.value.times : 0
      last.value = done ? { where: '', times: 0 } : { where, times: again + 1 }
      return done
    },
    refusedAt: (where: string): { readonly text: string; readonly times: number } =>
      last.value.where === where ? { text: said.value, times: last.value.times } : { text: '', times: 0 },
    forgetTries: () => (last.value = { where: '', times: 0 }),
  }
}
