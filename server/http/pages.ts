import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Env } from './request'

/** The built application as it is served: its folder, the paths in it, and the policy of its page. */
export interface Pages {
  readonly folder: string
  readonly paths: ReadonlySet<string>
  readonly policy: string
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/

/** Reads which pages a built folder has; the policy is the page's own, and forbids besides to be framed. */
export function pagesIn(folder: string): Pages {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/.'))
  const [, policy] = POLICY.exec(readFileSync(`${folder}/index.html`, 'utf8')) ?? []
  return {
    folder,
    paths: new Set(paths),
    policy: `${policy ?? "default-src 'self'"}; frame-ancestors 'none'`,
  }
}

/** The plan files that are shipped beside the page, by name. */
export function shippedPlans({ folder, paths }: Pages): ReadonlyMap<string, string> {
  const names = [...paths].filter((path) => /^\/data\/[^/]+\.json$/.test(path))
  return new Map(
    names
      .filter((path) => !path.endsWith('/index.json') && !path.endsWith('.demo.json'))
      .map((path) => [path.slice('/data/'.length), readFileSync(`${folder}${path}`, 'utf8')]),
  )
}

/** By this a page knows that a shared service serves it (src/main.ts): it asks nobody, and a static host's page has no such line. */
const SERVED = '<meta name="jixiao-service" content="1" />'

/** Serves the pages: only what was there at the start, by its exact path. */
export function pageRoutes({ folder, paths, policy }: Pages): Hono<Env> {
  const app = new Hono<Env>()
  const parts = [...paths].filter((path) => /^\/assets\/[^/]+\.(?:js|css)$/.test(path)).sort()
  app.get('*', compress(), async (c, next) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path
    if (!paths.has(path)) return next()
    const bytes = await readFile(`${folder}${path}`)
    const body = bodyOf(path, bytes, parts)
    return c.body(body, 200, {
      'Content-Type': TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  return app
}

/** In front of the service worker: another text than a static host's of the same build, so that a browser that was at the address before takes the page of whoever serves it now. */
const WORKER = "var SERVED_BY = 'service';\n"

function bodyOf(path: string, bytes: Buffer, parts: readonly string[]): string | Uint8Array<ArrayBuffer> {
  if (path === '/index.html') return served(bytes.toString(), parts)
  return path === '/sw.js' ? WORKER + bytes.toString() : new Uint8Array(bytes)
}

/**
 * The page with what it knows the service by, and every part of the program to be fetched ahead when the browser has nothing else to do: on plain http there is no service worker to keep
 * them, and a screen that was not opened yet must open when the service does not answer.
 */
function served(html: string, parts: readonly string[]): string {
  const ahead = parts
    .filter((path) => !html.includes(path))
    .map((path) => `<link rel="prefetch" href=".${path}" />`)
  return html.replace('</head>', () => `  ${[SERVED, ...ahead].join('\n    ')}\n  </head>`)
}
