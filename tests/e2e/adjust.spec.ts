import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

async function adjusting(page: Page, position: number, what: string, role = '分管领导') {
  await open(page, `#/entry/${position}`, 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.getByLabel('身份', { exact: true }).selectOption(role)
  const panel = page.locator('details', { hasText: '指标的拆分' })
  await panel.locator('summary').click()
  await panel.getByLabel('调整什么').selectOption({ label: what })
  return panel
}

test('an approved budget adjustment changes the year’s budget and is derived', async ({ page }) => {
  const panel = await adjusting(page, 3, '全年预算')
  await panel.getByLabel(/增减额/).fill('-5.5')
  await expect(panel).toContainText('全年预算数将由 80.00 变为 74.50 万元')
  await expect(panel.getByRole('button', { name: '登记' })).toBeDisabled()
  await panel.getByLabel('批准日期', { exact: true }).fill('2020-12-31')
  await panel.getByLabel('文号').fill('财预〔2020〕8号')
  await panel.getByLabel('理由').fill('压减一般性支出')
  await panel.getByRole('button', { name: '登记' }).click()
  await open(page, '#/', 'overview')
  await page.locator('tr[data-project="3"]').getByRole('button', { name: '74.50' }).click()
  await expect(page.getByRole('dialog')).toContainText('财预〔2020〕8号：压减一般性支出')
})

test('a changed 指标值 is read before it is entered, and judges from then on', async ({ page }) => {
  const panel = await adjusting(page, 3, '指标值')
  await panel.locator('select').nth(1).selectOption({ index: 3 })
  await panel.getByLabel('新的指标值').fill('≥5百分比')
  await expect(panel).toContainText('将按 ≥5% 判断')
  await panel.getByLabel('批准日期', { exact: true }).fill('12.31')
  await panel.getByLabel('文号').fill('财绩〔2020〕2号')
  await panel.getByLabel('理由').fill('节约率指标口径更正')
  await panel.getByRole('button', { name: '登记' }).click()
  await page.getByLabel('身份', { exact: true }).selectOption('项目负责人')
  await page.locator('[data-cell="4:3"]').click()
  await page.keyboard.type('7.1')
  await page.keyboard.press('Enter')
  await open(page, '#/project/3/4', 'project')
  await expect(page.locator('[data-position="4"]')).toContainText('达标')
  await expect(page.locator('[data-position="4"]')).toContainText('经 财绩〔2020〕2号 调整，原为 ≥95百分比')
})

test('a new 指标值 that leaves out the unit is asked about, and taken only once that is answered', async ({
  page,
}) => {
  const panel = await adjusting(page, 3, '指标值')
  await panel.locator('select').nth(1).selectOption({ index: 3 })
  await panel.getByLabel('新的指标值').fill('≥5')
  await panel.getByLabel('批准日期', { exact: true }).fill('12.31')
  await panel.getByLabel('文号').fill('财绩〔2020〕2号')
  await panel.getByLabel('理由').fill('节约率指标口径更正')
  const question = panel.getByRole('group', { name: '单位' })
  await expect(question).toContainText('原指标值 ≥95% 有单位，新的没有写。单位是否相同？')
  await expect(panel.getByRole('button', { name: '登记' })).toBeDisabled()
  await question.getByRole('button', { name: '确实没有单位，就是 ≥5' }).click()
  await expect(panel.getByRole('button', { name: '登记' })).toBeEnabled()
  await panel.getByLabel('新的指标值').fill('≥6')
  await question.getByRole('button', { name: '单位相同，写作 ≥6%' }).click()
  await expect(question).toBeHidden()
  await expect(panel).toContainText('将按 ≥6% 判断')
  await panel.getByRole('button', { name: '登记' }).click()
  await open(page, '#/papers/project/3', 'papers')
  await expect(page.getByRole('cell', { name: '≥6% （原 ≥95%，财绩〔2020〕2号）' })).toBeVisible()
  await expect(page.getByText('指标值 ≥95% → ≥6%，财绩〔2020〕2号：节约率指标口径更正')).toBeVisible()
})

test('a schedule that falls is refused with a sentence; a good one moves the plan', async ({ page }) => {
  const panel = await adjusting(page, 3, '资金支出计划')
  await panel.getByLabel('10月底（%）').fill('40')
  await expect(panel).toContainText('10月底低于前一节点')
  await panel.getByLabel('10月底（%）').fill('70')
  await panel.getByLabel('批准日期', { exact: true }).fill('2020-08-01')
  await panel.getByLabel('文号').fill('财预〔2020〕9号')
  await panel.getByLabel('理由').fill('工程延期')
  await panel.getByRole('button', { name: '登记' }).click()
  await open(page, '#/?asOf=2020-10-31', 'overview')
  await expect(page.locator('tr[data-project="3"]')).toContainText('70%')
})

test('a compound indicator is split and each part entered', async ({ page }) => {
  const panel = await adjusting(page, 2, '拆分指标', '项目负责人')
  await expect(panel.getByLabel('第 2 项名称')).toHaveValue('医疗救助水平')
  await panel.getByRole('button', { name: '登记' }).click()
  await expect(page.locator('[data-cell="2:1"]')).toBeVisible()
  await page.locator('[data-cell="1:1"]').click()
  await page.keyboard.type('99.5')
  await page.keyboard.press('Enter')
  await page.keyboard.type('98')
  await page.keyboard.press('Enter')
  await open(page, '#/project/2/1?asOf=2020-06-30', 'project')
  await expect(page.locator('[data-position="1"]')).toContainText('99.5%')
  await expect(page.locator('[data-position="1"]')).toContainText('98%')
  await expect(page.locator('[data-position="1"]')).toContainText('接近')
})

test('a split over reported values says which keep their day and asks about what falls away', async ({
  page,
}) => {
  const panel = await adjusting(page, 2, '拆分指标', '项目负责人')
  const type = async (column: number, text: string) => {
    await page.locator(`[data-cell="1:${column}"]`).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(page.locator(`[data-cell="1:${column}"]`)).toContainText(`${text}%`)
  }
  const enter = panel.getByRole('button', { name: '登记' })
  await type(1, '99')
  await expect(panel).toContainText('自2020年7月1日起各项分别填报；以前填报的数和评判不变：6月底 99%')
  await expect(enter).toBeEnabled()
  await type(3, '97')
  await expect(panel).toContainText('下列填报值不再计入，该节点须按各项重新填报：12月底 97%')
  await expect(enter).toBeDisabled()
  await panel.getByLabel('已知道，以上填报值不再计入').check()
  await enter.click()
  await expect(page.locator('[data-cell="2:1"]')).toContainText('整项 99%')
  await expect(page.locator('[data-cell="1:3"]')).not.toContainText('97')
})

test('the year is replayed as it was known then, and says so', async ({ page }) => {
  await open(page, '#/ledger?demo', 'ledger')
  await page.getByLabel('查找').fill('作废')
  await page.getByLabel('查找').press('Enter')
  await expect(page.locator('tr.voided')).toContainText('已作废')
  await page.getByLabel('查找').fill('')
  await page.getByLabel('查找').press('Enter')
  await page.getByLabel('按当时所知（到该日结束）', { exact: true }).fill('2020-04-15')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('台账共 13 条，其中作废 0 条')
  await page.getByRole('link', { name: '按当时所知看总览' }).click()
  await expect(page.getByRole('banner')).toContainText('按 2020年4月15日所知')
  await page.getByRole('link', { name: /2020年4月15日所知/ }).click()
  await expect(page.getByRole('banner')).not.toContainText('所知')
})

test('what is asked for last is what one sees, however late a screen arrives', async ({ page }) => {
  await page.route(/\/(DepartmentView|LedgerView)-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.goto('#/ledger?demo', { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('header nav'))
  await page.evaluate(() => (location.hash = '#/ledger?demo&knownOn=2020-04-15'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('台账共 13 条')
  expect(page.url()).toContain('knownOn=2020-04-15')
  await page.getByLabel('按当时所知（到该日结束）', { exact: true }).fill('')
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('台账共 13 条')
  await page.getByLabel('按当时所知（到该日结束）', { exact: true }).fill('2020-04-15')
  const late = page.waitForEvent('requestfinished', (request) => /DepartmentView-.*\.js/.test(request.url()))
  await page.getByRole('navigation').getByRole('link', { name: '部门', exact: true }).click()
  await page.getByRole('link', { name: /2020年4月15日所知/ }).click()
  await late
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  )
  expect(page.url()).not.toContain('knownOn')
  await expect(page.getByRole('banner')).not.toContainText('所知')
})
