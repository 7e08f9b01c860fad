import { nextTick, onMounted, useTemplateRef, watch, type Ref } from 'vue'

/** Brings the chosen row of the list in template ref `list` into view, with the focus, when the list stands and whenever another is chosen. `find` names the row's selector, `null` where there is none to show, and sees to it that it is listed. */
export function chosenRow(list: string, chosen: () => unknown, find: () => string | null): void {
  const place = useTemplateRef<HTMLElement>(list)
  async function show(): Promise<void> {
    const selector = find()
    if (selector === null) return
    await nextTick()
    const row = place.value?.querySelector<HTMLElement>(selector)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }
  onMounted(show)
  watch(chosen, show)
}

/** The same for a list of entries shown up to `shown` rows: an entry further down lengthens the list. */
export function chosenEntry(
  list: string,
  props: { readonly lines: readonly { readonly id: string }[]; readonly chosen?: string | null },
  shown: Ref<number>,
): void {
  chosenRow(
    list,
    () => props.chosen,
    () => {
      const at = props.lines.findIndex(({ id }) => id === props.chosen)
      if (at === -1) return null
      shown.value = Math.max(shown.value, at + 1)
      return `[data-entry="${props.chosen}"]`
    },
  )
}
