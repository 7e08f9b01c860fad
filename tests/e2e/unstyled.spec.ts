import { expect, open, test } from './board'

test.use({ serviceWorkers: 'block' })

test('a style sheet that cannot be had is said, tried again and taken when it comes', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/Failed to load resource/, /MIME type/)
  let down = true
  await page.route(/\.css$/, (route) => (down ? route.fulfill({ status: 503 }) : route.continue()))
  await page.goto('./')
  const said = page.getByText('版式没有取到，正在再试')
  await expect(said).toBeVisible()
  down = false
  await expect(said).toHaveCount(0)
  await expect(page.locator('body')).toHaveCSS('margin', '0px')
})

test('no screen waits for a sheet of its own', async ({ page }) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const asked: string[] = []
  await page.route(/\.css$/, (route) => {
    asked.push(route.request().url())
  })
  const navigation = page.getByRole('navigation', { name: '主导航' })
  for (const [name, screen] of [
    ['录入', 'entry'],
    ['监控', 'monitor'],
    ['评价', 'evaluation'],
    ['交接', 'exchange'],
  ] as const) {
    await navigation.getByRole('link', { name }).click()
    await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
  }
  expect(asked).toEqual([])
})

test('without a service worker the pages of 帮助 are here when the host has gone', async ({
  page,
  troubles,
}) => {
  troubles.expected.push(/ERR_|Failed to load resource|Failed to fetch/)
  const fetched = new Set<string>()
  page.on('requestfinished', (request) => fetched.add(request.url()))
  await page.goto('./')
  await expect.poll(() => [...fetched].filter((url) => /assets\/evaluator-.*\.js$/.test(url)).length).toBe(1)
  await expect.poll(() => [...fetched].filter((url) => /assets\/together-.*\.js$/.test(url)).length).toBe(1)
  await page.route('**', (route) => route.abort())
  await page.getByRole('link', { name: '帮助' }).first().click()
  await expect(page.locator('[data-screen="guide"]')).toBeVisible()
  await page.getByRole('link', { name: '项目负责人' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('项目负责人')
})
