import { existsSync, readFileSync, rmSync } from 'node:fs'
import { requireBrowser, wantFirefox } from './browser.mjs'
import { check } from './check.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { program, step } from './steps.mjs'

const REPORT = `${root}/.cache/playwright.json`
const FIREFOX_REPORT = `${root}/.cache/firefox.tap`

function browserTests() {
  try {
    const { stats } = JSON.parse(readFileSync(REPORT, 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** The three roles in Firefox against the built page; nothing where there is no Firefox. */
async function firefoxTests() {
  const FIREFOX_PATH = wantFirefox()
  if (FIREFOX_PATH === null) return { passed: 0, failed: 0 }
  rmSync(FIREFOX_REPORT, { force: true })
  const reported = ['--test-reporter=tap', `--test-reporter-destination=${FIREFOX_REPORT}`]
  const good = await step(
    'Firefox',
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      ...reported,
      'tests/firefox/roles.mjs',
    ],
    { FIREFOX_PATH },
  )
  const count = (word) =>
    existsSync(FIREFOX_REPORT)
      ? Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(readFileSync(FIREFOX_REPORT, 'utf8'))?.[1] ?? 0)
      : 0
  const [passed, failed] = [count('pass'), count('fail')]
  return { passed, failed: good ? failed : Math.max(failed, 1) }
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
const firefox = built ? await firefoxTests() : { passed: 0, failed: 0 }
const all = [fast.tests, real, firefox]
const sum = (kind) => all.reduce((total, counts) => total + counts[kind], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(
  fast.passed && browsed && firefox.failed === 0 && fast.tests.passed > 0 && real.passed > 0 ? 0 : 1,
)
