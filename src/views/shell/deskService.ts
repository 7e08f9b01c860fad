import { computed, type ComputedRef } from 'vue'
import { serviceRefusalText } from '@/format/service/refusalText'
import { useService } from '@/stores/shared/service'
import type { DeskService } from '../entry/entryDesk'

/** What the cells of a grid say of the service; `null` where none serves the page. */
export function deskService(): ComputedRef<DeskService | null> {
  const service = useService()
  return computed(() => {
    if (service.sync === null) return null
    const refused = new Map(
      service.refused
        .filter(({ aside }) => !aside)
        .flatMap(({ refusal, entries }) =>
          entries.map(({ id, subject, effectiveOn }) => [
            `${subject}@${effectiveOn}`,
            { id, why: serviceRefusalText(refusal) },
          ]),
        ),
    )
    return {
      reachOf: service.reachOf,
      refusedAt: (subject, day) => refused.get(`${subject}@${day}`) ?? null,
    }
  })
}
