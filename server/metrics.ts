/** Counts what happened since the start, by name and one label. */
export interface Counters {
  add(name: string, label?: string, by?: number): void
  /** In the text format that Prometheus reads. */
  text(gauges: Readonly<Record<string, number>>): string
}

/** Counters that begin at nothing. */
export function counters(): Counters {
  const counts = new Map<string, number>()
  return {
    add: (name, label = '', by = 1) => {
      const key = label === '' ? `jixiao_${name}_total` : `jixiao_${name}_total{kind="${label}"}`
      counts.set(key, (counts.get(key) ?? 0) + by)
    },
    text: (gauges) =>
      [
        ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key} ${value}`),
        ...Object.entries(gauges).map(([key, value]) => `jixiao_${key} ${value}`),
        '',
      ].join('\n'),
  }
}
