import type { Locator } from '@playwright/test'
import { chromiumOnly, expect, open, test } from './board'

test('the curve stands as a picture that follows the theme, and answers to the first pointer over it', async ({
  page,
}) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const chart = page.locator('.chart')
  const words = chart.getByText('预算 6,580.51')
  const colour = () => words.evaluate((text) => getComputedStyle(text).fill)
  await expect(words).toBeVisible()
  await expect(chart.locator('> svg')).toBeVisible()
  await expect
    .poll(() =>
      chart.evaluate((box) => (box.querySelector('svg')?.viewBox.baseVal.width ?? 0) - box.clientWidth),
    )
    .toBe(0)
  const inChart = async (part: Locator) => {
    const [own, whole] = [await part.boundingBox(), await chart.boundingBox()]
    return {
      x: own!.x - whole!.x,
      y: own!.y - whole!.y,
      below: whole!.height - own!.height - (own!.y - whole!.y),
    }
  }
  const place = await inChart(words)
  const light = await colour()
  await page.getByRole('button', { name: '深色' }).click()
  await expect.poll(colour).not.toBe(light)
  await page.getByRole('button', { name: '浅色' }).click()

  await chart.hover()
  const said = chart.getByText('序时进度').locator('..')
  await expect(said).toContainText('计划')
  await expect(chart.locator('> div > svg')).toBeVisible()
  await expect
    .poll(async () => (await inChart(said)).y, 'nothing of what is said is cut off above')
    .toBeGreaterThan(0)
  expect((await inChart(said)).below).toBeGreaterThan(0)
  const after = await inChart(words)
  expect(after.x).toBeCloseTo(place.x, 0)
  expect(after.y).toBeCloseTo(place.y, 0)
})

test(
  'the picture of the curve is black on white on paper, also under the dark theme',
  chromiumOnly('paper is not emulated over BiDi'),
  async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    const words = page.locator('.chart').getByText('预算 6,580.51')
    const colour = () => words.evaluate((text) => getComputedStyle(text).fill)
    const light = await colour()
    await page.getByRole('button', { name: '深色' }).click()
    await expect.poll(colour).not.toBe(light)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(colour).toBe(light)
  },
)

test('another day draws another picture, and never leaves the earlier one standing', async ({ page }) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const chart = page.locator('.chart')
  await expect(chart.getByText('实支 5,205.91')).toBeVisible()
  await page.getByRole('link', { name: '6月底', exact: true }).first().click()
  await expect(page.locator('h1')).toContainText('截至6月底')
  await expect(chart.getByText(/^实支/)).toBeVisible()
  await expect(chart.getByText('实支 5,205.91')).toHaveCount(0)
})

test('where no worker can be started the page draws the curve itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  await expect(page.locator('.chart').getByText('实支 5,205.91')).toBeVisible()
})

test('what is said of a day stands beside its line and clear of the curve, at both edges, by keys and pointer', async ({
  page,
}) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    const chart = page.locator('.chart')
    const whole = (await chart.boundingBox())!
    await page.getByRole('group', { name: '累计支出与计划：左右方向键逐笔看' }).focus()
    await expect(page.locator('.reader .said')).toBeVisible()
    for (const key of ['Home', 'End']) {
      await page.keyboard.press(key)
      await expect
        .poll(async () => {
          const [line, said] = [
            await page.locator('.reader .at').boundingBox(),
            await page.locator('.reader .said').boundingBox(),
          ]
          if (!line || !said) return 'nothing is said'
          const covers = said.x <= line.x && line.x <= said.x + said.width
          const inside = said.x >= whole.x && said.x + said.width <= whole.x + whole.width + 1
          return covers ? 'over its line' : inside ? 'beside it' : 'outside'
        }, `${width} px, ${key}`)
        .toBe('beside it')
    }
    const end = (await page.locator('.reader .at').boundingBox())!.x
    await page.getByRole('heading', { level: 1 }).hover()
    await page.mouse.move(end - 2, whole.y + whole.height / 2)
    const said = chart.getByText('序时进度').locator('../..')
    await expect(said).toContainText('12月底')
    await expect
      .poll(async () => {
        const box = (await said.boundingBox())!
        return box.x + box.width <= end && box.x >= whole.x
      }, `${width} px`)
      .toBe(true)
  }
})
