import {
  ACCOUNTS,
  AUDIT,
  BACKUPS,
  ME,
  PASSWORD_MADE,
  PLANS,
  readAnswer,
  SERVICE,
  SESSIONS,
  type Answer,
  type AnswerShape,
  type Grant,
} from '@/documents/service/answers'
import type { Answered, Line } from './line'

/** What came of asking for something: it, or why not, by the service's own word (`away`: no answer, `signed-out`: the session has ended). */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'not'; readonly why: string; readonly seconds: number | null }

/** What the service is asked about people, plans and itself. */
export type People = ReturnType<typeof people>

export function people(line: Line) {
  async function ask<Shape extends AnswerShape>(
    shape: Shape,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Told<Answer<Shape>>> {
    const answer = await line(method, path, body)
    if (answer.kind === 'no') return { kind: 'not', why: answer.error, seconds: secondsOf(answer.json) }
    if (answer.kind !== 'yes') return { kind: 'not', why: wordOf(answer), seconds: null }
    const value = readAnswer(shape, answer.json)
    return value === null
      ? { kind: 'not', why: 'away', seconds: null }
      : { kind: 'told', value: value as Answer<Shape> }
  }
  async function act(method: string, path: string, body?: unknown): Promise<Told<null>> {
    const answer = await line(method, path, body)
    if (answer.kind === 'yes') return { kind: 'told', value: null }
    return answer.kind === 'no'
      ? { kind: 'not', why: answer.error, seconds: secondsOf(answer.json) }
      : { kind: 'not', why: wordOf(answer), seconds: null }
  }

  return {
    service: () => ask(SERVICE, 'GET', 'service'),
    me: () => ask(ME, 'GET', 'me'),
    signIn: (login: string, password: string) => act('POST', 'session', { login, password }),
    signOut: () => act('DELETE', 'session'),
    changePassword: (old: string, next: string) => act('POST', 'password', { old, new: next }),
    firstAdministrator: (first: {
      readonly code: string
      readonly name: string
      readonly login: string
      readonly password: string
    }) => act('POST', 'first-administrator', first),
    sessions: () => ask(SESSIONS, 'GET', 'sessions'),
    endSession: (id: string) => act('DELETE', `sessions/${encodeURIComponent(id)}`),
    accounts: () => ask(ACCOUNTS, 'GET', 'accounts'),
    makeAccount: (made: {
      readonly name: string
      readonly login: string
      readonly grants: readonly Grant[]
    }) => ask(PASSWORD_MADE, 'POST', 'accounts', made),
    changeAccount: (
      id: string,
      change: {
        readonly grants?: readonly Grant[]
        readonly disabled?: boolean
        readonly newPassword?: true
      },
    ) => ask(PASSWORD_MADE, 'PATCH', `accounts/${encodeURIComponent(id)}`, change),
    endSessions: (id: string) => act('DELETE', `accounts/${encodeURIComponent(id)}/sessions`),
    audit: () => ask(AUDIT, 'GET', 'audit?limit=200'),
    plans: () => ask(PLANS, 'GET', 'plans'),
    backups: () => ask(BACKUPS, 'GET', 'backups'),
    backUp: () => act('POST', 'backups', {}),
    healthy: () => act('GET', 'health'),
  }
}

function wordOf(answer: Extract<Answered, { kind: 'away' | 'signed-out' }>): string {
  return answer.kind === 'away' && answer.full ? 'disk-full' : answer.kind
}

function secondsOf(json: unknown): number | null {
  const error = (json as { error?: { seconds?: unknown } } | null)?.error
  return typeof error?.seconds === 'number' ? error.seconds : null
}
