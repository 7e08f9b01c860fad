import { chromiumOnly, expect, open, test } from './board'
import { paste } from './hands'

test(
  'what another tab entered while this one typed is asked about, in a cell, in a paste and by 撤销',
  chromiumOnly('two pages of one context share a database'),
  async ({ page, context }) => {
    await open(page, '#/entries/6?asOf=2020-06-30', 'entries')
    await page.getByLabel('填报人').fill('王芳')
    await page.getByLabel('填报人').press('Enter')
    const other = await context.newPage()
    await open(other, '#/entries/6?asOf=2020-06-30', 'entries')
    const mine = page.locator('[data-cell="2:0"]')
    const theirs = other.locator('[data-cell="2:0"]')

    await mine.click()
    await page.keyboard.type('40')
    await theirs.click()
    await other.keyboard.type('52')
    await other.keyboard.press('Enter')
    await expect(theirs).toHaveAttribute('data-state', 'saved')
    await expect(mine.locator('.shown')).toHaveText('52.00')
    await page.keyboard.press('Enter')
    await expect(mine).toHaveAttribute('data-state', 'doubtful')
    await expect(theirs.locator('.shown')).toHaveText('52.00')
    await mine.click()
    await expect(page.locator('.said').first()).toContainText(
      /录入期间此格已由 王芳 改为 52\.00 万元（.+）；仍录入 40\.00 万元？/,
    )
    await page.getByRole('button', { name: '仍录入 40.00 万元' }).click()
    await expect(mine).toHaveAttribute('data-state', 'saved')
    await expect(theirs.locator('.shown')).toHaveText('40.00')

    await mine.click()
    await paste(page, { 'text/plain': '41\n7' })
    const preview = page.getByRole('dialog')
    await expect(preview.getByRole('row', { name: /办公楼修缮/ })).toContainText('40.00')
    await theirs.click()
    await other.keyboard.type('53')
    await other.keyboard.press('Enter')
    await expect(theirs).toHaveAttribute('data-state', 'saved')
    await page.keyboard.press('Enter')
    await expect(preview).toContainText('打开预览以后，有 1 格在别处改过')
    await expect(preview.getByRole('row', { name: /办公楼修缮/ })).toContainText('53.00')
    await expect(theirs.locator('.shown')).toHaveText('53.00')
    await page.keyboard.press('Enter')
    await expect(preview).toBeHidden()
    await expect(theirs.locator('.shown')).toHaveText('41.00')

    await theirs.click()
    await other.keyboard.type('54')
    await other.keyboard.press('Enter')
    await expect(mine.locator('.shown')).toHaveText('54.00')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已撤销一步' })).toContainText(
      /显示的数没有变：办公楼修缮 6月底 累计支出 现在仍是 54\.00 万元（王芳 .+ 录入）/,
    )
  },
)
