import { isIP } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import * as v from 'valibot'
import { readJsonText } from '@/documents/jsonText'
import { grantsFor, isAdministrator } from '../people/accounts'
import { signedInBy, type Caller, type SignedIn } from '../people/sessions'
import type { Service } from '../service'

/** What a request carries through the service. */
export interface Env {
  Bindings: HttpBindings
  Variables: { signedIn: SignedIn }
}

/** A request of this service. */
export type Ask = Context<Env>

/** An answer that is no: a status and what is wrong, by kind. */
export class Refused extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503,
    readonly error: { readonly kind: string; readonly [cell: string]: unknown },
  ) {
    super(error.kind)
  }
}

/** The cookie of a session; behind TLS a browser takes it from this host only. */
export function cookieName({ reach }: Service): string {
  return reach.secure ? '__Host-jixiao' : 'jixiao'
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return /^(?:127\.|::1$|::ffff:127\.)/.test(address)
}

/** No address is longer; what a proxy writes may be anything. */
const LONGEST_ADDRESS = 45

/** An address as it is compared and kept: of IPv4 also where the socket speaks IPv6; `null` where a text is none. */
export function addressOf(text: string): string | null {
  const plain = text.replace(/^::ffff:(?=\d+\.)/i, '')
  return plain.length <= LONGEST_ADDRESS && isIP(plain) !== 0 ? plain : null
}

/** Who asks, from where: the socket's address, or what the proxy in front wrote last. Only the proxy is believed: this machine, or the address it was said to have. */
export function callerOf(c: Ask, { reach }: Service): Caller {
  const socket = addressOf(c.env.incoming.socket.remoteAddress ?? '') ?? ''
  const isProxy = reach.behindProxy && (isLoopback(socket) || socket === reach.proxy)
  const told = isProxy ? addressOf(c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '') : null
  return { address: told ?? socket, agent: c.req.header('user-agent') ?? '' }
}

/** Asks from this machine itself, not through a proxy on it. */
export function isOwnMachine(c: Ask, service: Service): boolean {
  return isLoopback(callerOf(c, service).address) && c.req.header('x-forwarded-for') === undefined
}

/** Lets only who is signed in pass. */
export function signedIn(service: Service): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = getCookie(c, cookieName(service))
    const found = token ? await signedInBy(service.db, service.sessionOf, token, service.clock.now()) : null
    if (!found) throw new Refused(401, { kind: 'signed-out' })
    c.set('signedIn', found)
    await next()
  }
}

/** Lets only administrators of the service pass. */
export const administrator: MiddlewareHandler<Env> = async (c, next) => {
  if (!isAdministrator(c.get('signedIn').account)) throw new Refused(403, { kind: 'not-administrator' })
  await next()
}

/** Lets only those pass who were granted something for the plan in the path; to others it is as if it were not there. */
export const seesPlan: MiddlewareHandler<Env> = async (c, next) => {
  if (grantsFor(c.get('signedIn').account, c.req.param('plan') ?? '').length === 0)
    throw new Refused(404, { kind: 'unknown-plan' })
  await next()
}

/** Refuses bodies above a size. */
export function atMost(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refused(413, { kind: 'too-large', limit: maxSize })
    },
  })
}

/**
 * Refuses writing from another site: a browser says where a request comes from (Sec-Fetch-Site, Origin); what says neither is no browser and must send JSON, which no form of
 * another site can.
 */
export const sameSite: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const own = origin === undefined || hostOf(origin) === c.req.header('host')
    if ((site !== undefined && site !== 'same-origin') || !own) throw new Refused(403, { kind: 'other-site' })
    if (
      c.req.method !== 'DELETE' &&
      c.req.header('content-type')?.split(';')[0]?.trim() !== 'application/json'
    )
      throw new Refused(415, { kind: 'not-json' })
  }
  await next()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Refuses addresses with a NUL in them: no database keeps it, and nothing is called so. */
export const withoutNul: MiddlewareHandler<Env> = async (c, next) => {
  if (/%00|\0/.test(c.req.url)) throw new Refused(400, { kind: 'wrong-shape', at: ['path'] })
  await next()
}

const ILL = /[\0\p{Surrogate}]/u

/** Whether a text somewhere in a value is no text: with a NUL, or half of a character (a lone surrogate), which no database keeps. */
export function isIllFormed(value: unknown): boolean {
  if (typeof value === 'string') return ILL.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(isIllFormed)
}

/** The JSON of a body, of a shape; keys written twice, deep nesting and ill-formed texts are no JSON of ours. */
export async function bodyOf<Shape extends v.GenericSchema>(
  c: Ask,
  shape: Shape,
): Promise<v.InferOutput<Shape>> {
  const json = readJsonText(await c.req.text())
  if (json.kind === 'fault' || json.repeated.length > 0 || isIllFormed(json.value))
    throw new Refused(400, { kind: 'not-json' })
  if (Array.isArray(json.value)) throw new Refused(400, { kind: 'wrong-shape', at: [''] })
  const read = v.safeParse(shape, json.value)
  if (!read.success) {
    const at = read.issues.map(({ path }) => (path ?? []).map(({ key }) => String(key)).join('.'))
    throw new Refused(400, { kind: 'wrong-shape', at: [...new Set(at)].slice(0, 20) })
  }
  return read.output
}

/** A whole number of the query, within bounds; `otherwise` where it is not written. */
export function numberOf(c: Ask, name: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number {
  const text = c.req.query(name)
  if (text === undefined) return otherwise
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value)) throw new Refused(400, { kind: 'wrong-shape', at: [name] })
  return Math.min(value, most)
}
