import { computed, ref } from 'vue'

/** Ctrl+Z at a grid: takes the last step back, or is known to have been pressed in vain as long as there is none (steps are of this visit only). */
export function undoing(steps: { readonly canUndo: boolean; undo(): unknown }) {
  const pressed = ref(false)
  return {
    undo: () => {
      pressed.value = !steps.canUndo
      void steps.undo()
    },
    inVain: computed(() => pressed.value && !steps.canUndo),
  }
}
