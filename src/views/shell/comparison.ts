import { computed } from 'vue'
import type { ProjectChange } from '@/domain/status/compare'
import { yearOf } from '@/domain/time/day'
import { comparePhrase, rowChanges } from '@/format/board/compareText'
import type { Phrase } from '@/format/phrase'
import { dayWord, fullDay } from '@/format/words'
import { useBoard } from '@/stores/board'
import { useComparing } from '@/stores/comparing'
import { useViewing } from '@/stores/viewing'

/** The comparison a screen shows: one sentence, and every project's row beside the other day. Loaded when a day to compare with is first asked for. */
export function useComparison() {
  const comparing = useComparing()
  const viewing = useViewing()
  const board = useBoard()
  const phrase = computed<Phrase>(() => {
    const { comparison } = comparing
    const { vs } = viewing.view
    if (comparison) return comparePhrase(comparison, viewing.unit)
    return vs && board.asOf
      ? [
          {
            text:
              yearOf(vs) === yearOf(board.asOf)
                ? `对比日 ${dayWord(vs)}不早于截至日 ${dayWord(board.asOf)}，没有作对比。`
                : `对比日 ${fullDay(vs)}不在 ${yearOf(board.asOf)} 年内，没有作对比。`,
            tone: 'quiet',
          },
        ]
      : []
  })
  const changes = computed(() =>
    comparing.comparison ? rowChanges(comparing.comparison, viewing.unit) : null,
  )
  return {
    day: computed(() => comparing.day),
    phrase,
    changes,
    /** One project on the two days; `null` when nothing is compared. */
    of: (project: string): ProjectChange | null =>
      comparing.comparison?.projects.find(({ now }) => now.project.id === project) ?? null,
  }
}
