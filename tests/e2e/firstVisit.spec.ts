import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './board'

const COUNTED_MS = 5_000
const MOST = { requests: 9, kilobytes: 330 }

interface Shift {
  readonly value: number
  readonly what: string
}

/** Opens 总览 as a browser that has nothing yet, and hears until 5 s after loading what it asks for and what moves. */
async function visit(page: Page, address: string) {
  const heard: { readonly at: number; readonly body: Promise<Buffer> }[] = []
  page.on('response', (response) =>
    heard.push({
      at: response.request().timing().startTime,
      body: response.body().catch(() => Buffer.alloc(0)),
    }),
  )
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        sources: { node: Element | null }[]
      })[])
        shifts.push({
          value: entry.value,
          what: entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 40)).join(' | '),
        })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address)
  await expect(page.locator('[data-screen="overview"] .chart svg')).toBeVisible()
  const end = await page.evaluate((wait) => performance.timing.loadEventEnd + wait, COUNTED_MS)
  await page.waitForFunction((moment) => performance.timeOrigin + performance.now() > moment, end)
  const bodies = await Promise.all(heard.filter(({ at }) => at <= end).map(({ body }) => body))
  const sizes = bodies.map((body) => gzipSync(body, { level: 9 }).length / 1000)
  return {
    requests: sizes.length,
    kilobytes: sizes.reduce((sum, size) => sum + size, 0),
    shifts: await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts),
  }
}

test.describe('a first visit of 总览 with charts, until 5 s after loading', () => {
  for (const [name, address] of [
    ['the real tables', '#/'],
    ['the demonstration', '#/?demo&asOf=2020-10-31'],
  ] as const) {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ])
      test(`${name} at ${viewport.width}: few requests, little weight, nothing moves`, async ({ page }) => {
        await page.setViewportSize(viewport)
        const { requests, kilobytes, shifts } = await visit(page, address)
        expect(shifts).toEqual([])
        expect(requests).toBeLessThanOrEqual(MOST.requests)
        expect(kilobytes).toBeLessThanOrEqual(MOST.kilobytes)
      })
  }
})
