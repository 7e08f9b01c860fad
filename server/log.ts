/** Writes one line of what happened: an event and its cells, never a secret, a body or a query. */
export type Log = (event: string, cells?: Readonly<Record<string, unknown>>) => void

/** A log of JSON lines, each with its moment. */
export function lineLog(write: (line: string) => void, now: () => string): Log {
  return (event, cells = {}) => write(`${JSON.stringify({ at: now(), event, ...cells })}\n`)
}
