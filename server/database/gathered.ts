interface Asked<Value> {
  readonly key: string
  readonly resolve: (value: Value | null) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reads by key, many at once: what is asked while a reading runs waits for it and is read by the next, together. Whoever asks is answered from a reading that began after he asked,
 * so nothing is remembered and nothing is older than the question; `null` for what is not there.
 */
export function gathered<Value>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  let asked: Asked<Value>[] = []
  let running = false

  async function run(): Promise<void> {
    while (asked.length > 0) {
      const now = asked
      asked = []
      try {
        const found = await read([...new Set(now.map(({ key }) => key))])
        for (const { key, resolve } of now) resolve(found.get(key) ?? null)
      } catch (error) {
        for (const { reject } of now) reject(error)
      }
    }
    running = false
  }

  return (key) =>
    new Promise((resolve, reject) => {
      asked.push({ key, resolve, reject })
      if (running) return
      running = true
      setImmediate(() => void run())
    })
}
