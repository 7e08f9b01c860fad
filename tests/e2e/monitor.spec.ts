import { expect, open, test } from './board'

test('the double monitor at 6月底 and 10月底: money, results, reasons, what they rest on', async ({
  page,
}) => {
  await open(page, '#/monitor?demo&asOf=2020-06-30', 'monitor')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '1–6月：6 个项目中支出异常 3 个，未填报 1 个',
  )
  await expect(page.locator('tr[data-project="4"]')).toContainText('未填报')
  await page.getByRole('link', { name: '10月底' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1–10月')
  await expect(page.getByRole('region', { name: '达标的依据' })).toContainText('已审核通过且有佐证 1')
  await page.locator('tr[data-project="5"]').getByRole('link').click()
  const table = page.getByRole('region', { name: '项目支出绩效目标执行监控表（1–10月）' })
  await expect(table).toContainText('45.97%')
  await expect(table).toContainText('258.72')
  await expect(table.locator('[data-row="3"]')).toContainText('完全不可能')
  await expect(page.getByRole('region', { name: '整改' })).toContainText('尚未答复')
})

test('the report is rewritten, kept, and shows what changed instead of overwriting', async ({ page }) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="0:1"]').click({ force: true })
  await page.keyboard.type('26')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toContainText('26.00')
  await open(page, '#/monitor?asOf=2020-06-30', 'monitor')
  await page.getByRole('link', { name: '文字报告' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2020年1–6月绩效运行监控报告')
  await page.getByRole('button', { name: '改写：二、各项目情况 第 3 段' }).click()
  await page
    .getByRole('textbox', { name: '改写：二、各项目情况 第 3 段' })
    .fill('修缮工程六月支出二十六万元。')
  await page.getByRole('button', { name: '保存改写' }).click()
  await expect(page.getByText('修缮工程六月支出二十六万元。')).toBeVisible()
  await page.reload()
  await expect(page.getByText('修缮工程六月支出二十六万元。')).toBeVisible()
  await expect(page.getByText(/王芳 .* 改写/)).toBeVisible()

  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.locator('[data-cell="0:1"]').click({ force: true })
  await page.keyboard.type('27.5')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toContainText('27.50')
  await open(page, '#/report/monitor?asOf=2020-06-30', 'report')
  await expect(page.getByText('改写以后数据有变')).toBeVisible()
  await expect(page.locator('del').first()).toHaveText('26.00')
  await expect(page.locator('ins').first()).toHaveText('27.50')
  await expect(page.getByText('修缮工程六月支出二十六万元。')).toBeVisible()
  await page.getByRole('button', { name: '采用自动文字' }).click()
  await expect(page.getByText('修缮工程六月支出二十六万元。')).toHaveCount(0)
  await page.getByRole('button', { name: '27.50 万元' }).first().click()
  await expect(page.getByRole('dialog')).toContainText('27.50 万元')
})
