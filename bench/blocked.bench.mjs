import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { requireBrowser } from '../scripts/browser.mjs'
import { root } from '../scripts/root.mjs'

const BEFORE = '861e981'
const SLOWER = 4
const RUNS = 5
const LONG_MS = 50
const WAIT_MS = 2_000
/** The blocked time of a first visit against that of the build before, at most (docs/decisions.md). */
const SHARE = 0.5

/** The application as it was, built from the history; `null` where there is no history. */
async function builtBefore() {
  const folder = `${root}/.cache/blocked-${BEFORE}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    const packed = execFileSync('git', ['archive', BEFORE], {
      cwd: root,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    execFileSync('tar', ['-x', '-C', folder], { input: packed })
  } catch {
    return null
  }
  symlinkSync(`${root}/node_modules`, `${folder}/node_modules`)
  execFileSync(process.execPath, [`${root}/node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'error'], {
    cwd: folder,
  })
  return folder
}

/** What long tasks take beyond 50 ms each until 2 s after the charts stand, in a browser that has nothing yet. */
async function blocked(browser, address) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.addInitScript(() => {
    globalThis.tasks = []
    new PerformanceObserver((list) =>
      globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(`${address}#/?demo&asOf=2020-10-31`)
  await page.locator('[data-screen="overview"] .chart svg').waitFor()
  await page.waitForTimeout(WAIT_MS)
  const tasks = await page.evaluate(() => globalThis.tasks)
  await context.close()
  return tasks.reduce((sum, duration) => sum + Math.max(0, duration - LONG_MS), 0)
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** How long a first visit of 总览 with its charts blocks the page at a processor 4 times slower, beside the build before; both in one run, taken in turns. */
export default async function blockedTime() {
  const before = await builtBefore()
  await build({ root, logLevel: 'error' })
  const folders = before === null ? { now: root } : { before, now: root }
  const servers = []
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const found = {}
    for (const [name, folder] of Object.entries(folders)) {
      const server = await preview({
        root: folder,
        configFile: false,
        logLevel: 'error',
        preview: { host: '127.0.0.1', port: 0 },
      })
      servers.push(server)
      found[name] = { address: `http://127.0.0.1:${server.httpServer.address().port}/`, times: [] }
    }
    for (let run = 0; run < RUNS; run += 1)
      for (const own of Object.values(found)) own.times.push(await blocked(browser, own.address))
    const now = middle(found.now.times)
    if (!found.before) {
      console.log(
        `first visit of 总览, blocked at ${SLOWER}×: ${now.toFixed(0)} ms; no history here to compare with`,
      )
      return true
    }
    const then = middle(found.before.times)
    console.log(
      `first visit of 总览, blocked at ${SLOWER}×: before ${then.toFixed(0)} ms, now ${now.toFixed(0)} ms (ratio ${(now / then).toFixed(2)} of ${SHARE} allowed)`,
    )
    return now <= then * SHARE
  } finally {
    await browser.close()
    for (const server of servers) await server.close()
  }
}
