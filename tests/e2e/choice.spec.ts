import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { axeFindings, expect, open, test } from './board'

const FILE = '2020-323002.json'
const TARGETS = ['合格', '12月底前完成', '1:1', '=100%']
const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
const panel = (page: Page) => page.locator('.cell-panel')

/** 办公楼修缮 with targets that real forms print and no number says. */
async function unusual(page: Page): Promise<void> {
  const plan = JSON.parse(readFileSync(`public/data/${FILE}`, 'utf8'))
  for (const [at, target] of TARGETS.entries()) plan.projects[2].indicators[at].target = target
  const body = JSON.stringify(plan)
  await page.route(`**/data/${FILE}`, (route) => route.fulfill({ body, contentType: 'application/json' }))
}

async function typed(page: Page, row: number, text: string): Promise<void> {
  await cell(page, row, 3).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await cell(page, row, 3).click()
}

test('a band is chosen with its percentage, a day from the calendar; words of practice are asked about', async ({
  page,
}) => {
  await unusual(page)
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await cell(page, 1, 3).click()
  expect(await axeFindings(page)).toEqual([])
  await panel(page).getByLabel('达成程度').selectOption({ index: 2 })
  await panel(page).getByLabel('百分比（年终').fill('80')
  await expect(panel(page)).toContainText('“部分达成并具有一定效果”的百分比应在 60%–80%（不含 80%）')
  await expect(panel(page).getByRole('button', { name: '录入达成程度' })).toBeDisabled()
  await panel(page).getByLabel('百分比（年终').fill('72.5%')
  await panel(page).getByRole('button', { name: '录入达成程度' }).click()
  await expect(cell(page, 1, 3)).toContainText('部分达成并具有一定效果 72.5%')
  await expect(cell(page, 1, 3)).toHaveAttribute('data-state', 'saved')

  await cell(page, 2, 3).click()
  await panel(page).getByLabel('完成日期', { exact: true }).fill('2020-11-20')
  await panel(page).getByRole('button', { name: '录入完成日期' }).click()
  await expect(cell(page, 2, 3)).toContainText('2020-11-20')
  await expect(cell(page, 2, 3)).toHaveAttribute('data-state', 'saved')

  for (const [row, text, why, choice, shown] of [
    [1, '合格', '没有写明达成程度', /按 达成预期指标 录入/, '达成预期指标'],
    [2, '11月', '只写了月份', /按 2020-11-30 录入/, '2020-11-30'],
    [2, '12月底前完成', '写的是期限', /按 2020-12-31 录入/, '2020-12-31'],
    [3, '是', '没有写明达成程度', /按 达成预期指标 录入/, '达成预期指标'],
    [3, '1:1', '没有写明达成程度', /按 达成预期指标 录入/, '达成预期指标'],
    [4, '完成', '指标值是一个确定的数', /按 100% 录入/, '100%'],
  ] as const) {
    await typed(page, row, text)
    await expect(panel(page)).toContainText(why)
    await panel(page).getByRole('button', { name: choice }).click()
    await expect(cell(page, row, 3)).toContainText(shown)
    await expect(cell(page, row, 3)).toHaveAttribute('data-state', 'saved')
  }
  await typed(page, 1, '比较好')
  await expect(panel(page)).toContainText('也可在该格旁的“达成程度”中选择')
  await panel(page).getByLabel('达成程度').selectOption({ index: 1 })
  await panel(page).getByLabel('百分比（年终').fill('95')
  await panel(page).getByRole('button', { name: '录入达成程度' }).click()
  await expect(cell(page, 1, 3)).toContainText('达成预期指标 95%')
  await expect(cell(page, 1, 3)).toHaveAttribute('data-state', 'saved')
})

test('the same choice stands beside the cells of all projects, and none where nothing can be entered', async ({
  page,
}) => {
  await unusual(page)
  await open(page, '#/entries/12', 'entries')
  await page.getByLabel('填报人').fill('王芳')
  const quality = page.locator('[data-cell^="2:"]').nth(1)
  await quality.click()
  await panel(page).getByLabel('达成程度').selectOption({ index: 3 })
  await panel(page).getByLabel('百分比（年终').fill('30')
  await panel(page).getByRole('button', { name: '录入达成程度' }).click()
  await expect(quality).toContainText('未达成且效果较差 30%')
  await page.getByLabel('身份', { exact: true }).selectOption('评价人员')
  await quality.click()
  await expect(panel(page).getByLabel('达成程度')).toBeDisabled()
})

test('money by source comes to the total of the day and stands on the forms; a blank is no 0', async ({
  page,
}) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await cell(page, 0, 3).click()
  await page.keyboard.type('70')
  await page.keyboard.press('Enter')
  const sources = page.locator('details', { hasText: '分来源资金' })
  await sources.locator('summary').click()
  expect(await axeFindings(page)).toEqual([])
  const take = sources.getByRole('button', { name: '记入分来源资金' })
  await sources.getByLabel('当年财政拨款到位数').fill('80')
  await sources.getByLabel('当年财政拨款执行数').fill('65')
  await expect(sources).toContainText('各来源执行数合计 65.00 万元，与累计支出 70.00 万元 不符')
  await expect(take).toBeDisabled()
  await sources.getByLabel('上年结转资金执行数').fill('5')
  await expect(sources).toContainText('上年结转资金执行 5.00 万元，没有填到位数')
  await sources.getByLabel('上年结转资金到位数').fill('5')
  await expect(sources).toContainText('全年预算数中没有这一来源，请填写各来源全年预算数')
  await expect(take).toBeDisabled()
  await sources.getByLabel('当年财政拨款全年预算数').fill('70')
  await sources.getByLabel('上年结转资金全年预算数').fill('5')
  await expect(sources).toContainText('各来源全年预算数合计 75.00 万元，与全年预算数 80.00 万元 不符')
  await sources.getByLabel('当年财政拨款全年预算数').fill('75')
  await take.click()
  await expect(
    page.getByText(
      '当年财政拨款全年预算 75.00、到位 80.00、执行 65.00；上年结转资金全年预算 5.00、到位 5.00、执行 5.00（万元）',
    ),
  ).toBeVisible()
  await expect(sources.getByLabel('上年结转资金全年预算数')).toHaveValue('5')
  await open(page, '#/papers/project/3', 'papers')
  const row = (name: string) => page.getByRole('row', { name })
  await expect(row('其中：当年财政拨款').getByRole('cell')).toHaveText([
    '其中：当年财政拨款',
    '80.00',
    '75.00',
    '65.00',
    '—',
    '86.67%',
    '—',
  ])
  await expect(row('上年结转资金').getByRole('cell').nth(3)).toHaveText('5.00')
  await expect(row('其他资金').getByRole('cell').nth(3)).toHaveText('')
})
