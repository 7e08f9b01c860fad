import { computed, shallowRef } from 'vue'
import { undoing } from '@/components/forms/undoing'
import { NOTHING_TO_UNDO, turnedText, type TurnedBack } from './entryDesk'

/** 撤销 and 恢复 at a grid, and what came of the last one in words, as long as nothing else has happened to what `standing` gives. */
export function turning(
  steps: {
    readonly canUndo: boolean
    readonly undo: () => Promise<TurnedBack>
    readonly redo: () => Promise<TurnedBack>
  },
  standing: () => unknown,
) {
  const said = shallowRef<{ readonly text: string; readonly on: unknown } | null>(null)

  async function tell(word: string, act: () => Promise<TurnedBack>): Promise<void> {
    const text = turnedText(word, await act())
    said.value = { text, on: standing() }
  }

  const { undo, inVain } = undoing({
    get canUndo() {
      return steps.canUndo
    },
    undo: () => tell('已撤销一步', steps.undo),
  })
  return {
    undo,
    redo: () => tell('已恢复一步', steps.redo),
    turned: computed(() => {
      if (inVain.value) return NOTHING_TO_UNDO
      const { value: last } = said
      return last?.on === standing() ? (last?.text ?? '') : ''
    }),
  }
}
