import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, open, submitAnyway, test } from './board'

async function as(page: Page, name: string, role: string) {
  await page.getByLabel('填报人').fill(name)
  await page.getByLabel('身份', { exact: true }).selectOption(role)
}

async function type(page: Page, cell: string, text: string) {
  await page.locator(`[data-cell="${cell}"]`).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

test('a checkpoint is submitted, returned with a note, mended, accepted, and then closed', async ({
  page,
}) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await as(page, '王芳', '项目负责人')
  await type(page, '0:1', '26')
  const strip = page.getByRole('list', { name: '各节点报送情况' })
  await strip.getByRole('button', { name: '报送6月底' }).click()
  await submitAnyway(page)
  await expect(strip).toContainText('待审核')

  await page.getByRole('link', { name: '审核', exact: true }).click()
  await expect(page.locator('[data-screen="round"]')).toBeVisible()
  await as(page, '刘局', '分管领导')
  const row = page.locator('tr[data-project="3"]')
  await expect(page.getByRole('region', { name: '待办' })).toContainText('6月底由 王芳 于')
  await row.getByRole('checkbox').check()
  await expect(page.getByRole('button', { name: '退回6月底（1 个项目）' })).toBeDisabled()
  await page.getByLabel('审核意见（退回时须写明要补正什么）').fill('请补报综合保障率')
  await page.getByRole('button', { name: '退回6月底（1 个项目）' }).click()
  await expect(row).toContainText('已退回')

  await as(page, '王芳', '项目负责人')
  const todo = page.getByRole('region', { name: '待办' })
  await expect(todo).toContainText('6月底被 刘局 退回：请补报综合保障率')
  await todo.getByRole('link', { name: '去补正：办公楼修缮' }).click()
  await expect(page.locator('[data-screen="entry"]')).toBeVisible()
  await type(page, '1:1', '92')
  await strip.getByRole('button', { name: '报送6月底' }).click()
  await submitAnyway(page)
  await expect(strip).toContainText('待审核')

  await page.getByRole('link', { name: '审核', exact: true }).click()
  await expect(page.locator('[data-screen="round"]')).toBeVisible()
  await as(page, '刘局', '分管领导')
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '通过6月底（1 个项目）' }).click()
  await expect(row).toContainText('已通过')

  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await as(page, '王芳', '项目负责人')
  await expect(
    page.getByText(/6月底及以前的填报已关闭：刘局 于 .* 通过。需要修改的，请分管领导退回。/),
  ).toBeVisible()
  await type(page, '1:2', '93')
  await expect(page.locator('[data-cell="1:2"]')).toContainText('93%')
})

test('many projects are submitted and accepted in one act; what was not submitted is left out', async ({
  page,
}) => {
  await open(page, '#/round?asOf=2020-06-30', 'round')
  await as(page, '王芳', '项目负责人')
  for (const position of [1, 2, 3])
    await page.locator(`tr[data-project="${position}"]`).getByRole('checkbox').check()
  await page.getByRole('button', { name: '报送6月底（3 个项目）' }).click()
  await submitAnyway(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '6月底共 6 个项目：待审核 3 个，未报送 3 个',
  )
  await as(page, '刘局', '分管领导')
  await page.getByRole('checkbox', { name: '全选' }).check()
  await page.getByRole('button', { name: '通过6月底（3 个项目）' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '6月底共 6 个项目：已通过 3 个，未报送 3 个',
  )
})

test('a lock closes for all and says who can open it; roles see only what is theirs', async ({ page }) => {
  await open(page, '#/round?asOf=2020-06-30', 'round')
  await as(page, '王芳', '项目负责人')
  await expect(page.getByRole('button', { name: /锁定/ })).toHaveCount(0)
  await as(page, '刘局', '分管领导')
  await page.getByLabel('锁定6月底的理由').fill('汇总上报')
  await page.getByRole('button', { name: '锁定全部项目' }).click()
  await expect(page.getByText(/刘局 于 .* 锁定（汇总上报）。需要修改的，请分管领导解锁。/)).toBeVisible()
  await open(page, '#/entry/5?asOf=2020-06-30', 'entry')
  await as(page, '王芳', '项目负责人')
  await expect(page.getByText(/需要修改的，请分管领导解锁/)).toBeVisible()
  await expect(page.getByRole('button', { name: '报送6月底' })).toHaveCount(0)
  await as(page, '陈评', '评价人员')
  await expect(page.getByText('此项由项目负责人办理，请切换身份。').first()).toBeVisible()
  await page.getByLabel('身份说明').click()
  await expect(page.getByText('不是权限控制')).toBeVisible()
})

test('整改 is asked for and answered; a manager named for a project is the only one who enters', async ({
  page,
}) => {
  await open(page, '#/round?asOf=2020-06-30', 'round')
  await as(page, '刘局', '分管领导')
  await page.getByLabel('整改要求、答复或批注').fill('7月底前补齐支付凭证')
  await page.getByRole('button', { name: '提出整改要求' }).click()
  await expect(page.getByText('尚未答复')).toBeVisible()
  await as(page, '王芳', '项目负责人')
  await page.getByLabel('整改要求、答复或批注').fill('已补齐')
  await page.getByRole('button', { name: '答复整改' }).click()
  await expect(page.getByText('尚未答复')).toHaveCount(0)
  await expect(page.getByText(/已补齐（王芳/)).toBeVisible()

  await as(page, '管理员', '系统管理')
  await page.getByLabel(/项目负责人（现为未指定）/).fill('李强')
  await page.getByRole('button', { name: '指定', exact: true }).click()
  await open(page, '#/entry/1', 'entry')
  await as(page, '王芳', '项目负责人')
  await expect(page.getByText(/本项目由 李强 填报/)).toBeVisible()
  await as(page, '李强', '项目负责人')
  await type(page, '0:1', '100')
  await expect(page.locator('[data-cell="0:1"]')).toContainText('100.00')
})

test('two who reported differently for one day: one value is kept with the reason', async ({ page }) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await as(page, '王芳', '项目负责人')
  await type(page, '1:1', '92')
  await as(page, '李强', '项目负责人')
  await type(page, '1:1', '88')
  await page.getByRole('link', { name: '审核', exact: true }).click()
  await expect(page.locator('[data-screen="round"]')).toBeVisible()
  const panel = page.getByRole('region', { name: '填报不一致' })
  await panel.getByRole('radio', { name: /92/ }).check()
  await panel.getByLabel('核定理由').fill('以监理报告为准')
  await panel.getByRole('button', { name: '采用所选的值' }).click()
  await expect(panel).toHaveCount(0)
  await open(page, '#/project/3/1?asOf=2020-06-30', 'project')
  await expect(page.locator('[data-position="1"]')).toContainText('92%')
  await open(page, '#/ledger', 'ledger')
  await expect(page.locator('main')).toContainText('以监理报告为准')
  await expect(page.locator('tr.voided')).toHaveCount(0)
})

test('报送 shows what it hands over and asks about what is missing; it is withdrawn with a reason, and what changes after it is said', async ({
  page,
}) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await as(page, '王芳', '项目负责人')
  await type(page, '0:1', '26')
  await type(page, '1:1', '60')
  const strip = page.getByRole('list', { name: '各节点报送情况' })
  await strip.getByRole('button', { name: '报送6月底' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('报送6月底：1 个项目，其中 1 个有缺项')
  await expect(question).toContainText('已填 2/8 项')
  await expect(question).toContainText('累计支出 26.00 万元（滞后）')
  await expect(question).toContainText('未填报 6 项指标')
  await expect(question).toContainText('没有写原因的 1 项')
  await expect(question).toContainText('支出滞后，没有写原因')
  await expect(question.getByRole('button', { name: '先不报送' })).toBeFocused()
  await question.getByText('写支出原因').click()
  await question.getByLabel('原因类别').selectOption('经费保障')
  await question.getByLabel('支出偏离计划的原因').fill('工程款待验收')
  await question.getByLabel('下一步措施').fill('7月完成验收')
  await question.getByRole('textbox', { name: '何时完成' }).fill('2020-07-31')
  await question.getByRole('button', { name: '记下支出原因' }).click()
  await expect(question).not.toContainText('没有写原因，')
  await expect(question).toContainText('经费保障：工程款待验收，下一步：7月完成验收')
  await submitAnyway(page)
  await expect(strip).toContainText('待审核')

  await type(page, '2:1', '99')
  await expect(strip).toContainText('报送后又有 1 条改动，审核人会看到')
  await strip.getByText('撤回', { exact: true }).click()
  await strip.getByLabel('撤回6月底报送的理由').fill('漏填一项')
  await strip.getByRole('button', { name: '撤回6月底' }).click()
  await expect(strip.getByRole('button', { name: '报送6月底' })).toBeVisible()
  await expect(strip).not.toContainText('待审核')

  await page.locator('[data-cell="0:1"]').click()
  const reason = page.getByRole('region', { name: /支出原因/ })
  await expect(reason).toContainText('工程款待验收')
  await page.locator('[data-cell="0:2"]').click()
  await expect(reason).toContainText(/支出(略|严重)?滞后，请写明原因/)
})

test('the checkpoints and the last days for submitting them leave as a calendar file', async ({ page }) => {
  await open(page, '#/round?asOf=2020-06-30', 'round')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '节点和报送截止日存为日历文件（.ics）' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toBe('绩效节点-2020年.ics')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(6)
  for (const day of ['20200630', '20200710', '20201031', '20201110', '20201231', '20210110'])
    expect(text).toContain(`DTSTART;VALUE=DATE:${day}`)
})
