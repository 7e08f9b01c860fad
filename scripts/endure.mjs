import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { wantFirefox, wantWebKit } from './browser.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

/** The files of browser tests that only Chromium can run, and why; all others run in Firefox too. */
const CHROMIUM_ONLY = {
  firstVisit: 'counts what Chromium fetches',
  guide: 'draws the pictures of the guide',
  keeping: 'kills a Chromium with its own profile',
  kept: 'freezes tabs and limits storage by Chromium’s own protocol',
  pack: 'opens file:// and small disks in a Chromium of its own',
  paper: 'emulates paper and forced colours',
  print: 'prints to PDF',
  shared: 'cuts the line by Chromium’s own protocol',
  typed: 'crashes tabs by Chromium’s own protocol',
}

/** The tests marked as Chromium's in files that run in Firefox otherwise, each with why. */
function testsOfChromium() {
  const { stdout } = spawnSync(
    process.execPath,
    [`${root}/node_modules/@playwright/test/cli.js`, 'test', '--list', '--grep=@chromium', '--reporter=json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]
  return specsOf(JSON.parse(stdout)).map(
    ({ file, title, tests: [{ annotations }] }) => `${file}, “${title}”: ${annotations[0].description}`,
  )
}

/** The browser tests in Firefox; 0 where all passed or there is no Firefox. */
function firefoxSuite() {
  const FIREFOX_PATH = wantFirefox()
  if (FIREFOX_PATH === null) return 0
  const run = (...command) =>
    spawnSync(process.execPath, command, {
      cwd: root,
      env: { ...process.env, FIREFOX_PATH },
      stdio: 'inherit',
    }).status ?? 1
  const files = readdirSync(`${root}/tests/e2e`)
    .filter((file) => file.endsWith('.spec.ts'))
    .filter((file) => !(file.replace('.spec.ts', '') in CHROMIUM_ONLY))
  if (run(`${root}/node_modules/vite/bin/vite.js`, 'build') !== 0) return 1
  for (const [name, why] of Object.entries(CHROMIUM_ONLY))
    console.log(`not in Firefox: ${name}.spec.ts ${why}`)
  console.log('not in Firefox: axe, under which the content process of Firefox 153 crashes (signal 11)')
  for (const line of testsOfChromium()) console.log(`not in Firefox: ${line}`)
  return run(
    `${root}/node_modules/@playwright/test/cli.js`,
    'test',
    ...files.map((file) => `tests/e2e/${file}`),
  )
}

/** The three roles in WebKit against the built page; 0 where all passed or there is no WebKit. */
function webkitRoles() {
  const WEBKIT_DRIVER = wantWebKit()
  if (WEBKIT_DRIVER === null) return 0
  const run = (args, env) =>
    spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
  const built = run([`${root}/node_modules/vite/bin/vite.js`, 'build'], process.env)
  return (
    built ||
    run(['--test', '--test-reporter=spec', 'tests/webkit/roles.mjs'], { ...process.env, WEBKIT_DRIVER })
  )
}

requireNode()
installPackages()
const { status } = spawnSync(
  process.execPath,
  [
    `${root}/node_modules/vitest/vitest.mjs`,
    'run',
    'tests/documents/recognition/drawnLayouts.test.ts',
    'tests/stores/typingWalks.test.ts',
    'tests/server/kill.test.ts',
  ],
  {
    cwd: root,
    env: { ...process.env, LAYOUTS: '3000', WALKS: '2000', KILL_ROUNDS: '20' },
    stdio: 'inherit',
  },
)
const { failover } = await import('./trials/failover.mjs')
const good = await failover()
const engines = [firefoxSuite(), webkitRoles()]
process.exit(good && engines.every((code) => code === 0) ? (status ?? 1) : 1)
