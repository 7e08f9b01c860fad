import type { Page } from '@playwright/test'
import { expect, open, remembering, test } from './board'

const SCREENS: readonly (readonly [address: string, screen: string])[] = [
  ['#/?demo&asOf=2020-10-31', 'overview'],
  ['#/project/5?demo&asOf=2020-10-31', 'project'],
  ['#/monitor?demo&asOf=2020-10-31', 'monitor'],
]

/** How light the text, the paper and the chart's words are (0 black … 1 white), and the smallest type in points, as printed. */
async function asPrinted(page: Page) {
  await page.emulateMedia({ media: 'print' })
  return page.evaluate(() => {
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
    }
    const shown = [...document.querySelectorAll<HTMLElement>('main *')].filter(
      (element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()) &&
        element.offsetParent !== null &&
        !element.closest('.unseen, svg') &&
        element.getBoundingClientRect().width > 1,
    )
    const words = document.querySelector('.chart svg text')
    return {
      ink: light(getComputedStyle(document.querySelector('h1') as Element).color),
      panel: light(getComputedStyle(document.querySelector('.panel') as Element).backgroundColor),
      chart: words ? light(getComputedStyle(words).fill) : 0,
      least: Math.min(
        ...shown.map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * 0.75),
      ),
    }
  })
}

for (const [address, screen] of SCREENS) {
  test(`${address} prints black on white from the dark theme, no words outside the chart under 7.5 pt`, async ({
    page,
  }) => {
    await remembering(page, { theme: 'dark' })
    await open(page, address, screen)
    if (screen !== 'monitor') await expect(page.locator('.chart svg')).toBeVisible()
    const { ink, panel, chart, least } = await asPrinted(page)
    expect(ink).toBeLessThan(0.2)
    expect(panel).toBeGreaterThan(0.95)
    expect(chart).toBeLessThan(0.45)
    expect(least).toBeGreaterThanOrEqual(7.49)
  })
}

for (const viewport of [
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
])
  for (const address of ['#/', '#/?demo&asOf=2020-10-31', '#/project/5?demo&asOf=2020-10-31'])
    test(`${address} printed from the menu at ${viewport.width} wide, before any touch: no words of the curve under 7.5 pt`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport)
      await page.goto(address)
      await expect(page.locator('.chart img.paper')).toBeAttached()
      await page.evaluate(() => {
        matchMedia('print').addEventListener('change', ({ matches }) => {
          const picture = document.querySelector<HTMLImageElement>('.chart img.paper')
          if (!matches || !picture) return
          const { width, height } = picture.getBoundingClientRect()
          const scale = Math.min(width / picture.naturalWidth, height / picture.naturalHeight)
          const text = decodeURIComponent(picture.src.slice(picture.src.indexOf(',') + 1))
          const sizes = [...text.matchAll(/font-size:([\d.]+)px/g)].map(([, size]) => Number(size))
          const other = document.querySelector('.chart svg')?.getBoundingClientRect().width
          Object.assign(globalThis, { printed: { least: Math.min(...sizes) * scale * 0.75, other } })
        })
      })
      await page.pdf({ preferCSSPageSize: true })
      const { least, other } = await page.evaluate(
        () => (globalThis as unknown as { printed: { least: number; other: number } }).printed,
      )
      expect(other).toBe(0)
      expect(least).toBeGreaterThanOrEqual(7.49)
      expect(least).toBeLessThan(12)
    })

test('the curve that answers to a pointer is drawn anew for paper and again for the dark screen after it', async ({
  page,
}) => {
  await remembering(page, { theme: 'dark' })
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const words = page.locator('.chart svg text').first()
  const colour = () => words.evaluate((text) => getComputedStyle(text).fill)
  await expect(words).toBeVisible()
  await page.locator('.chart').hover()
  await expect(page.locator('.chart > div > svg')).toBeVisible()
  const dark = await colour()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect.poll(colour).not.toBe(dark)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(colour).toBe(dark)
})

test('high contrast keeps the bars', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const bar = page.locator('tr[data-project="5"] .bar')
  const colour = (part: string) =>
    bar.locator(part).evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await colour('.spent')).not.toBe(await colour('.track'))
  expect(await colour('.plan')).not.toBe(await colour('.track'))
})
