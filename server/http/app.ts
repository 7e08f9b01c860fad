import { Hono } from 'hono'
import { SERVICE_TIME } from '@/documents/service/answers'
import { isAway, isFull } from '../database/retry'
import type { Service } from '../service'
import { adminRoutes } from './adminRoutes'
import { ledgerRoutes } from './ledgerRoutes'
import { pageRoutes, type Pages } from './pages'
import { peopleRoutes } from './peopleRoutes'
import { planRoutes } from './planRoutes'
import { isOwnMachine, Refused, sameSite, withoutNul, type Env } from './request'

/** What every answer says: nothing of it is kept, guessed at, framed or told on. */
const SAFE = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** The whole service as one application: the API below /api/, the pages beside it. */
export function makeApp(service: Service, pages: Pages | null): Hono<Env> {
  const { log, counters } = service
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const started = performance.now()
    await next()
    for (const [name, value] of Object.entries(SAFE)) if (!c.res.headers.has(name)) c.header(name, value)
    if (service.reach.secure) c.header('Strict-Transport-Security', 'max-age=31536000')
    counters.add('requests', String(c.res.status))
    const { method, path } = c.req
    if (path.startsWith('/api/'))
      log('request', { method, path, status: c.res.status, ms: Math.round(performance.now() - started) })
  })
  app.use('/api/*', async (c, next) => {
    if (service.stopping.signal.aborted) throw new Refused(503, { kind: 'stopping' })
    c.header('Cache-Control', 'no-store')
    c.header(SERVICE_TIME, service.clock.now())
    await next()
  })
  app.use('/api/*', withoutNul, sameSite)

  for (const routes of [peopleRoutes, planRoutes, ledgerRoutes, adminRoutes])
    app.route('/api', routes(service))

  app.get('/api/health', async (c) => {
    await service.db.read.selectFrom('setting').select('key').limit(1).execute()
    return c.json({ ok: true })
  })
  app.get('/metrics', (c) => {
    if (!isOwnMachine(c, service)) throw new Refused(403, { kind: 'not-this-machine' })
    const { appender, live } = service
    const gauges = { waiting_steps: appender.waiting(), listeners: live.listeners() }
    return c.text(counters.text(gauges))
  })
  app.all('/api/*', () => {
    throw new Refused(404, { kind: 'unknown-path' })
  })
  if (pages) app.route('/', pageRoutes(pages))

  app.onError((error, c) => {
    if (error instanceof Refused) return c.json({ error: error.error }, error.status)
    if (isFull(error)) {
      log('disk-full', { path: c.req.path, error: String(error) })
      return c.json({ error: { kind: 'disk-full' } }, 507)
    }
    const away = isAway(error)
    log(away ? 'database-away' : 'fault', {
      path: c.req.path,
      error: String(error),
      stack: away ? undefined : error.stack,
    })
    return c.json({ error: { kind: away ? 'unavailable' : 'fault' } }, away ? 503 : 500)
  })
  app.notFound((c) => c.json({ error: { kind: 'unknown-path' } }, 404))
  return app
}
