import { expect, open, test } from './board'

test('from opening the board to the first figure saved: one click, the name once, the figure', async ({
  page,
}) => {
  let clicks = 0
  await page.exposeFunction('clicked', () => (clicks += 1))
  await page.addInitScript(() =>
    addEventListener('pointerdown', () => (globalThis as unknown as { clicked: () => void }).clicked(), true),
  )
  await open(page, '#/?asOf=2020-06-30', 'overview')
  await page.getByRole('link', { name: '开始录入' }).click()
  await expect(page.getByLabel('填报人')).toBeFocused()
  await page.keyboard.type('王芳')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2413.86')
  await page.keyboard.press('Enter')
  const cell = page.locator('[data-cell="0:1"]')
  await expect(cell).toHaveAttribute('data-state', 'saved')
  await expect(cell).toContainText('2,413.86')
  expect(clicks).toBe(1)

  await page.goto('#/')
  await page.reload()
  await page.goto('#/entry/1?asOf=2020-06-30')
  await expect(page.locator('[data-screen="entry"]')).toBeVisible()
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="1:1"]').locator('.shown')).toHaveText('100%')
})

test('录入 opens on the first due checkpoint without a figure: an overdue 6月底 before 12月底', async ({
  page,
}) => {
  const keyboard = page.locator('input.editor')
  await open(page, '#/entry/2', 'entry')
  await expect(keyboard).toHaveAttribute('aria-label', /^累计支出，6月底/)
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toHaveAttribute('data-state', 'saved')
  await open(page, '#/entry/2', 'entry')
  await page.reload()
  await expect(keyboard).toHaveAttribute('aria-label', /12月底/)
})

test('录入 opens on the checkpoint that was sent back, before the one that is due', async ({ page }) => {
  await open(page, '#/round?demo', 'round')
  const todo = page.getByRole('region', { name: '待办' }).getByRole('listitem').filter({ hasText: '已退回' })
  const [returned = ''] = /\d+月底(?=被)/.exec(await todo.innerText()) ?? []
  expect(returned).not.toBe('12月底')
  await todo.getByRole('link').click()
  await expect(page.locator('input.editor')).toHaveAttribute('aria-label', new RegExp(returned))
})
