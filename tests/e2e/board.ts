import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { expect, test as base, type Page } from '@playwright/test'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A test whose page must stay free of console errors and page errors; `troubles` are those it expects, by pattern. */
export const test = base.extend<{ troubles: { expected: RegExp[] } }>({
  troubles: [
    async ({ page }, use) => {
      const found: string[] = []
      const troubles = { expected: [] as RegExp[] }
      page.on('console', (message) => message.type() === 'error' && found.push(message.text()))
      page.on('pageerror', (error) => found.push(error.message))
      await use(troubles)
      expect(found.filter((text) => !troubles.expected.some((pattern) => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** The details of a test that Firefox, driven over WebDriver BiDi, cannot run, and why; `npm run endure` leaves these out and prints them. */
export const chromiumOnly = (why: string) => ({
  tag: '@chromium',
  annotation: { type: 'not in Firefox', description: why },
})

/** Opens an address of the board and waits until the figures of its screen stand. */
export async function open(page: Page, address: string, screen: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
}

/** What this browser remembers before the page opens, by the last part of its key (author, role, theme); the empty page before the first has no storage. */
export async function remembering(page: Page, known: Readonly<Record<string, string>>): Promise<void> {
  await page.addInitScript((all) => {
    if (!location.protocol.startsWith('http')) return
    for (const [name, value] of Object.entries(all)) localStorage.setItem(`jixiao-board.${name}`, value)
  }, known)
}

/** Findings of axe that are more than minor on the page as it stands; none in Firefox 153, whose content process crashes under axe (scripts/endure.mjs). */
export async function axeFindings(page: Page): Promise<string[]> {
  if (process.env.FIREFOX_PATH) return []
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[]
        }>
      }
    }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact !== 'minor')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join(' | ')}`,
      )
  })
}

/** The words a screen reader is given that are not Chinese: labels and titles of ASCII letters only. */
export async function foreignLabels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[aria-label],[title],[aria-roledescription],[placeholder],[alt]')].flatMap(
      (element) =>
        ['aria-label', 'title', 'aria-roledescription', 'placeholder', 'alt']
          .map((name) => element.getAttribute(name) ?? '')
          .filter((text) => /[A-Za-z]/.test(text) && !/[\u4e00-\u9fff]/.test(text)),
    ),
  )
}

/** Submits what the open question shows, also where something is missing. */
export async function submitAnyway(page: Page): Promise<void> {
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: /报送（\d+ 个项目）/ }).click()
  await expect(question).toHaveCount(0)
}

/** In the page: from now on the browser has no room for a draft, neither among its settings nor in a database. */
export function fillDisk(): void {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  Storage.prototype.setItem = full
  IDBObjectStore.prototype.put = full
}
