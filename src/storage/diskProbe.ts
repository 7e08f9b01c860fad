const PROBE = 'jixiao-board.probe'
/** More than the last free blocks of a full disk hold, in bytes. */
const SIZE = 65_536
const NO_ROOM = new Set(['QuotaExceededError', 'UnknownError'])

/**
 * Whether the browser has no room at all: its share for this site is used up, or a small file put into another of its stores cannot be written either.
 * A full disk is told by Chromium only at the first write that fails; whatever comes after it is called unknown.
 */
export async function noRoom(): Promise<boolean> {
  const { usage = 0, quota = Infinity } =
    (await globalThis.navigator?.storage?.estimate?.().catch(() => null)) ?? {}
  if (usage >= quota) return true
  try {
    const probe = await caches.open(PROBE)
    await probe.put('/probe', new Response('x'.repeat(SIZE)))
    return false
  } catch (error) {
    return error instanceof Error && NO_ROOM.has(error.name)
  } finally {
    await globalThis.caches?.delete(PROBE).catch(() => false)
  }
}
