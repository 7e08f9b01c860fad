import { readError, SERVICE_TIME } from '@/documents/service/answers'
import type { TimedAnswer } from '@/domain/ledger/recording'
import { now } from '../clock'

/** What came of asking the service. `away`: no answer, or one that says to ask again later (`full`: there is no room left to keep anything); `signed-out`: the session has ended, nothing is lost. */
export type Answered =
  | { readonly kind: 'yes'; readonly json: unknown; readonly text: string }
  | { readonly kind: 'no'; readonly status: number; readonly error: string; readonly json: unknown }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'away'; readonly full?: true }

/** The line to the service: asks by method and path below `api/`; every failure is a value. */
export type Line = (method: string, path: string, body?: unknown) => Promise<Answered>

/** How the service was reached last. */
export type Reach = 'well' | 'away' | 'full' | 'signed-out'

const PATIENCE = 30_000

/** The line to the service that this page came from; `timed` hears what its answers tell of its clock. */
export function ownService(timed: (answer: TimedAnswer) => void): Line {
  return async (method, path, body) => {
    try {
      const asked = now()
      const response = await fetch(new URL(`api/${path}`, document.baseURI), {
        method,
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
        ...(method === 'GET' ? {} : { headers: { 'Content-Type': 'application/json' } }),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const told = response.headers.get(SERVICE_TIME)
      if (told !== null) timed({ asked, answered: now(), told })
      return answered(response.status, await response.text())
    } catch {
      return { kind: 'away' }
    }
  }
}

/** What an answer's status and text mean; an answer that is not the service's own is no answer. */
export function answered(status: number, text: string): Answered {
  const json = jsonOf(text)
  if (status < 300) return { kind: 'yes', json, text }
  const error = readError(json)?.kind
  if (error === undefined) return { kind: 'away' }
  if (error === 'signed-out') return { kind: 'signed-out' }
  if (error === 'disk-full') return { kind: 'away', full: true }
  if (error !== 'slowed' && (status >= 500 || status === 429)) return { kind: 'away' }
  return { kind: 'no', status, error, json }
}

/** The JSON of a text; `null` where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
