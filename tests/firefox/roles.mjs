import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, afterEach, test } from 'node:test'
import puppeteer from 'puppeteer-core'
import { preview } from 'vite'
import { root } from '../../scripts/root.mjs'

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

async function open(path, screen) {
  await page.goto(`${address}${path}`)
  await page.waitForSelector(`[data-screen="${screen}"]`)
}

async function as(name, role) {
  await page.locator('.who input').fill(name)
  await page.locator('.who select').fill(role)
}

async function type(cell, text) {
  await page.locator(`[data-cell="${cell}"]`).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function says(words) {
  await page.waitForFunction((text) => document.body.textContent.includes(text), {}, words)
}

function button(name) {
  return page.locator(`::-p-xpath(//button[normalize-space(.)="${name}"])`)
}

test('项目负责人 enters, finds it again after loading anew, and submits; 分管领导 accepts', async () => {
  await open('#/entry/3?asOf=2020-06-30', 'entry')
  await as('王芳', 'manager')
  await type('0:1', '26')
  await says('已保存到本机')
  await page.reload()
  await says('本机已有 1 条记录')
  await button('报送6月底').click()
  await button('仍然报送（1 个项目）').click()
  await says('待审核')
  await open('#/round?asOf=2020-06-30', 'round')
  await as('刘局', 'leader')
  await page.locator('tr[data-project="3"] input[type="checkbox"]').click()
  await button('通过6月底（1 个项目）').click()
  await page.waitForFunction(() =>
    document.querySelector('tr[data-project="3"]').textContent.includes('已通过'),
  )
})

test('分管领导 reads every screen, asks why, and takes the department’s workbook along', async () => {
  const screens = [
    ['#/?demo&asOf=2020-10-31', 'overview'],
    ['#/project/2?demo&asOf=2020-10-31', 'project'],
    ['#/monitor?demo&asOf=2020-10-31', 'monitor'],
    ['#/report/monitor?demo&asOf=2020-10-31', 'report'],
    ['#/meeting?demo&asOf=2020-10-31', 'meeting'],
    ['#/ledger?demo', 'ledger'],
    ['#/exchange?demo', 'exchange'],
    ['#/plans', 'plans'],
    ['#/import', 'import'],
    ['#/checks?demo', 'checks'],
    ['#/department?demo&asOf=2020-10-31', 'department'],
  ]
  for (const [path, screen] of screens) {
    await open(path, screen)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(wider <= 0, `${path} is ${wider} px too wide`)
  }
  await button('存为 Excel').click()
  await says('已存为 部门绩效-2020年')
  await open('#/?demo&asOf=2020-10-31', 'overview')
  await page.locator('main button.why').click()
  await says('为什么是这个数')
  assert.deepEqual(
    readdirSync(downloads).filter((name) => !name.startsWith('部门绩效-2020年')),
    [],
  )
})

test('评价人员 reads the sheet and takes points off with a reason', async () => {
  await open('#/evaluation/3?demo', 'evaluation')
  await as('李评', 'evaluator')
  await page.locator('table details summary').click()
  await page.locator('table details[open] input').fill('1')
  await page.locator('table details[open] input:nth-of-type(2)').fill('佐证不全')
  await page.locator('table details[open] button').click()
  await says('佐证不全')
})
