import { readFileSync, rmSync } from 'node:fs'
import { requireBrowser } from './browser.mjs'
import { check } from './check.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { program } from './steps.mjs'

const REPORT = `${root}/.cache/playwright.json`

function browserTests() {
  try {
    const { stats } = JSON.parse(readFileSync(REPORT, 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

requireNode()
installPackages()
const fast = await check()
const CHROMIUM_PATH = requireBrowser()
rmSync(REPORT, { force: true })
const built = await program('build', 'vite/bin/vite.js', ['build'])
const browsed =
  built &&
  (await program('real browser', '@playwright/test/cli.js', ['test'], {
    CHROMIUM_PATH,
    PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT,
  }))
const real = built ? browserTests() : { passed: 0, failed: 1 }
console.log(`${fast.tests.passed + real.passed} passed, ${fast.tests.failed + real.failed} failed`)
process.exit(fast.passed && browsed && fast.tests.passed > 0 && real.passed > 0 ? 0 : 1)
