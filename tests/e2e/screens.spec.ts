import { axeFindings, expect, foreignLabels, open, remembering, test } from './board'

const SCREENS: readonly (readonly [path: string, screen: string])[] = [
  ['#/', 'overview'],
  ['#/?demo', 'overview'],
  ['#/?demo&asOf=2020-03-31', 'overview'],
  ['#/?demo&asOf=2020-06-30', 'overview'],
  ['#/?demo&asOf=2020-10-31&unit=yuan', 'overview'],
  ['#/project/3', 'project'],
  ['#/project/1?demo', 'project'],
  ['#/project/2?demo&asOf=2020-10-31', 'project'],
  ['#/project/6/2?demo&asOf=2020-10-31&unit=yuan', 'project'],
  ['#/project/2?demo&asOf=2020-10-31&vs=2020-06-30', 'project'],
  ['#/project/9', 'project'],
  ['#/entry/3', 'entry'],
  ['#/entry/2?demo', 'entry'],
  ['#/entries/6', 'entries'],
  ['#/entries/10?demo', 'entries'],
  ['#/round', 'round'],
  ['#/round?demo&asOf=2020-10-31', 'round'],
  ['#/monitor', 'monitor'],
  ['#/monitor?demo&asOf=2020-06-30', 'monitor'],
  ['#/monitor?demo&asOf=2020-10-31&vs=2020-06-30&sort=-rate', 'monitor'],
  ['#/monitor/5?demo&asOf=2020-10-31', 'monitor'],
  ['#/report/monitor?demo&asOf=2020-10-31', 'report'],
  ['#/report/evaluation', 'report'],
  ['#/report/appraisal/3?demo', 'report'],
  ['#/papers/project/2?demo', 'papers'],
  ['#/papers/review/3?demo', 'papers'],
  ['#/papers/appraisal', 'papers'],
  ['#/papers/department?demo', 'papers'],
  ['#/papers/hebei/5?demo', 'papers'],
  ['#/papers/summary', 'papers'],
  ['#/papers/appraisal/5?demo', 'papers'],
  ['#/papers/rectification?demo', 'papers'],
  ['#/evaluation', 'evaluation'],
  ['#/evaluation/3?demo', 'evaluation'],
  ['#/evaluation/5?demo', 'evaluation'],
  ['#/meeting', 'meeting'],
  ['#/meeting/1?demo&asOf=2020-10-31', 'meeting'],
  ['#/meeting/2?demo&asOf=2020-10-31', 'meeting'],
  ['#/meeting/99?demo&asOf=2020-10-31', 'meeting'],
  ['#/ledger', 'ledger'],
  ['#/ledger?demo&knownOn=2020-04-15', 'ledger'],
  ['#/exchange', 'exchange'],
  ['#/exchange?demo', 'exchange'],
  ['#/department', 'department'],
  ['#/department?demo', 'department'],
  ['#/plans', 'plans'],
  ['#/import', 'import'],
  ['#/import?demo', 'import'],
  ['#/checks', 'checks'],
  ['#/checks?demo', 'checks'],
  ['#/nowhere', 'unknown'],
]
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const [path, screen] of SCREENS) {
      test(`${path} stands at every size`, async ({ page }) => {
        // Firefox, driven over WebDriver BiDi, cannot be told what the reader's system prefers: there the theme was chosen before
        if (process.env.FIREFOX_PATH) await remembering(page, { theme: colorScheme })
        for (const size of SIZES) {
          await page.setViewportSize(size)
          await open(page, path, screen)
          const width = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(width, `${size.width} px wide`).toBeLessThanOrEqual(size.width)
          expect(await axeFindings(page), `${size.width} px wide`).toEqual([])
        }
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        expect(await foreignLabels(page)).toEqual([])
        const demo = page.locator(screen === 'meeting' ? 'main h1 + p' : 'header.head').getByText('演示数据')
        await expect(demo).toHaveCount(path.includes('demo') ? 1 : 0)
      })
    }
  })
}

for (const [path, screen] of [
  ...SCREENS,
  ['#/?demo&asOf=2020-10-31&vs=2020-06-30', 'overview'] as const,
  ['#/monitor?demo&asOf=2020-10-31&vs=2020-06-30', 'monitor'] as const,
])
  test(`${path} is as wide as its window, whatever that is`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, path, screen)
    const over: string[] = []
    for (let width = 1420; width >= 360; width -= 40) {
      await page.setViewportSize({ width, height: 900 })
      const stands = await page.evaluate(() => document.documentElement.scrollWidth)
      if (stands > width) over.push(`${stands} at ${width}`)
    }
    expect(over).toEqual([])
  })

test('on 1366 px the table of 审核 is no wider than its card, and no word of a cell of 录入 lies on another', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await open(page, '#/round?demo&asOf=2020-10-31', 'round')
  const over = await page
    .getByRole('region', { name: '各项目报送与审核情况' })
    .evaluate((frame) => frame.scrollWidth - frame.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
  await page.goto('#/entries/10?demo&asOf=2020-10-31')
  await expect(page.locator('.cell.carried').first()).toBeVisible()
  const overlaps = await page.locator('.cell').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const boxes = [...cell.querySelectorAll('.about, .shown, .before, .word')].map((part) => {
        const range = document.createRange()
        range.selectNodeContents(part)
        const lines = [...range.getClientRects()].map(({ top, bottom, height }) => {
          // Firefox's box of a line is the font's ascent and descent, more than its signs: what stands is one size high
          const beyond = Math.max(0, (height - parseFloat(getComputedStyle(part).fontSize)) / 2)
          return { top: top + beyond, bottom: bottom - beyond }
        })
        return {
          top: Math.min(...lines.map(({ top }) => top)),
          bottom: Math.max(...lines.map(({ bottom }) => bottom)),
        }
      })
      return boxes.filter((box, index) =>
        boxes.slice(index + 1).some((other) => other.top < box.bottom - 1 && box.top < other.bottom - 1),
      )
    }),
  )
  expect(overlaps).toHaveLength(0)
})
