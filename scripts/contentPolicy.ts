import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const INLINE_SCRIPT =
  /<script(?![^>]*(?: src=|type="(?:application\/json|text\/plain)"))[^>]*>([\s\S]*?)<\/script>/g
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g

/** Where a page's own parts come from: beside it, or all inside the one file. */
export type Delivered = 'beside' | 'inside'

/**
 * What a page may load and run: its own parts and the inline scripts and styles it was built with, by their hashes; nothing from elsewhere.
 * Pictures may also be `data:` and `blob:`, because charts are drawn into files that way.
 * `default-src` is `'self'` beside a host, because Firefox judges by it what a page fetches ahead (`prefetch`, which has no directive of its own); every kind that has one is named.
 */
export function contentPolicy(html: string, delivered: Delivered = 'beside'): string {
  const own = delivered === 'beside' ? ["'self'"] : []
  const list = (words: readonly string[]) => (words.length > 0 ? words.join(' ') : "'none'")
  return [
    `default-src ${list(own)}`,
    ...['object-src', 'frame-src', 'media-src', 'font-src', 'manifest-src'].map((kind) => `${kind} 'none'`),
    `script-src ${list([...own, ...hashes(html, INLINE_SCRIPT)])}`,
    `style-src ${list([...own, ...hashes(html, INLINE_STYLE)])}`,
    `img-src ${list([...own, 'data:', 'blob:'])}`,
    `connect-src ${list(own)}`,
    `worker-src ${delivered === 'beside' ? "'self'" : 'blob:'}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The headers with which every server of ours answers; a page's policy also forbids to be framed, which a page cannot say itself. */
export function safeHeaders(html: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `${contentPolicy(html)}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
}

/** Writes the policy into the built page, and has the preview server answer with it. */
export function contentPolicies(delivered: Delivered = 'beside'): Plugin {
  let page = 'dist/index.html'
  return {
    name: 'content-policies',
    apply: (_, { command, isPreview }) => command === 'build' || isPreview === true,
    configResolved: ({ build: { outDir } }) => void (page = `${outDir}/index.html`),
    transformIndexHtml: { order: 'post', handler: (html) => withPolicy(html, delivered) },
    configurePreviewServer({ middlewares }) {
      const headers = Object.entries(safeHeaders(readFileSync(page, 'utf8')))
      middlewares.use((_request, response, next) => {
        for (const [name, value] of headers) response.setHeader(name, value)
        next()
      })
    },
  }
}

/** The page with its policy as the first thing that it says. */
export function withPolicy(html: string, delivered: Delivered): string {
  const policy = contentPolicy(html, delivered)
  return html.replace(
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  )
}

function hashes(html: string, kind: RegExp): string[] {
  return [...html.matchAll(kind)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
