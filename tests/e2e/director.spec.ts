import type { Page } from '@playwright/test'
import { expect, open, remembering, test } from './board'

/** The leader of the demonstration, as the header would remember them. */
async function leader(page: Page): Promise<void> {
  await remembering(page, { role: 'leader', author: '演示·刘局长' })
}

test.describe("the director's questions, from 总览", () => {
  test.beforeEach(async ({ page }) => {
    await leader(page)
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  })

  test('which are late, and why: no click', async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      '缺口主要在创业孵化基地专项补助（差 159.60）',
    )
    const late = page.locator('tr[data-project="5"] + tr')
    await expect(late).toContainText('原因 经费保障：企业补贴申报材料不全，第三季度拨付推迟')
    await expect(late).toContainText('下一步 四季度集中拨付；到12月底每月需支 126.70（目前 21.56）')
    await expect(late).toContainText('负责 演示·李会计')
    await expect(late).toContainText('期限 11月底')
  })

  test('which indicators missed: the count opens just those, one click more lands on one', async ({
    page,
  }) => {
    await page.getByRole('heading', { level: 1 }).getByRole('link', { name: '10', exact: true }).click()
    const list = page.getByRole('region', { name: '未达标指标' })
    await expect(list.locator('tbody tr')).toHaveCount(10)
    await expect(page).toHaveURL(/show=missed/)
    await list.getByRole('link', { name: '成本费用压缩' }).click()
    await expect(page.locator('li:focus')).toContainText('成本费用压缩')
    await expect(page.locator('li:focus')).toBeInViewport()
  })

  test('Back takes back a day, a comparison and a chip, one step each', async ({ page }) => {
    await page.getByRole('link', { name: '6月底', exact: true }).click()
    await page.getByRole('link', { name: '对比3月底' }).click()
    await page
      .getByRole('navigation', { name: '只看' })
      .getByRole('link', { name: /未填报/ })
      .last()
      .click()
    await expect(page).toHaveURL(/show=/)
    await page.goBack()
    await expect(page).not.toHaveURL(/show=/)
    await expect(page).toHaveURL(/vs=2020-03-31/)
    await page.goBack()
    await expect(page).not.toHaveURL(/vs=/)
    await page.goBack()
    await expect(page).toHaveURL(/asOf=2020-10-31/)
    await expect(page.locator('[data-screen="overview"]')).toBeVisible()
  })

  test('a day of the address that is none is said, and the address put right', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-02-30&vs=2019-06-30', 'overview')
    const notice = page.getByRole('status').filter({ hasText: '地址中的截至日“2020-02-30”' })
    await expect(notice).toContainText('现为截至 2020年12月31日')
    await expect(notice).toContainText('对比日 2019年6月30日不在 2020 年内')
    await expect(page).not.toHaveURL(/asOf|vs/)
    await page.getByRole('link', { name: '6月底', exact: true }).click()
    await expect(notice).toHaveCount(0)
  })

  test('原因 lands on the reason, with focus', async ({ page }) => {
    await page.locator('tr[data-project="5"] + tr').getByRole('link').click()
    await expect(page.locator('[aria-label="支出进度的原因"]:focus')).toContainText(
      '经费保障：企业补贴申报材料不全',
    )
    await expect(page.locator('[aria-label="支出进度的原因"]:focus')).toBeInViewport()
  })

  test('on a past day 待办 and 审核 are of that day', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-03-31', 'overview')
    await expect(page.getByRole('button', { name: /自上次以来/ })).toBeVisible()
    await expect(page.getByText('整改未答复')).toHaveCount(0)
    await open(page, '#/round?demo&asOf=2020-03-31', 'round')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      '没有到期的节点，无须报送；下一节点是6月底',
    )
    await expect(page.getByText('已通过')).toHaveCount(0)
  })

  test('a chip shows just its projects, and shows all again', async ({ page }) => {
    await page.getByRole('navigation', { name: '只看' }).getByRole('link', { name: '严重滞后 1' }).click()
    await expect(page.locator('tr[data-project]')).toHaveCount(1)
    await page.getByRole('navigation', { name: '只看' }).getByRole('link', { name: '全部 6' }).click()
    await expect(page.locator('tr[data-project]')).toHaveCount(6)
  })

  test('where the gap comes from: a click leads to the project', async ({ page }) => {
    const gap = page.locator('section', { has: page.getByRole('heading', { name: /差在哪里/ }) })
    await expect(gap.getByRole('img', { name: /创业孵化基地专项补助：实支减应支 −159.60/ })).toBeVisible()
    await gap.getByRole('link', { name: '办公楼修缮' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('办公楼修缮')
  })

  test('what changed since last time: one click, each line leads to its entry', async ({ page }) => {
    await page.getByRole('button', { name: /自上次以来/ }).click()
    const changes = page.getByRole('list', { name: '自上次以来的变化' })
    await expect(changes.getByRole('listitem').first()).toBeInViewport()
    await expect(page.locator('div:focus', { has: changes })).toHaveCount(1)
    await expect(changes).toContainText('支出进度原因：经费保障')
    await changes.getByRole('link', { name: /退回/ }).first().click()
    await expect(page.locator('[data-screen="project"]')).toBeVisible()
    await expect(page.locator('tr:focus')).toContainText('退回')
  })

  test('what waits: approved in two clicks, through the same gate', async ({ page }) => {
    const waiting = page.locator('section', { has: page.getByRole('heading', { name: /待您办理/ }) })
    await waiting.getByRole('button', { name: '通过或退回：办公楼修缮' }).click()
    const drawer = page.getByRole('dialog')
    await expect(drawer).toContainText('实支 52.00 / 应支 64.00')
    await expect(drawer).toContainText('3 项指标未填报')
    await expect(drawer.getByRole('row', { name: /工程进度/ })).toContainText('70%')
    await expect(page.locator('header.head')).toContainText('演示数据')
    await expect(drawer.getByRole('button', { name: '退回' })).toBeDisabled()
    await drawer.getByRole('button', { name: '通过' }).click()
    await expect(drawer).toHaveCount(0)
    await expect(waiting.getByRole('button', { name: '通过或退回：办公楼修缮' })).toHaveCount(0)
    await expect(waiting.getByRole('heading', { name: /待您办理/ })).toBeFocused()
  })

  test('many at once, returned with one note', async ({ page }) => {
    await page.getByRole('button', { name: /一并办理 2 件/ }).click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByRole('article')).toHaveCount(2)
    await drawer.getByLabel(/意见/).fill('请补齐社会效益指标')
    await drawer.getByRole('button', { name: '退回 2 件' }).click()
    await expect(drawer).toHaveCount(0)
    await expect(page.getByRole('button', { name: /通过或退回：/ })).toHaveCount(0)
  })

  test('Escape puts the drawer away; without a name nothing is decided, and that is said', async ({
    page,
  }) => {
    await page.getByLabel('填报人', { exact: true }).fill('')
    await page.getByRole('button', { name: '通过或退回：办公楼修缮' }).click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByRole('alert')).toContainText('请先写明姓名')
    await expect(drawer.getByRole('button', { name: '通过' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  for (const width of [1440, 390])
    test(`the name is asked for where one decides, and what was decided is said (${width} wide)`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 })
      await page.getByLabel('填报人', { exact: true }).fill('')
      await page.getByRole('button', { name: '通过或退回：办公楼修缮' }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByLabel('填报人').click()
      await page.keyboard.type('周局')
      await drawer.getByRole('button', { name: '通过' }).click()
      await expect(drawer).toHaveCount(0)
      await expect(page.getByLabel('填报人', { exact: true })).toHaveValue('周局')
      const told = page.getByRole('status').filter({ hasText: '已通过：办公楼修缮 10月底' })
      await expect(told).toBeVisible()
      await told.getByRole('link').click()
      await expect(page.locator('[data-screen="round"]')).toBeVisible()
    })

  test('any word finds its project, indicator, entry or voucher: by keys alone, landing on it', async ({
    page,
  }) => {
    await expect(page.getByRole('button', { name: '搜索' })).toBeVisible()
    await page.keyboard.press('/')
    const box = page.getByRole('combobox', { name: '搜索' })
    await expect(box).toBeFocused()
    await box.fill('办公楼 成本')
    await expect(page.getByRole('option').first()).toContainText('成本费用压缩')
    await page.keyboard.press('Enter')
    await expect(page.locator('li:focus')).toContainText('成本费用压缩')
    await expect(page.locator('li:focus')).toBeInViewport()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill('报送材料')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).fill('申报材料不全')
    await page
      .getByRole('option', { name: /申报材料不全/ })
      .first()
      .click()
    await expect(page.locator('tr:focus')).toContainText('申报材料不全')
  })

  test('what is typed at once after Ctrl+K is searched, and Escape goes back to where one was', async ({
    page,
  }) => {
    const opener = page.getByRole('button', { name: '搜索' })
    await opener.focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('创业园')
    const box = page.getByRole('combobox', { name: '搜索' })
    await expect(box).toBeFocused()
    await page.keyboard.type('区')
    await expect(box).toHaveValue('创业园区')
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
  })

  test('a list of nothing is said, with the way back; a name that is none is said and leaves the address', async ({
    page,
  }) => {
    await open(page, '#/?demo&asOf=2020-10-31&show=behind', 'overview')
    await expect(page.getByText('10月底没有“滞后”的项目')).toBeVisible()
    await page.getByRole('link', { name: '看全部', exact: true }).click()
    await expect(page.locator('tr[data-project]')).toHaveCount(6)
    await open(page, '#/?demo&asOf=2020-10-31&show=rubbish', 'overview')
    await expect(page.locator('tr[data-project]')).toHaveCount(6)
    await expect(page.getByText('地址中的“只看”“rubbish”不是本页的名单')).toBeVisible()
    await expect(page).not.toHaveURL(/show=/)
    await open(page, '#/ledger?demo&entry=nope', 'ledger')
    await expect(page.getByText('地址中的记录“nope”不在本台账，没有采用，现列全部。')).toBeVisible()
    await expect(page).not.toHaveURL(/entry=/)
  })

  test('both lists of the side stand in sight whatever waits above them', async ({ page }) => {
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size)
      await expect(page.getByRole('button', { name: /自上次以来/ })).toBeInViewport({ ratio: 1 })
    }
  })

  test('headings sort, say so, and keep it in the address; arrows go from row to row', async ({ page }) => {
    const first = page.locator('tr[data-project]').first()
    await expect(first).toContainText('创业孵化基地')
    await page.getByRole('columnheader', { name: '执行率' }).getByRole('link').click()
    await page.getByRole('columnheader', { name: '执行率' }).getByRole('link').click()
    await expect(page.getByRole('columnheader', { name: '执行率' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    await expect(first).toContainText('人员招聘费用')
    await expect(page).toHaveURL(/sort=-rate/)
    await first.getByRole('rowheader').getByRole('link').focus()
    await page.keyboard.press('ArrowDown')
    await expect(
      page.locator('tr[data-project]').nth(1).getByRole('rowheader').getByRole('link'),
    ).toBeFocused()
    await page.getByRole('columnheader', { name: '执行率' }).getByRole('link').click()
    await expect(first).toContainText('创业孵化基地')
  })

  test('what the next checkpoint needs, by whom: one click to 监控', async ({ page }) => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '监控' }).click()
    const needs = page.getByRole('region', { name: '下一节点需要' })
    await expect(needs.getByRole('row', { name: /创业孵化基地/ })).toContainText('253.40')
    await expect(needs.getByRole('row', { name: /创业孵化基地/ })).toContainText('演示·李会计')
    await expect(page.getByText(/到12月底，\d 个项目合计还需支出 1,374.60 万元/)).toBeVisible()
  })
})

test('a link to an indicator that is not there says so in sight, wherever the page stood', async ({
  page,
}) => {
  await open(page, '#/project/3/99?demo&asOf=2020-10-31', 'project')
  const said = page.getByText('链接所指的第 99 项指标不在此项目：本项目有 7 项，列在下面。')
  await expect(said).toBeInViewport()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(said).not.toBeInViewport()
  await page.evaluate(() => (location.hash = '#/project/3/abc?demo&asOf=2020-10-31'))
  await expect(page.getByText('链接所指的指标“abc”不在此项目')).toBeInViewport()
  await page.evaluate(() => (location.hash = '#/project/3/4?demo&asOf=2020-10-31'))
  await expect(page.locator('li:focus')).toHaveAttribute('data-position', '4')
  await expect(page.getByText('链接所指的')).toHaveCount(0)
})
