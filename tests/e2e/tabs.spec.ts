import type { BrowserContext, Page } from '@playwright/test'
import { expect, open, test } from './board'

const ENTRY = '#/entry/3?asOf=2020-06-30'
const memo = (own: Page) => own.getByLabel('用途')
const TOLD = /^已关闭的标签页里有 1 处没写完，文字已放到本页的原处，可以接着写。/

const comeBack = (own: Page) => own.evaluate(() => void dispatchEvent(new Event('focus')))

async function another(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await open(page, ENTRY, 'entry')
  return page
}

/** Plain http in a bureau's network has no locks: there the tabs ask each other. */
const BROWSERS = [
  { with: 'locks', begin: () => {} },
  {
    with: 'no locks',
    begin: () =>
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined, configurable: true }),
  },
]

for (const browser of BROWSERS)
  test.describe(`tabs of a browser with ${browser.with}`, () => {
    test.beforeEach(async ({ context, page }) => {
      await context.addInitScript(browser.begin)
      await open(page, ENTRY, 'entry')
      await page.getByLabel('填报人').fill('王芳')
    })

    test('show each its own text, also when all load anew at once', async ({ context, page }) => {
      await memo(page).fill('外墙工程款')
      await page.locator('[data-cell="0:1"]').click()
      await page.keyboard.type('约四十')
      const other = await another(context)
      await expect(memo(other)).toHaveValue('')
      await expect(other.locator('[data-cell="0:1"]')).not.toContainText('约四十')
      await memo(other).fill('工程')
      await memo(page).fill('外墙工程款，含质保金 5%')
      const third = await another(context)
      await expect(memo(third)).toHaveValue('')
      for (let time = 0; time < 2; time += 1) {
        await Promise.all([page, other, third].map((own) => own.reload()))
        await expect(memo(page)).toHaveValue('外墙工程款，含质保金 5%')
        await expect(memo(other)).toHaveValue('工程')
        await expect(memo(third)).toHaveValue('')
        await expect(third.getByText(TOLD)).toHaveCount(0)
      }
    })

    test('leave a text to one tab when theirs is closed, and it is said', async ({ context, page }) => {
      const other = await another(context)
      await memo(other).fill('工程')
      await other.close()
      const opened = [another(context)]
      const values = async () =>
        Promise.all([page, ...(await Promise.all(opened))].map((own) => memo(own).inputValue()))
      // tabs that only ask each other cannot tell who was first at the very same moment
      if (browser.with === 'no locks')
        await expect.poll(async () => (await values()).sort().at(-1)).toBe('工程')
      opened.push(another(context))
      const [next, late] = [await opened[0], await opened[1]]
      await comeBack(page)
      await expect.poll(async () => (await values()).sort()).toEqual(['', '', '工程'])
      const taker = [page, next, late][(await values()).indexOf('工程')] ?? page
      await expect(taker.getByText(TOLD)).toBeVisible()
      await taker.getByRole('button', { name: '知道了' }).click()
      await expect(taker.getByText(TOLD)).toHaveCount(0)
      await memo(taker).fill('')
      expect(await memo(await another(context)).inputValue()).toBe('')
    })

    test('leave a text to a tab that stands, where nothing of its own does', async ({ context, page }) => {
      const other = await another(context)
      await memo(page).fill('外墙')
      await memo(other).fill('工程')
      await other.locator('[data-cell="0:1"]').click()
      await other.keyboard.type('约四十')
      await other.close()
      await comeBack(page)
      await expect(page.locator('[data-cell="0:1"]')).toContainText('约四十')
      await expect(memo(page)).toHaveValue('外墙')
      await memo(page).fill('')
      await comeBack(page)
      await expect(memo(page)).toHaveValue('工程')
    })
  })
