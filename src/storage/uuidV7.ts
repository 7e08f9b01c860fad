import { now } from './clock'

const COUNTER_LIMIT = 0x1000

/**
 * Makes UUIDs of version 7 (RFC 9562 §5.7): milliseconds, a 12-bit counter (§6.2 method 1), 62 random bits. Each sorts after the one before,
 * also inside a millisecond and when the clock steps back.
 */
export function uuidV7Maker(
  milliseconds: () => number,
  fill: (bytes: Uint8Array<ArrayBuffer>) => void,
): () => string {
  let time = -1
  let counter = 0
  return () => {
    const bytes = new Uint8Array(16)
    fill(bytes)
    const seed = ((bytes[6] ?? 0) & 0x07) * 0x100 + (bytes[7] ?? 0)
    const clock = milliseconds()
    counter = clock > time ? seed : counter + 1
    time = Math.max(time, clock)
    if (counter === COUNTER_LIMIT) {
      time += 1
      counter = seed
    }
    const random = [...bytes.subarray(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80
    const stamp = time.toString(16).padStart(12, '0')
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant.toString(16)}${random.slice(2, 4)}-${random.slice(4)}`
  }
}

/** The id of a new entry, made where it is written (domain.md §6); works on plain http too. */
export const uuidV7 = uuidV7Maker(
  () => Date.parse(now()),
  (bytes) => crypto.getRandomValues(bytes),
)
