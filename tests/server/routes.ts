import type { Hono } from 'hono'
import { inspectRoutes } from 'hono/dev'
import type { Env } from '../../server/http/request'

/** The one answer to any method that is no endpoint: what lies below /api/ and is none. */
const NOTHING_THERE = 'ALL /api/*'

/** The endpoints an application really has, `METHOD /path` each (`ALL` where it answers any method), read from its own table of routes: what a test lists is compared with it, so that no endpoint is forgotten. What only stands before an endpoint is none. */
export function endpointsOf(app: Hono<Env>): string[] {
  const own = inspectRoutes(app).filter(({ isMiddleware }) => !isMiddleware)
  return [...new Set(own.map(({ method, path }) => `${method} ${path}`))]
    .filter((endpoint) => endpoint !== NOTHING_THERE)
    .sort()
}
