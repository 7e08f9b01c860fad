import type { Page } from '@playwright/test'
import { expect, open, submitAnyway, test } from './board'
import { paste } from './hands'

const cell = (page: Page, row: number, column = 0) => page.locator(`[data-cell="${row}:${column}"]`)
const SPENT = ['2413.86', '552', '40', '6', '281.4', '539.2']
/** In Excel and by mail: find the file, six rows, save, a mail with subject, receiver, attachment and text, six times over for six managers. */
const BY_MAIL = 6 * (1 + 1 + 1 + 8)

test('6月底 of six projects is typed down one column and submitted in one act, with fewer keys and clicks than by mail', async ({
  page,
}) => {
  let acts = 0
  await page.exposeFunction('acted', () => (acts += 1))
  await page.addInitScript(() => {
    const { acted } = globalThis as unknown as { acted: () => void }
    addEventListener('pointerdown', () => acted(), true)
    addEventListener('keydown', ({ key }) => !/^[\d.]$/.test(key) && acted(), true)
  })
  await open(page, '#/?asOf=2020-06-30', 'overview')
  await page.getByRole('link', { name: '录入', exact: true }).click()
  await page.getByLabel('填报人').fill('王芳')
  await page.getByRole('link', { name: '全部项目', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('录入 · 6月底全部项目')
  await expect(page.locator('input.editor')).toBeFocused()
  for (const [row, amount] of SPENT.entries()) {
    await page.keyboard.type(amount)
    await page.keyboard.press('Enter')
    await expect(cell(page, row)).toHaveAttribute('data-state', 'saved')
  }
  await page.getByRole('button', { name: '报送6月底（6 个项目）' }).click()
  await expect(page.getByRole('dialog')).toContainText('累计支出 552.00 万元（按计划）')
  await submitAnyway(page)
  await expect(page.getByRole('button', { name: '报送6月底（0 个项目）' })).toBeDisabled()
  console.log(`6月底 of six projects: ${acts} clicks and keys beside the figures, by mail ${BY_MAIL}`)
  expect(acts).toBeLessThanOrEqual(12)
  await page.getByRole('link', { name: '审核', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('6月底共 6 个项目：待审核 6 个')
})

test('a block with the names of projects goes to their rows in whatever order, as one step', async ({
  page,
}) => {
  await open(page, '#/entries/6?asOf=2020-06-30', 'entries')
  await page.getByLabel('填报人').fill('王芳')
  await cell(page, 0).click()
  await paste(page, {
    'text/plain': '项目\t支出\n办公楼修缮\t40\n社会医疗保险基金财政补助\t552\n人员招聘费用\t60000',
  })
  const preview = page.getByRole('dialog')
  await expect(preview).toContainText('可录入 2 格，待确认 1 格')
  await preview
    .getByRole('button', { name: /6\.00 万元/ })
    .first()
    .click()
  await page.keyboard.press('Enter')
  await expect(preview).toBeHidden()
  await expect(cell(page, 2)).toContainText('40.00')
  await expect(cell(page, 1)).toContainText('552.00')
  await expect(cell(page, 3)).toContainText('6.00')
  await expect(cell(page, 0)).toHaveAttribute('data-state', 'empty')
  await page.keyboard.press('Control+z')
  for (const row of [1, 2, 3]) await expect(cell(page, row)).toHaveAttribute('data-state', 'empty')
  await page.keyboard.press('Control+y')
  await expect(cell(page, 1)).toContainText('552.00')
})

test('what a cell is about stands in it, what is doubtful is asked beside it, and the same value stands in the project', async ({
  page,
}) => {
  await open(page, '#/entries/10?asOf=2020-10-31', 'entries')
  await page.getByLabel('填报人').fill('王芳')
  await expect(cell(page, 2, 1).locator('.about')).toHaveText('综合保障率 ≥90%')
  await cell(page, 2, 1).click()
  await page.keyboard.type('0.95')
  await page.keyboard.press('Enter')
  await expect(cell(page, 2, 1)).toHaveAttribute('data-state', 'doubtful')
  await cell(page, 2, 1).click()
  await page.getByRole('group', { name: '请确认' }).getByRole('button', { name: /95%/ }).first().click()
  await expect(cell(page, 2, 1)).toHaveAttribute('data-state', 'saved')
  await page.getByRole('link', { name: '办公楼修缮各节点' }).click()
  await expect(page.locator('[data-screen="entry"]')).toBeVisible()
  await expect(page.locator('[data-cell="1:2"] .shown')).toContainText('95%')
})

test('a block over saved cells shows what it replaces, a blank is asked about, and one 撤销 serves both grids', async ({
  page,
}) => {
  await open(page, '#/entries/6?asOf=2020-06-30', 'entries')
  await page.getByLabel('填报人').fill('王芳')
  await cell(page, 0).click()
  for (const [row, amount] of ['2400', '552', '40'].entries()) {
    await page.keyboard.type(amount)
    await page.keyboard.press('Enter')
    await expect(cell(page, row)).toHaveAttribute('data-state', 'saved')
  }
  await cell(page, 0).click()
  await paste(page, {
    'text/plain':
      '项目\t支出\n社会养老保险基金财政补助\t2413.86\n社会医疗保险基金财政补助\t552\n办公楼修缮\t\n人员招聘费用\t6',
  })
  const preview = page.getByRole('dialog')
  const line = (name: string) => preview.getByRole('row', { name: new RegExp(name) })
  await expect(preview).toContainText('其中 1 格会改掉已录入的值')
  await expect(line('社会养老')).toContainText('2,400.00 万元2,413.86 万元改掉现在的值')
  await expect(line('社会医疗')).toContainText('与现在相同')
  await expect(line('办公楼修缮')).toContainText('40.00 万元不变')
  await line('办公楼修缮').getByRole('button', { name: '清空' }).click()
  await preview.getByRole('button', { name: '录入 3 格，再清空 1 格' }).click()
  const emptying = page.getByRole('dialog', { name: '作废 1 条记录' })
  await emptying.getByLabel('作废原因').fill('填错了项目')
  await page.keyboard.press('Enter')
  await expect(cell(page, 2)).toHaveAttribute('data-state', 'empty')
  await expect(cell(page, 0)).toContainText('2,413.86')
  await page.locator('[data-cell="3:0"]').click()
  await page.getByRole('link', { name: '人员招聘费用各节点' }).click()
  await expect(page.locator('[data-screen="entry"]')).toBeVisible()
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toContainText('7.00')
  await page.getByRole('link', { name: '全部项目', exact: true }).click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销一步：人员招聘费用')).toBeVisible()
  await expect(cell(page, 3)).toContainText('6.00')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(cell(page, 2)).toContainText('40.00')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(cell(page, 0)).toContainText('2,400.00')
  await expect(cell(page, 3)).toHaveAttribute('data-state', 'empty')
})
