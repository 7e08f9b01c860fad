import { expect, open, test } from './board'
import { paste } from './hands'

const SPENT = ['8', '26.5', '52', '76.40'] as const
const VALUES = [
  ['', '92', '93', '95'],
  ['', '100', '100', '100'],
  ['', '70', '78', '95.5'],
  ['', '95', '96', '97.5'],
  ['', '', '91', '92'],
  ['', '', '90', '91'],
  ['', '', '', '93.5'],
] as const

test('the year of one project by keyboard alone, from empty to every figure on 总览', async ({ page }) => {
  await open(page, '#/entry/3', 'entry')
  while (!(await page.evaluate(() => document.activeElement?.matches('input[autocomplete="name"]'))))
    await page.keyboard.press('Tab')
  await page.keyboard.type('王芳')
  while (!(await page.evaluate(() => document.activeElement?.classList.contains('editor'))))
    await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  for (const row of [SPENT, ...VALUES]) {
    for (const value of row) {
      if (value) await page.keyboard.type(value)
      await page.keyboard.press('Tab')
    }
    const leftTheGrid = !(await page.evaluate(() => document.activeElement?.classList.contains('editor')))
    expect(leftTheGrid).toBe(row === VALUES.at(-1))
  }
  await expect(page.getByText(/已保存到本机 \d\d:\d\d:\d\d，共 21 条/)).toBeVisible()

  const figures = async () => {
    await open(page, '#/?unit=yuan&asOf=2020-10-31', 'overview')
    const row = page.locator('tr[data-project="3"]')
    await expect(row).toContainText('520,000.00')
    await expect(row).toContainText('65.0%')
    await expect(row).toContainText('−15.0')
    await expect(row).toContainText('略滞后')
    for (const value of ['93%', '100%', '78%', '96%', '91%', '90%']) await expect(row).toContainText(value)
    await open(page, '#/?unit=yuan', 'overview')
    await expect(row).toContainText('764,000.00')
    await expect(row).toContainText('93.5%')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      '支出 764,000.00 元（5 个项目未填报，未计入）',
    )
    await expect(page.getByRole('heading', { level: 1 })).toContainText('42 项指标达标 7 项、未填报 35 项')
    return row.textContent()
  }
  const before = await figures()
  await page.reload()
  expect(await figures()).toBe(before)
})

test('a block from a spreadsheet is previewed, applied as one step and undone as one', async ({ page }) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="1:1"]').click()
  await paste(page, { 'text/plain': '９２％\t93\r\n≥100%\t0.98\r\n####\t78\r\n' })
  const preview = page.getByRole('dialog')
  await expect(preview).toContainText('可录入 4 格，待确认 1 格，不能录入 1 格')
  await expect(preview).toContainText('Excel 列太窄')
  await expect(preview.getByRole('button', { name: '录入', exact: true })).toBeDisabled()
  await preview.getByRole('button', { name: '按 98% 录入' }).click()
  await preview.getByRole('button', { name: '录入 5 格' }).click()
  await expect(page.getByText('共 5 条')).toBeVisible()
  await expect(page.locator('[data-cell="2:2"]')).toContainText('98%')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('共 10 条')).toBeVisible()
  for (const cell of ['1:1', '1:2', '2:1', '2:2', '3:2']) {
    await expect(page.locator(`[data-cell="${cell}"]`)).toHaveAttribute('data-state', 'empty')
  }
  await page.keyboard.press('Control+y')
  await expect(page.locator('[data-cell="3:2"]')).toContainText('78%')
})

test('Enter while an input method composes commits nothing; a doubtful value is asked about', async ({
  page,
}) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="1:1"]').click()
  await page.keyboard.type('0.95')
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  )
  await expect(page.locator('[data-cell="1:1"]')).toHaveAttribute('data-state', 'empty')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="1:1"]')).toHaveAttribute('data-state', 'doubtful')
  await page.locator('[data-cell="1:1"]').click()
  await page.getByRole('group', { name: '请确认' }).getByRole('button', { name: '按 95% 录入' }).click()
  await expect(page.locator('[data-cell="1:1"]')).toHaveAttribute('data-state', 'saved')
})

test('a wrong entry is voided with a reason and stays in the history', async ({ page }) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="1:1"]').click()
  await page.keyboard.type('19')
  await page.keyboard.press('Enter')
  const history = page.getByRole('region', { name: '填报记录列表' })
  await history.locator('summary').click()
  await history.getByLabel(/作废原因/).fill('录错了数')
  await history.getByRole('button', { name: '作废这一条' }).click()
  await expect(history).toContainText('已作废：录错了数')
  await expect(page.locator('[data-cell="1:1"]')).toHaveAttribute('data-state', 'empty')
})
