import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

async function as(page: Page, name: string, role: string) {
  await page.getByLabel('填报人').fill(name)
  await page.getByLabel('身份', { exact: true }).selectOption(role)
}

const finding = (page: Page, key: string) => page.locator(`[data-finding="${key}"]`)
const SAVING = 'not-literal:2020-323002/3/4.target'
const CODE = 'same-code:323-0105-YBN-V0X2'

test('a finding is accepted with a reason, survives a reload, shows in the ledger, and is open again once it is void', async ({
  page,
}) => {
  await open(page, '#/department', 'department')
  await page.getByRole('link', { name: '数据核对：15 处待核对' }).click()
  await expect(page.locator('[data-screen="checks"]')).toBeVisible()
  await expect(page).toHaveTitle('数据核对 · 绩效看板')
  const headline = page.getByRole('heading', { level: 1 })
  await expect(headline).toHaveText('2020 年公开文本：15 处待核对')
  const own = finding(page, SAVING)
  await expect(own).toContainText('≥95百分比')
  await expect(own.getByRole('button')).toHaveCount(0)

  await as(page, '赵敏', '评价人员')
  await own.getByRole('button', { name: /^写核对意见/ }).click()
  await expect(own.getByRole('button', { name: '保存意见' })).toBeDisabled()
  await own.getByLabel('理由（必填）').fill('局务会确认，指控制在预算的 95% 以内')
  await own.getByRole('button', { name: '保存意见' }).click()
  await expect(headline).toHaveText('2020 年公开文本：14 处待核对，1 处已认可')
  await expect(page.getByText('已保存到本机')).toBeVisible()

  await page.reload()
  await expect(own).toContainText('无误，认可原文')
  await expect(own).toContainText('局务会确认，指控制在预算的 95% 以内')
  await expect(own).toContainText('赵敏')
  await open(page, '#/ledger', 'ledger')
  await expect(page.locator('[data-screen="ledger"]')).toContainText(
    '指标值不能照字面理解（原文：成本费用压缩 ≥95百分比）：无误，认可原文；局务会确认',
  )

  await open(page, '#/checks', 'checks')
  await own.getByRole('button', { name: /^作废这条意见/ }).click()
  await own.getByLabel('作废的理由（必填）').fill('看错一行')
  await own.getByRole('button', { name: '作废', exact: true }).click()
  await expect(headline).toHaveText('2020 年公开文本：15 处待核对')
  await expect(own).not.toContainText('无误，认可原文')
})

test('a mend says what should stand and where it is corrected; the next decision stands over it', async ({
  page,
}) => {
  await open(page, '#/checks', 'checks')
  await as(page, '刘局', '分管领导')
  const own = finding(page, CODE)
  await own.getByRole('button', { name: /^写核对意见/ }).press('Enter')
  await own.getByLabel('已更正').check()
  await own.getByLabel('理由（必填）').fill('项目 6 的编码印错')
  await expect(own.getByRole('button', { name: '保存意见' })).toBeDisabled()
  await own.getByLabel('应当是').fill('项目 6 为 323-0105-YBN-V0X3')
  await own.getByLabel('文件名称').fill('预算公开更正公告')
  await own.getByRole('button', { name: '保存意见' }).click()
  await expect(own).toContainText(
    '已更正，应为“项目 6 为 323-0105-YBN-V0X3”，见更正后的文件《预算公开更正公告》',
  )
  await own.getByRole('button', { name: /^另写意见/ }).click()
  await own.getByLabel('存疑，待核实').check()
  await own.getByLabel('理由（必填）').fill('更正公告还没有发')
  await own.getByRole('button', { name: '保存意见' }).click()
  await expect(own).toHaveAttribute('data-mark', 'noted')
  await expect(own.getByText('以前的 1 条核对意见')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2020 年公开文本：14 处待核对，1 处存疑')
})

test('a manager notes what is doubtful in an own project, and decides nothing else', async ({ page }) => {
  await open(page, '#/checks', 'checks')
  await as(page, '王芳', '项目负责人')
  await expect(finding(page, CODE).getByRole('button')).toHaveCount(0)
  const own = finding(page, SAVING)
  await own.getByRole('button', { name: /^写核对意见/ }).click()
  await expect(own.getByLabel('无误，认可原文')).toBeDisabled()
  await expect(own.getByLabel('存疑，待核实')).toBeChecked()
  await own.getByLabel('理由（必填）').fill('已问财政局')
  await own.getByRole('button', { name: '保存意见' }).click()
  await expect(own).toHaveAttribute('data-mark', 'noted')
  await as(page, '管理员', '系统管理')
  await expect(page.locator('[data-finding]').getByRole('button')).toHaveCount(0)
})

test('what is decided in the demonstration stays out of the real ledger', async ({ page }) => {
  await open(page, '#/checks?demo', 'checks')
  await as(page, '赵敏', '评价人员')
  const own = finding(page, SAVING)
  await own.getByRole('button', { name: /^写核对意见/ }).click()
  await own.getByLabel('理由（必填）').fill('试一试')
  await own.getByRole('button', { name: '保存意见' }).click()
  await expect(own).toHaveAttribute('data-mark', 'accepted')
  await open(page, '#/checks', 'checks')
  await expect(own).toHaveAttribute('data-mark', 'open')
})

interface PlanText {
  facts: unknown
  projects: {
    code: string
    name: string
    schedule: Record<string, string | null>
    goals: string[]
    indicators: { level3: string; description: string; target: string; weight?: string }[]
  }[]
}

/** Serves the plan as it would be after another document was imported. */
async function serve(page: Page, change: (plan: PlanText) => void) {
  await page.unroute('**/data/2020-323002.json')
  await page.route('**/data/2020-323002.json', async (route) => {
    const response = await route.fetch()
    const plan = (await response.json()) as PlanText
    change(plan)
    await route.fulfill({ json: plan })
  })
}

test('a decision does not pass to other words, and stays when its finding is gone', async ({ page }) => {
  await open(page, '#/checks', 'checks')
  await as(page, '赵敏', '评价人员')
  const own = finding(page, SAVING)
  await own.getByRole('button', { name: /^写核对意见/ }).click()
  await own.getByLabel('理由（必填）').fill('按控制率理解')
  await own.getByRole('button', { name: '保存意见' }).click()
  await expect(own).toHaveAttribute('data-mark', 'accepted')

  const target = (text: string) => (plan: PlanText) => {
    const row = plan.projects[2]?.indicators[3]
    if (row) row.target = text
  }
  await serve(page, target('≥97百分比'))
  await page.reload()
  await expect(own).toHaveAttribute('data-mark', 'open')
  await expect(own).toContainText('原文已变，请重新核对；当时的原文是“成本费用压缩 ≥95百分比”')
  await serve(page, target('≤95百分比'))
  await page.reload()
  await expect(page.getByRole('region', { name: /^原问题已不存在/ })).toContainText('按控制率理解')
  await expect(own).toHaveCount(0)
})

test('a plan without findings says so', async ({ page }) => {
  await serve(page, (plan) => {
    plan.facts = null
    plan.projects = plan.projects.slice(2, 3)
    for (const project of plan.projects) {
      project.schedule = { '06': '50.00', '12': '100.00' }
      project.indicators = project.indicators.slice(0, 1)
    }
  })
  await page.goto('#/checks')
  await expect(page.locator('[data-screen="checks"]')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2020 年公开文本：没有需要核对的地方')
  await expect(page.locator('[data-finding]')).toHaveCount(0)
})

test('分值 that a table prints are the weights of its sheet, or the sheet says why not', async ({ page }) => {
  const print = (weights: readonly string[]) => (plan: PlanText) =>
    plan.projects[2]?.indicators.forEach((row, index) => (row.weight = weights[index] ?? ''))
  await serve(page, print(['20', '10', '10', '10', '20', '10', '10']))
  await open(page, '#/evaluation/3', 'evaluation')
  await expect(page.getByRole('row', { name: /^分值依据/ })).toContainText('表内分值')
  await expect(page.locator('tr[data-row="1"]')).toContainText('20')
  await open(page, '#/project/3', 'project')
  await expect(page.getByRole('columnheader', { name: '分值', exact: true })).toBeVisible()

  await serve(page, print(['20', '20', '20', '10', '10', '10', '10']))
  await page.goto('about:blank')
  await open(page, '#/evaluation/3', 'evaluation')
  await as(page, '赵敏', '评价人员')
  const why = '产出指标合计 70 分，办法为 50 分'
  await expect(page.getByRole('row', { name: /^分值依据/ })).toContainText(why)
  await page.locator('summary', { hasText: '分值 平均分配' }).click()
  await page.getByRole('button', { name: '填入表内分值' }).click()
  await expect(page.getByText('全部分值应共 100 分，现为 110 分')).toBeVisible()
  await page.getByLabel('预算执行率', { exact: true }).fill('0')
  await page.getByLabel('理由（各类分值之和与办法不同时必须写）').fill('表内分值合计 100')
  await page.getByRole('button', { name: '按此分值计分' }).click()
  await expect(page.getByRole('row', { name: /^分值依据/ })).toContainText('人工设定：赵敏')
})
