import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

const headline = (page: Page) => page.getByRole('heading', { level: 1 })
const order = (page: Page) =>
  page.locator('tr[data-project]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-project')))

test.describe('comparing two days', () => {
  test('6月底 against 10月底 takes two clicks from 总览, and the address keeps it', async ({ page }) => {
    await open(page, '#/?demo', 'overview')
    await page.getByRole('link', { name: '10月底', exact: true }).click()
    await page.getByRole('link', { name: '对比6月底' }).click()
    const said = page.getByRole('status').filter({ hasText: '较6月底' })
    await expect(said).toContainText(
      '支出 +1,422.72，执行率 +21.6 个百分点；按6月底计划差 49.27，10月底到期后差 58.99',
    )
    await expect(said).toContainText(
      '项目转好 2 个、转差 1 个、首次填报 1 个；指标达标 +4、未达标 +3、未填报 −7',
    )
    await expect(said).toContainText('6月底有 1 个项目未填报，差额含其应支 6.00')
    await expect(page).toHaveURL(/vs=2020-06-30/)
    await expect(headline(page)).toContainText('5,205.91 万元')
    const worse = page.locator('tr[data-project="5"]')
    await expect(worse).toContainText('+43.20')
    await expect(worse).toContainText('6月底滞后 →')
    await expect(worse).toContainText('转差')
    await expect(page.locator('tr[data-project="4"]')).toContainText('首次填报')
    await page.reload()
    await expect(said).toContainText('+1,422.72')
    await page.getByRole('link', { name: '不再对比6月底' }).click()
    await expect(said).toHaveCount(0)
    await expect(page).not.toHaveURL(/vs=/)
  })

  test('the day before a checkpoint: the checkpoint is named, and no row turns worse', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-10-31&vs=2020-10-30', 'overview')
    await expect(page.getByRole('status').filter({ hasText: '较10月30日' })).toContainText(
      '支出没有增加；按6月底计划超 1,373.45，10月底到期后差 58.99；项目因节点到期改判 6 个',
    )
    await expect(page.locator('tr[data-project]').filter({ hasText: '节点到期' })).toHaveCount(6)
    await expect(page.locator('tr[data-project]').filter({ hasText: '转差' })).toHaveCount(0)
    const gap = page.locator('.gap.compared')
    await expect(gap).toContainText('10月底计划')
    await expect(gap).toContainText(/10月30日\s*6月底计划/)
  })

  test('rows keep their order while comparing, whatever the days', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-10-31&vs=2020-06-30', 'overview')
    const before = await order(page)
    await page.getByRole('link', { name: '12月底', exact: true }).click()
    await expect(headline(page)).toContainText('截至12月底')
    expect(await order(page)).toEqual(before)
    await page.getByRole('link', { name: '对比10月底' }).click()
    await expect(page.getByRole('status').filter({ hasText: '较10月底' })).toBeVisible()
    expect(await order(page)).toEqual(before)
    await page.getByRole('link', { name: '不再对比10月底' }).click()
    await expect.poll(() => order(page)).not.toEqual(before)
  })

  test('any day can be compared with; one that is not earlier is said, and going before it ends the comparison', async ({
    page,
  }) => {
    await open(page, '#/?demo&asOf=2020-10-31&vs=2020-06-30', 'overview')
    const day = page.getByLabel('自选对比日期', { exact: true })
    await day.fill('')
    await day.pressSequentially('2020-08-15')
    await day.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '较8月15日' })).toBeVisible()
    await page.getByRole('link', { name: '6月底', exact: true }).click()
    await expect(page).not.toHaveURL(/vs=/)
    await open(page, '#/?demo&asOf=2020-06-30&vs=2020-10-31', 'overview')
    await expect(page.getByText('对比日 10月底不早于截至日 6月底')).toBeVisible()
  })

  test('a project beside 6月底: its sentence, lights old → new, the values at the checkpoints', async ({
    page,
  }) => {
    await open(page, '#/project/2?demo&asOf=2020-10-31', 'project')
    await page.getByRole('link', { name: '对比6月底' }).click()
    const said = page.getByRole('status').filter({ hasText: '较6月底' })
    await expect(said).toContainText('支出 +')
    await expect(said).toContainText('政策知晓率')
    await expect(page).toHaveURL(/vs=2020-06-30/)
    const row = page.locator('li[data-position]').filter({ hasText: '基金监管' })
    await expect(row).toContainText('6月底 92%，转好')
    await expect(
      row.getByRole('img', { name: /走势，指标 ≥95%：3月底 未设定，6月底 92%，10月底 96.5%，12月底/ }),
    ).toBeVisible()
    await page.getByRole('link', { name: '不再对比6月底' }).click()
    await expect(said).toHaveCount(0)
    await expect(row).not.toContainText('转好')
  })

  test('监控 and its report beside 6月底 say the same figures as 总览', async ({ page }) => {
    await open(page, '#/monitor?demo&asOf=2020-10-31&vs=2020-06-30', 'monitor')
    const figures = '支出 +1,422.72，执行率 +21.6 个百分点；按6月底计划差 49.27，10月底到期后差 58.99'
    await expect(page.getByRole('status').filter({ hasText: '较6月底' })).toContainText(figures)
    const late = page.getByRole('region', { name: '各项目双监控表' }).locator('tr[data-project="5"]')
    await expect(late).toContainText('6月底滞后 →')
    await expect(late).toContainText('按10月底计划转差，差 −10.8')
    await page.getByRole('link', { name: '文字报告' }).click()
    await expect(page.locator('article')).toContainText(figures)
    await expect(page.locator('article')).toContainText(
      '进度按6月底计划为滞后，10月底到期后为严重滞后（转差）',
    )
  })

  test('what is written about the year stands beside 6月底 in 自评报告 and 评价报告', async ({ page }) => {
    await open(page, '#/report/evaluation?demo', 'report')
    await expect(page.locator('article')).not.toContainText('较6月底')
    await page.getByRole('link', { name: '较6月底' }).click()
    await expect(page).toHaveURL(/vs=2020-06-30/)
    await expect(page.locator('article')).toContainText(/较6月底：支出 \+[\d,.]+，执行率 \+/)
    await page.getByRole('link', { name: '评价报告' }).click()
    await expect(page.locator('article')).toContainText('较6月底：支出 +')
    await page.getByRole('link', { name: '较6月底' }).click()
    await expect(page.locator('article')).not.toContainText('较6月底')
  })
})
