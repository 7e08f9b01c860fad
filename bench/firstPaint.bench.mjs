import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from '../scripts/root.mjs'

const LIMIT = { js: 100, css: 15 }
const KILO = 1000
const LINKED = { js: /<script[^>]+src="\.\/([^"]+\.js)"/g, css: /<link[^>]+href="\.\/([^"]+\.css)"/g }

/** What a first visit to 总览 loads before its figures are painted: what the page itself links, which holds the screen and no chart; gzip KB against the limits. */
export default async function firstPaint() {
  await build({ root, logLevel: 'error' })
  const page = readFileSync(`${root}/dist/index.html`, 'utf8')
  const texts = Object.fromEntries(
    Object.entries(LINKED).map(([kind, links]) => [
      kind,
      [...page.matchAll(links)].map(([, file]) => readFileSync(`${root}/dist/${file}`)),
    ]),
  )
  const first = texts.js.join('')
  const complete = first.includes('data-screen') && first.includes('滞后在前')
  const lean = !first.includes('zrender')
  if (!complete) console.log('总览 is not in the files the page links')
  if (!lean) console.log('the charts are in the files the page links')
  const sizes = Object.entries(texts).map(([kind, files]) => {
    const size = files.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length / KILO, 0)
    console.log(
      `first paint of 总览, ${kind}: ${size.toFixed(1)} KB gzip of ${LIMIT[kind]} allowed (ratio ${(size / LIMIT[kind]).toFixed(2)})`,
    )
    return size <= LIMIT[kind]
  })
  return complete && lean && sizes.every(Boolean)
}
