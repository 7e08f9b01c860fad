import type { Locator, Page } from '@playwright/test'

/**
 * What lies on the clipboard, by kind ('text/plain', 'text/html'), is pasted where the keyboard is. The machine's own clipboard is shared by all tests
 * of a run, and Firefox gives a constructed clipboard event no data: the event bears its own.
 */
export async function paste(page: Page, clipboard: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((kinds) => {
    const clipboardData = new DataTransfer()
    for (const [kind, content] of Object.entries(kinds)) clipboardData.setData(kind, content)
    const event = new Event('paste', { bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(Object.assign(event, { clipboardData }))
  }, clipboard)
}

/** What Ctrl+C puts on the clipboard as text, read where the page writes it. */
export async function copied(page: Page): Promise<string> {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const event = new Event('copy', { bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(Object.assign(event, { clipboardData }))
    return clipboardData.getData('text/plain')
  })
}

/** Two clicks in haste; Firefox, driven over BiDi, counts them apart and is given the event that it then leaves out. */
export async function doubleClick(place: Locator): Promise<void> {
  await place.dblclick()
  if (process.env.FIREFOX_PATH) await place.dispatchEvent('dblclick')
}
