import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from '../scripts/root.mjs'

const LIMIT = { js: 100, css: 15 }
const ENTRY = 'index.html'
const SCREEN = 'src/views/overview/OverviewView.vue'
const KILO = 1000

function reach(manifest, key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const next of manifest[key].imports ?? []) reach(manifest, next, found)
  return found
}

function size(file) {
  return gzipSync(readFileSync(`${root}/dist/${file}`), { level: 9 }).length / KILO
}

/** What a first visit to 总览 loads before its figures are painted: entry, its imports, the screen and its imports; gzip KB against the limits. */
export default async function firstPaint() {
  await build({ root, logLevel: 'error' })
  const manifest = JSON.parse(readFileSync(`${root}/dist/.vite/manifest.json`, 'utf8'))
  const chunks = [...reach(manifest, SCREEN, reach(manifest, ENTRY))].map((key) => manifest[key])
  const total = {
    js: chunks.reduce((sum, chunk) => sum + size(chunk.file), 0),
    css: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].reduce((sum, file) => sum + size(file), 0),
  }
  const lean = Object.values(manifest).every(
    (chunk) => !/echarts/i.test(chunk.src ?? '') || !chunks.includes(chunk),
  )
  for (const kind of ['js', 'css']) {
    console.log(
      `first paint of 总览, ${kind}: ${total[kind].toFixed(1)} KB gzip of ${LIMIT[kind]} allowed (ratio ${(total[kind] / LIMIT[kind]).toFixed(2)})`,
    )
  }
  return lean && total.js <= LIMIT.js && total.css <= LIMIT.css
}
