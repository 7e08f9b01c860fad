import { compareRecording, type Moment } from './entry'
import { knownSlice, voidedIds, type Slice, type StandingSlice } from './ledger'
import { namedIn } from './naming'

const remembered = new WeakMap<Slice, Map<Moment | null, StandingSlice>>()

/** The entries of a slice that were known at a moment, are sound by what they name, and are not voided, in the order in which they were written; a slice is frozen, so the answer is kept with it. */
export function standingEntries(slice: Slice, knownAt: Moment | null): StandingSlice {
  const kept = remembered.get(slice)
  const known = kept?.get(knownAt)
  if (known) return known
  const { sound } = namedIn(knownSlice(slice, knownAt))
  const voided = voidedIds(sound, null)
  const standing = sound.filter(({ id }) => !voided.has(id)).sort(compareRecording)
  if (Object.isFrozen(slice)) remembered.set(slice, new Map(kept).set(knownAt, standing))
  return standing
}
