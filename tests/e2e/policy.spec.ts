import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

const SCREENS: readonly (readonly [path: string, screen: string])[] = [
  ['#/?demo&asOf=2020-10-31', 'overview'],
  ['#/project/2/1?demo&asOf=2020-10-31', 'project'],
  ['#/entry/2?demo', 'entry'],
  ['#/round?demo&asOf=2020-10-31', 'round'],
  ['#/monitor/5?demo&asOf=2020-10-31', 'monitor'],
  ['#/report/monitor?demo&asOf=2020-10-31', 'report'],
  ['#/evaluation/3?demo', 'evaluation'],
  ['#/meeting/6?demo&asOf=2020-10-31', 'meeting'],
  ['#/ledger?demo', 'ledger'],
  ['#/exchange?demo', 'exchange'],
  ['#/department?demo', 'department'],
  ['#/plans', 'plans'],
  ['#/import', 'import'],
  ['#/checks?demo', 'checks'],
  ['#/nowhere', 'unknown'],
]
const WAYS_OUT = /存为|^导出|下载模板|下载计划文件|备份/
const EXPORTS_AT_LEAST = 20

async function heed(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.exposeFunction('violated', (text: string) => void found.push(text))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (globalThis as unknown as { violated: (text: string) => void }).violated(
        `${location.hash}: ${violatedDirective} ${blockedURI} ${sample}`,
      ),
    ),
  )
  return found
}

test('every screen, every figure’s panel and every file that leaves keep to the content policy', async ({
  page,
}) => {
  const violations = await heed(page)
  let files = 0
  let panels = 0
  page.on('download', () => (files += 1))
  for (const [path, screen] of SCREENS) {
    await open(page, path, screen)
    const name = page.getByLabel('填报人')
    if (await name.isVisible()) await name.fill('王芳')
    const why = page.locator('main button.why')
    if ((await why.count()) > 0) {
      await why.first().click()
      await expect(page.getByText('为什么是这个数')).toBeVisible()
      await page.keyboard.press('Escape')
      panels += 1
    }
    if (screen === 'meeting') continue
    for (const button of await page.getByRole('button', { name: WAYS_OUT }).all()) {
      if (!(await button.isVisible()) || !(await button.isEnabled())) continue
      const file = page.waitForEvent('download')
      await button.click()
      await file
    }
  }
  expect(files).toBeGreaterThanOrEqual(EXPORTS_AT_LEAST)
  expect(panels).toBeGreaterThan(0)
  expect(violations).toEqual([])
})

test('what the policy forbids does not run: an inline script, a handler, a style, another origin', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/Content Security Policy|Refused to|violates/)
  const violations = await heed(page)
  await open(page, '#/', 'overview')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.body.append(script)
    const box = document.createElement('div')
    box.innerHTML = '<img src="x" onerror="globalThis.ran = true"><b style="color: red">文</b>'
    document.body.append(box)
    void fetch('http://127.0.0.1:1/').catch(() => null)
  })
  await expect.poll(() => violations.length).toBeGreaterThanOrEqual(4)
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
})

test('the server forbids framing and guessing of types on every answer', async ({ request }) => {
  for (const path of ['', 'index.html', 'icon.svg', 'data/index.json', 'nothing-here']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options'], path).toBe('nosniff')
  }
})

test('dist/ opened from a folder says what to do', async ({ page, troubles }) => {
  troubles.expected.push(/CORS|ERR_FAILED|origin/)
  await page.goto(pathToFileURL(resolve('dist/index.html')).href)
  await expect(page.getByRole('heading', { name: '这样打不开绩效看板' })).toBeVisible()
  await expect(page.getByText('双击“绩效看板.html”')).toBeVisible()
})

test('a browser that is too old says so instead of a blank page', async ({ page, troubles }) => {
  troubles.expected.push(/hasOwn/)
  await page.addInitScript(() => Reflect.deleteProperty(Object, 'hasOwn'))
  await page.goto('./')
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading', { name: '这个浏览器版本太旧，打不开绩效看板' })).toBeVisible()
})

test('a program that cannot be had at the first visit is said', async ({ page, troubles }) => {
  troubles.expected.push(/ERR_FAILED/)
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('./')
  await expect(page.getByRole('heading', { name: '绩效看板的程序没有取到' })).toBeVisible()
})
