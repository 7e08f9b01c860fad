import type { Page } from '@playwright/test'
import { expect, remembering, test as base } from './board'
import { startHost, type StaticHost } from './host'
import { beginAs, HAS_DATABASE, ledgerOf, startShared, type SharedService } from './sharedService'

const PLAN = '2020-323002'
const SHARED = '这个地址已改由共享服务提供，本页还是原来的单机看板'
const ALONE = '这个地址已不再由共享服务提供，现在是单机看板'

/** One address, served first by a host of one person's board, then by a shared service of the same build. */
const test = base.extend<{ host: StaticHost; service: SharedService }>({
  host: async ({ troubles }, use) => {
    troubles.expected.push(/Failed to load resource|ERR_|signal is aborted|EventSource/)
    const host = await startHost('dist')
    await use(host)
    await host.close()
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  service: async ({}, use) => {
    const service = await startShared()
    await use(service)
    await service.stop()
  },
})

const cell = (page: Page, at: string) => page.locator(`[data-cell="${at}"]`)

async function typed(page: Page, at: string, text: string): Promise<void> {
  await cell(page, at).click()
  await page.keyboard.type(text)
}

async function saved(page: Page, at: string, text: string): Promise<void> {
  await typed(page, at, text)
  await page.keyboard.press('Enter')
  await expect(cell(page, at)).toHaveAttribute('data-state', 'saved')
}

async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

const notice = (page: Page, what: string) => page.getByRole('alert').filter({ hasText: what })

/** Somebody comes back to the page, until it has heard who serves its address. */
async function hears(page: Page, what: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('focus')))
      return notice(page, what).count()
    })
    .toBe(1)
}

const describe = HAS_DATABASE ? test.describe : () => undefined
describe('an address that another kind of host serves by now', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the board alone, then the service, then the board alone again: said within seconds, taken without losing what is half-typed, and what was entered is where it was', async ({
    page,
    context,
    host,
    service,
  }) => {
    await remembering(page, { author: '管理员' })
    await page.goto(`${host.address}#/entry/3?asOf=2020-06-30`)
    await kept(page)
    await saved(page, '0:1', '26')
    await typed(page, '1:1', '60')
    const other = await context.newPage()
    await other.goto(`${host.address}#/round`)
    await kept(other)
    await other.locator('textarea').first().fill('六月底前补齐佐证')

    host.passTo(service.address)
    for (const tab of [page, other]) {
      await hears(tab, SHARED)
      await expect(notice(tab, SHARED)).toContainText('已填报的都留在这个浏览器')
      await expect(notice(tab, SHARED)).toContainText('登录后在“账户与同步”页的“本机原有台账”送上')
    }
    await notice(page, SHARED).getByRole('button', { name: '换用' }).click()
    await expect(notice(page, SHARED)).toContainText('有 1 处没写完')
    await expect(notice(page, SHARED).getByRole('button', { name: '仍要换用' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(cell(page, '1:1')).toHaveAttribute('data-state', 'saved')
    await expect(cell(page, '1:1')).toContainText('60')
    await notice(page, SHARED).getByRole('button', { name: '换用' }).click()

    await expect(page.locator('[data-screen="sign-in"]')).toBeVisible()
    await expect(other.locator('textarea').first()).toHaveValue('六月底前补齐佐证')
    await notice(other, SHARED).getByRole('button', { name: '换用' }).click()
    await expect(notice(other, SHARED)).toContainText('本页有写了一半的内容')
    await other.close()
    await page.reload()
    await expect(page.locator('[data-screen="sign-in"]')).toBeVisible()

    await beginAs(page, { ...service, address: host.address }, '管理员')
    await page.goto(`${host.address}#/service`)
    await page.getByRole('button', { name: '查看本机原有台账' }).click()
    await expect(page.getByRole('heading', { name: /新记录 2 条/ })).toBeVisible()
    await page.getByRole('button', { name: '并入共享台账' }).click()
    await expect.poll(async () => (await ledgerOf(page, host.address, PLAN)).length).toBe(2)

    await page.goto(`${host.address}#/entry/3?asOf=2020-06-30`)
    await expect(cell(page, '0:1')).toContainText('26.00')
    await expect(page.getByLabel('填报人')).toHaveCount(0)
    await kept(page)
    host.show('dist')
    await hears(page, ALONE)
    await expect(notice(page, ALONE)).toContainText('没有送到的留在这个浏览器')
    await notice(page, ALONE).getByRole('button', { name: '换用' }).click()
    await expect(page.getByLabel('填报人')).toBeVisible()
    await expect(cell(page, '0:1')).toContainText('26.00')
  })

  test('a screen that cannot be had meanwhile: its 换用新版本 takes the page of whoever serves the address now, not the kept one', async ({
    page,
    host,
    service,
    troubles,
  }) => {
    troubles.expected.push(/Expected a JavaScript-or-Wasm module|dynamically imported/)
    await page.goto(host.address)
    await kept(page)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const store = await caches.open(name)
        for (const { url } of await store.keys())
          if (url.includes('ExchangeView')) await store.delete(url, { ignoreSearch: true })
      }
    })
    await page.reload()
    host.passTo(service.address)
    host.askForLogin(/ExchangeView/)
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '交接' }).click()
    const missing = notice(page, '“交接”没有打开：这个地址已改由共享服务提供')
    await expect(missing).toBeVisible()
    host.comeBack()
    await missing.getByRole('button', { name: '换用新版本' }).click()
    // the whole other version is kept first
    await expect(page.locator('[data-screen="sign-in"]')).toBeVisible({ timeout: 200_000 })
  })

  test('nobody is signed in and the board is one person’s again: the sign-in says so and takes its page', async ({
    page,
    host,
    service,
  }) => {
    host.passTo(service.address)
    await beginAs(page, { ...service, address: host.address }, '管理员')
    await kept(page)
    await page.context().clearCookies()
    await page.reload()
    await expect(page.locator('[data-screen="sign-in"]').getByLabel('登录名')).toBeVisible()
    host.show('dist')
    await page.reload()
    await expect(notice(page, ALONE)).toBeVisible()
    await page.getByRole('button', { name: '换用' }).click()
    await expect(page.locator('[data-screen="overview"]')).toBeVisible()
    await expect(notice(page, ALONE)).toHaveCount(0)
  })
})

describe('the same without a service worker (plain http in a bureau)', () => {
  test.use({ serviceWorkers: 'block' })

  test('an open page hears of it when somebody comes back', async ({ page, host, service }) => {
    await page.goto(host.address)
    await expect
      .poll(() => host.heard.some(({ path }) => /ProjectView/.test(path)), { timeout: 60_000 })
      .toBe(true)
    host.passTo(service.address)
    await hears(page, SHARED)
    await notice(page, SHARED).getByRole('button', { name: '换用' }).click()
    await expect(page.locator('[data-screen="sign-in"]')).toBeVisible()
  })
})
