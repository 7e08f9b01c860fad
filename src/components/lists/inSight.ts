import { nextTick, onMounted, useTemplateRef, watch } from 'vue'

const LOW = 0.6

/** Brings what a count opened (template ref `place`) into sight where it would begin low on the screen or outside it, when it stands and whenever something else is opened; what is in sight stays where it is. */
export function inSight(place: string, opened: () => unknown): void {
  const own = useTemplateRef<HTMLElement>(place)
  async function show(): Promise<void> {
    await nextTick()
    const top = own.value?.getBoundingClientRect().top ?? 0
    if (top < 0 || top > innerHeight * LOW) own.value?.scrollIntoView({ block: 'start' })
  }
  onMounted(show)
  watch(opened, show)
}
