/** A part is joined with the next one that is not this many times as large. */
const TIMES = 2

/** A set of texts that is never changed: `with` makes another that shares the large parts of this one, so that one more costs little in a set of any size and a thousand cost one part. */
export class SharedSet {
  readonly size: number
  readonly #parts: readonly ReadonlySet<string>[]

  private constructor(parts: readonly ReadonlySet<string>[]) {
    this.#parts = parts
    this.size = parts.reduce((sum, { size }) => sum + size, 0)
  }

  static empty(): SharedSet {
    return new SharedSet([])
  }

  has(text: string): boolean {
    return this.#parts.some((part) => part.has(text))
  }

  /** This set and texts of which it has none yet; they are taken as they are, and must not be changed afterwards. */
  with(fresh: ReadonlySet<string>): SharedSet {
    const parts = [...this.#parts]
    let last = fresh
    for (let before = parts.at(-1); before && before.size < TIMES * last.size; before = parts.at(-1)) {
      parts.pop()
      last = new Set([...before, ...last])
    }
    return new SharedSet([...parts, last])
  }

  *keys(): Generator<string> {
    for (const part of this.#parts) yield* part
  }
}
