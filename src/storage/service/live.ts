import { HEAD, readAnswer } from '@/documents/service/answers'
import { jsonOf } from './line'

/** Where a plan's ledger stands in the service. */
export interface Head {
  readonly plan: string
  readonly head: number
  readonly epoch: string
}

/** What is heard of the service while one listens. */
export interface LiveHearer {
  head(head: Head): void
  signedOut(): void
  /** What the account was granted has changed, or may have while nothing was heard. */
  rights(): void
  /** The line is dead: no beat, or the browser gave up. */
  lost(): void
}

/** Listens to plans until told to stop. */
export type Live = (plans: readonly string[], hear: LiveHearer) => () => void

const SILENCE = 35_000
const AGAIN = 10_000

/** Hears where the ledgers stand (`GET /api/live`). The stream is open only while the page is seen: a browser has six connections to a host for all its tabs, and whoever comes back reads anew. */
export const ownLive: Live = (plans, hear) => {
  let source: EventSource | null = null
  let stopped = false
  let silence: ReturnType<typeof setTimeout> | undefined
  const address = new URL('api/live', document.baseURI)
  for (const plan of plans) address.searchParams.append('plan', plan)

  function beat(): void {
    clearTimeout(silence)
    silence = setTimeout(() => {
      shut()
      hear.lost()
      settle()
    }, SILENCE)
  }
  function open(): void {
    const stream = new EventSource(address)
    source = stream
    beat()
    stream.addEventListener('beat', beat)
    stream.addEventListener('head', ({ data }: MessageEvent<string>) => {
      beat()
      const head = readAnswer(HEAD, jsonOf(data))
      if (head) hear.head(head)
    })
    stream.addEventListener('rights', () => hear.rights())
    stream.addEventListener('open', () => hear.rights())
    stream.addEventListener('signed-out', () => {
      shutForNow()
      hear.signedOut()
    })
    stream.addEventListener('error', () => {
      hear.lost()
      if (stream.readyState === EventSource.CLOSED && source === stream) shutForNow()
    })
  }
  function shut(): void {
    clearTimeout(silence)
    source?.close()
    source = null
  }
  function shutForNow(): void {
    shut()
    setTimeout(() => !stopped && settle(), AGAIN)
  }
  /** Open while seen, shut while not; asked again whenever the page is returned to or the line is back. */
  function settle(): void {
    const seen = document.visibilityState === 'visible'
    if (seen && source === null) open()
    if (!seen) shut()
  }
  settle()
  document.addEventListener('visibilitychange', settle)
  addEventListener('online', settle)
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', settle)
    removeEventListener('online', settle)
    shut()
  }
}
