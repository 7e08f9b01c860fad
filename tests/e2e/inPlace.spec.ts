import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

async function atProject(page: Page, position: number): Promise<void> {
  await open(page, `#/entry/${position}`, 'entry')
  await page.getByLabel('填报人').fill('王芳')
}

/** What the cells of the spending row show. */
const spending = (page: Page) => page.locator('[data-cell^="0:"] .shown').allTextContents()

for (const [how, persist] of [
  ['is never answered', () => new Promise<boolean>(() => {})],
  ['fails', () => Promise.reject(new Error('no'))],
] as const) {
  test(`the browser's question about storage ${how}: three figures typed quickly stand in their project, saved, with 撤销`, async ({
    page,
  }) => {
    await page.addInitScript(`if (globalThis.StorageManager) {
      StorageManager.prototype.persisted = async () => false
      StorageManager.prototype.persist = ${persist.toString()}
    }`)
    await atProject(page, 1)
    await page.locator('[data-cell="0:0"]').dispatchEvent('mousedown')
    for (const text of ['100', '500', '700']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page
      .getByRole('navigation', { name: '项目' })
      .getByRole('link', { name: '社会医疗保险基金财政补助' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('社会医疗保险基金财政补助')
    await expect(page.getByText(/已保存到本机 .*共 3 条/)).toBeVisible()
    expect((await spending(page)).map((text) => text.trim())).toEqual(['—', '—', '—', '—'])
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('社会养老保险基金财政补助')
    for (const [column, text] of ['100.00', '500.00', '700.00'].entries()) {
      await expect(page.locator(`[data-cell="0:${column}"]`)).toContainText(text)
      await expect(page.locator(`[data-cell="0:${column}"]`)).toHaveAttribute('data-state', 'saved')
    }
    await expect(page.getByRole('button', { name: '撤销' })).toBeEnabled()
  })
}

test('no chunk that fails to load can keep a cell at 正在保存', async ({ page, troubles }) => {
  troubles.expected.push(/Failed to load resource|Failed to fetch/)
  await atProject(page, 1)
  await page.route(/\/assets\/(?!.*\.css).*$/, (route) => route.abort())
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toHaveAttribute('data-state', 'saved')
  await expect(page.getByRole('button', { name: '撤销' })).toBeEnabled()
})

for (const [how, leave] of [
  ['Back', (page: Page) => page.goBack()],
  [
    'the tab of another project',
    (page: Page) =>
      page.getByRole('navigation', { name: '项目' }).getByRole('link', { name: '办公楼修缮' }).click(),
  ],
  [
    'the address',
    (page: Page) =>
      page.evaluate(() => {
        location.hash = '#/entry/3'
      }),
  ],
] as const) {
  test(`text typed in project 2 stands in project 2 after leaving by ${how}`, async ({ page }) => {
    await atProject(page, 3)
    await page
      .getByRole('navigation', { name: '项目' })
      .getByRole('link', { name: '社会医疗保险基金财政补助' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('社会医疗保险基金财政补助')
    await page.locator('[data-cell="0:1"]').click()
    await page.keyboard.type('321')
    await leave(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('办公楼修缮')
    await expect(page.locator('input.editor')).toHaveValue('')
    await page.locator('[data-cell="0:1"]').click()
    await page.keyboard.press('Enter')
    expect((await spending(page)).map((text) => text.trim())).toEqual(['—', '—', '—', '—'])
    await page
      .getByRole('navigation', { name: '项目' })
      .getByRole('link', { name: '社会医疗保险基金财政补助' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('社会医疗保险基金财政补助')
    await expect(page.locator('[data-cell="0:1"]')).toContainText('321.00')
  })
}
