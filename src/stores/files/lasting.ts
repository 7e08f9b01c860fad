import { ref } from 'vue'
import type { Persistence } from '@/storage/persistence'
import type { World } from '@/storage/world'

/** What the browser has promised so far is known from the beginning, so that a private window is warned of before the first figure; lasting storage is asked for once and beside the work: some browsers ask the user, and nothing waits for that answer. */
export function lastingStorage(world: World) {
  const persistence = ref<Persistence | null>(null)
  let asked = false
  function askOnce(): void {
    if (asked) return
    asked = true
    void Promise.resolve()
      .then(() => world.askToPersist())
      .then(
        (answer) => (persistence.value = answer),
        () => (persistence.value = 'unknown'),
      )
  }
  async function look(): Promise<void> {
    const promised = await world.persistence()
    persistence.value ??= promised
  }
  return { persistence, look, askOnce }
}
