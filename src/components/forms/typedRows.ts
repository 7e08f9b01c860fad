import { computed } from 'vue'
import { useTypedForm } from '../typedForm'
import { oneAtATime } from './oneAtATime'

/** Points and words typed into the rows of a sheet: kept at their place, entered together, dropped only when they were taken. `blank` is a row into which nothing was typed. */
export function useTypedRows<Row extends { points: string }>(
  place: () => string,
  ids: () => readonly string[],
  blank: Row,
  enter: (rows: (Row & { row: string })[]) => Promise<boolean>,
) {
  const one = oneAtATime()
  const { form, drop } = useTypedForm<Record<string, Row>>(place, () => ({}))
  const own = (id: string): Row => form[id] ?? blank
  const typed = computed(() =>
    ids().flatMap((id) => (own(id).points.trim() === '' ? [] : { row: id, ...own(id) })),
  )
  return {
    own,
    typed,
    type: (id: string, change: Partial<Row>) => void (form[id] = { ...own(id), ...change }),
    typedText: (event: Event) => (event.target instanceof HTMLInputElement ? event.target.value : ''),
    save: async (): Promise<void> => {
      if (typed.value.length > 0 && (await one(() => enter(typed.value)))) drop()
    },
  }
}
