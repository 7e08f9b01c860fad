import { expect, open, test } from './board'

const SCREENS: readonly (readonly [path: string, screen: string])[] = [
  ['#/', 'overview'],
  ['#/project/2/1', 'project'],
  ['#/entry/2', 'entry'],
  ['#/entries/6', 'entries'],
  ['#/round', 'round'],
  ['#/monitor/5', 'monitor'],
  ['#/report/monitor', 'report'],
  ['#/evaluation/3', 'evaluation'],
  ['#/ledger', 'ledger'],
  ['#/exchange', 'exchange'],
  ['#/department', 'department'],
  ['#/plans', 'plans'],
  ['#/import', 'import'],
  ['#/checks', 'checks'],
  ['#/nowhere', 'unknown'],
]

test('name and role are asked once, in the header of every screen, and are there at the next visit', async ({
  page,
  context,
}) => {
  await open(page, '#/', 'overview')
  await page.getByLabel('填报人').fill('王芳')
  await page.getByLabel('身份', { exact: true }).selectOption('分管领导')
  await page.close()
  const next = await context.newPage()
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await next.setViewportSize(size)
    for (const [path, screen] of SCREENS) {
      await open(next, path, screen)
      const name = next.getByRole('banner').getByLabel('填报人')
      await expect(name, path).toHaveValue('王芳')
      await expect(next.getByRole('main').getByLabel('填报人'), path).toHaveCount(0)
      await expect(next.getByLabel('身份', { exact: true }), path).toHaveValue('leader')
      const [who, heading] = [
        await name.boundingBox(),
        await next.getByRole('heading', { level: 1 }).boundingBox(),
      ]
      if (who && heading) expect(who.y + who.height, path).toBeLessThanOrEqual(heading.y)
    }
  }
})

test('the ring of the focused name keeps its distance from the role, and the header keeps its width', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await open(page, '#/ledger?demo&knownOn=2020-04-15', 'ledger')
  const name = page.getByRole('banner').getByLabel('填报人')
  await name.focus()
  const reach = await name.evaluate((field) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(field)
    return parseFloat(outlineOffset) + parseFloat(outlineWidth)
  })
  expect(reach).toBeLessThanOrEqual(0)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(1366)
})
