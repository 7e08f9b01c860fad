import type { Hono } from 'hono'
import type { Env } from '../../server/http/request'

/** The endpoints an application really has, `METHOD /path` each, read from its own table of routes: what a test lists is compared with it, so that no endpoint is forgotten. */
export function endpointsOf(app: Hono<Env>): string[] {
  const own = app.routes.filter(({ method }) => method !== 'ALL')
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))].sort()
}
