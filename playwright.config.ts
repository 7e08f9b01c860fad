import { execFileSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'

/** A port nobody listens on, asked of the system once a run; the workers inherit it. */
const PORT = (process.env.BOARD_PORT ??= execFileSync(
  process.execPath,
  [
    '-e',
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { process.stdout.write(String(s.address().port)); s.close() })",
  ],
  { encoding: 'utf8' },
))
const { CHROMIUM_PATH, FIREFOX_PATH } = process.env
const asRoot = process.getuid?.() === 0

/** Real-browser tests against the built page, with the system's own Chromium (found by scripts/browser.mjs). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  workers: 2,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  ...(FIREFOX_PATH ? { grepInvert: /@chromium/ } : {}),
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    ...(FIREFOX_PATH ? { browserName: 'firefox', channel: 'moz-firefox' } : {}),
    launchOptions: FIREFOX_PATH
      ? { executablePath: 'tests/firefox/gate.mjs' }
      : {
          ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
          args: [
            ...(asRoot ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
})
