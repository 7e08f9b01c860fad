import { expect, open, test } from './board'

const SCREENS = [
  ['#/', 'overview'],
  ['#/?demo&asOf=2020-03-31', 'overview'],
  ['#/?demo&asOf=2020-06-30', 'overview'],
  ['#/?demo&asOf=2020-10-31', 'overview'],
  ['#/project/5?demo&asOf=2020-10-31', 'project'],
  ['#/project/4?demo&asOf=2020-06-30', 'project'],
  ['#/round?demo&asOf=2020-10-31', 'round'],
  ['#/monitor?demo&asOf=2020-06-30', 'monitor'],
  ['#/monitor?demo&asOf=2020-10-31', 'monitor'],
  ['#/evaluation?demo', 'evaluation'],
  ['#/ledger?demo', 'ledger'],
  ['#/department?demo', 'department'],
  ['#/checks?demo', 'checks'],
] as const

for (const [path, screen] of SCREENS)
  test(`${path}: every link that counts opens just the rows it counts, and all of them again`, async ({
    page,
  }) => {
    await open(page, path, screen)
    const ways = page.locator('main a[href*="show="]').filter({ hasText: /\d/ })
    await expect(page.locator('h1 a[href*="show="]').first()).toBeVisible()
    const found = await ways.evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        text: link.textContent ?? '',
      })),
    )
    expect(found.length).toBeGreaterThan(0)
    for (const { href, text } of found) {
      const count = Number(/\d+(?!.*\d)/.exec(text.replace(/\/\d+/, ''))?.[0])
      await page.goto(`/${href}`)
      const rows = page.locator(
        '[data-listing] :is([data-row], [data-project], [data-entry], [data-position])',
      )
      await expect(rows, `${text} ${href}`).toHaveCount(count)
    }
  })

test('a count of 监控 opens its list in sight on a phone, and the way back shows all projects', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, '#/monitor?demo&asOf=2020-10-31', 'monitor')
  await page.locator('h1').getByRole('link', { name: '14' }).click()
  await expect(page.getByRole('heading', { name: /未填报指标 14 项/ })).toBeInViewport()
  await page.getByRole('link', { name: '看各项目' }).click()
  await expect(page.getByRole('heading', { name: /各项目双监控/ })).toBeVisible()
})

test('another screen lists everything, whatever this one listed', async ({ page }) => {
  await open(page, '#/?demo&asOf=2020-10-31&show=missed', 'overview')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审核' }).click()
  await expect(page).not.toHaveURL(/show=/)
})
