import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, afterEach, test } from 'node:test'
import puppeteer from 'puppeteer-core'
import { preview } from 'vite'
import { root } from '../../scripts/root.mjs'
import { journeys } from '../roles/journeys.mjs'

const downloads = mkdtempSync(join(tmpdir(), 'jixiao-firefox-'))
let browser
let server
let address
let context
let page
let troubles

before(async () => {
  server = await preview({ root, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  address = `http://127.0.0.1:${server.httpServer.address().port}/`
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH,
    headless: true,
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'intl.accept_languages': 'zh-CN',
    },
  })
})

after(async () => {
  await browser?.close()
  await server?.close()
  rmSync(downloads, { recursive: true, force: true })
})

beforeEach(async () => {
  context = await browser.createBrowserContext()
  page = await context.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  troubles = []
  page.on('pageerror', ({ message }) => troubles.push(message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
})

afterEach(async () => {
  await context.close()
  assert.deepEqual(troubles, [])
})

const button = (name) => page.locator(`::-p-xpath(//button[normalize-space(.)="${name}"])`)

const tests = journeys({
  goTo: (path) => page.goto(`${address}${path}`),
  reload: () => page.reload(),
  see: (selector) => page.waitForSelector(selector),
  fill: (selector, text) => page.locator(selector).fill(text),
  click: (selector) => page.locator(selector).click(),
  press: (name) => button(name).click(),
  type: (keys) => page.keyboard.type(keys),
  enter: () => page.keyboard.press('Enter'),
  until: (expression) => page.waitForFunction(expression),
  read: (expression) => page.evaluate(expression),
})
for (const [name, journey] of Object.entries(tests)) test(name, journey)

test('nothing but the workbook was saved', () => {
  assert.deepEqual(
    readdirSync(downloads).filter((name) => !name.startsWith('部门绩效-2020年')),
    [],
  )
})
