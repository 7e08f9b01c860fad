import { expect, open, test } from './board'

test('会议模式 steps through the department and one project a page by keys alone', async ({ page }) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  await page.getByRole('link', { name: '会议模式' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('2020年')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  const names = ['社会养老保险', '社会医疗保险', '办公楼修缮', '人员招聘费用', '创业孵化基地', '港诚人力资源']
  for (const name of names) {
    await page.keyboard.press('ArrowRight')
    await expect(heading).toContainText(name)
    await expect(page.locator('main h1 + p')).toContainText('演示数据')
  }
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('第 7 页，共 7 页')).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(heading).toContainText('创业孵化基地')
  await page.keyboard.press('Home')
  await expect(page.getByText('第 1 页，共 7 页')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-screen="overview"]')).toBeVisible()
  await expect(page).toHaveURL(/demo.*asOf=2020-10-31/)
})

test('a page of 会议模式 stands on one projector screen', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  for (const number of ['', '/1', '/2', '/5', '/6']) {
    await open(page, `#/meeting${number}?demo&asOf=2020-10-31`, 'meeting')
    await expect(page.locator('[role=img].chart svg')).toBeVisible()
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height).toBeLessThanOrEqual(1080)
  }
})
