/** How many versions beside the one in force are held: tabs still show the one before. */
const HELD_BESIDE = 1

/** The stores that go once a version is in force, of all in the order in which they were made: never its own, which is not the newest where an earlier version or kind of host has come back. */
export function toForget(stores: readonly string[], own: string): string[] {
  return stores.filter((name) => name !== own).slice(0, -HELD_BESIDE)
}
