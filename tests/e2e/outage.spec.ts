import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './board'
import { beginAs, HAS_DATABASE, startShared, type SharedService } from './sharedService'

const PARTS = readdirSync(fileURLToPath(new URL('../../dist/assets', import.meta.url))).filter((name) =>
  /\.(?:js|css)$/.test(name),
)

/** The parts of the program that this browser would have to fetch from the host. */
function notHere(page: Page): Promise<string[]> {
  return page.evaluate(async (parts) => {
    const kept = await Promise.all(
      parts.map((part) =>
        fetch(`assets/${part}`, { cache: 'only-if-cached', mode: 'same-origin' }).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    )
    return parts.filter((_, at) => !kept[at])
  }, PARTS)
}

const describe = HAS_DATABASE ? test.describe : () => undefined
describe('a host that dies under an open page', () => {
  test.use({ serviceWorkers: 'block' })
  let service: SharedService
  test.beforeAll(async () => void (service = await startShared()))

  test('without a service worker every part of the program is here soon after the first one, and every screen opens; the header keeps to one line', async ({
    page,
    troubles,
  }) => {
    troubles.expected.push(
      /ERR_CONNECTION_REFUSED|can’t establish a connection/,
      /ERR_CACHE_MISS/,
      /ERR_FAILED/,
      /status of 504/,
      /ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|ERR_CONNECTION_RESET/,
      /status of 503/,
    )
    await page.setViewportSize({ width: 1440, height: 900 })
    await beginAs(page, service, '管理员')
    const header = page.locator('header.head')
    const height = (await header.boundingBox())?.height
    await expect.poll(() => notHere(page)).toEqual([])
    await service.stop()
    await expect(header.getByText('未连上服务器')).toBeVisible()
    for (const link of await header.getByRole('navigation').getByRole('link').all()) {
      await link.click()
      await expect(link).toHaveAttribute('aria-current', 'page')
      await expect(page.locator('[data-screen]').first()).toBeVisible()
      await expect(page.locator('section.missing')).toHaveCount(0)
      expect((await header.boundingBox())?.height).toBe(height)
    }
    await page.getByRole('button', { name: '搜索', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
  })
})

describe('a shared service whose first part cannot be had', () => {
  test.use({ serviceWorkers: 'block' })
  let service: SharedService
  test.beforeAll(async () => void (service = await startShared()))
  test.afterAll(() => service.stop())

  test('said instead of a page that waits for ever; tried again by itself and when asked', async ({
    page,
    troubles,
  }) => {
    troubles.expected.push(/ERR_FAILED|NetworkError/, /dynamically imported module/)
    let gone = true
    await page.route(/\/assets\/serviceWorld-[^/]+\.js$/, (route) =>
      gone ? route.abort() : route.continue(),
    )
    const trouble = page.getByRole('alert').filter({ hasText: '绩效看板没有打开：它的程序没有取全' })
    const begins = page.getByLabel('一次性代码')
    await page.goto(`${service.address}#/round`)
    await expect(trouble).toContainText('通了会自动再试')
    const inVain = page.waitForEvent('load')
    await page.getByRole('button', { name: '再试' }).click()
    await inVain
    await expect(trouble).toBeVisible()
    gone = false
    await expect(begins).toBeVisible()
    expect(new URL(page.url()).hash).toBe('#/round')
  })
})
