import { expect, open, test } from './board'

test('会议模式 is an agenda by keys alone: money, heat map, the projects with something to decide worst first, the matters', async ({
  page,
}) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  await page.getByRole('link', { name: '会议模式' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toContainText('2020年')
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
  await expect(page.getByRole('button', { name: /存为|SVG|PNG/ })).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(heading).toHaveText('指标完成情况')
  await expect(page.getByRole('region', { name: '项目与指标' }).locator('tbody tr')).toHaveCount(6)
  await page.keyboard.press('ArrowRight')
  await expect(heading).toContainText('创业孵化基地')
  await expect(page.getByRole('region', { name: '请议定' })).toContainText('支出严重滞后，差 159.60 万元')
  await expect(page.getByRole('region', { name: '请议定' })).toContainText('负责 演示·李会计')
  await expect(page.locator('main h1 + p')).toContainText('演示数据')
  await page.keyboard.press('ArrowRight')
  await expect(heading).toContainText('办公楼修缮')
  await page.keyboard.press('End')
  await expect(heading).toHaveText('需要议定的事项')
  await expect(page.locator('.sentence')).toContainText(
    '其余 2 个项目没有需要议定的。指标未达标 10 项，列入 6 项；另有 4 项为“接近”且已说明原因，未列入',
  )
  const matters = page.getByRole('table', { name: '需要议定的事项' })
  await expect(matters.locator('tbody tr').first()).toContainText('创业孵化基地')
  await expect(matters.getByRole('row', { name: /办公楼修缮.*10月底已报送，待审核/ })).toContainText(
    '分管领导',
  )
  await page.keyboard.press('Home')
  await expect(page.getByText(/第 1 页，共 \d+ 页/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-screen="overview"]')).toBeVisible()
  await expect(page).toHaveURL(/demo.*asOf=2020-10-31/)
})

test('a page of 会议模式 stands on one projector screen, and on a phone none is wider than it', async ({
  page,
}) => {
  for (const number of ['', '/1', '/2', '/3', '/99']) {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await open(page, `#/meeting${number}?demo&asOf=2020-10-31`, 'meeting')
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height, number).toBeLessThanOrEqual(1080)
    await page.setViewportSize({ width: 390, height: 844 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, number).toBeLessThanOrEqual(390)
  }
})

test('whatever the names of the projects, no page of 会议模式 and no screen on a phone is wider than it', async ({
  page,
}) => {
  const names = [
    'Y'.repeat(60),
    'PUBLIC-EMPLOYMENT/STARTUP_INCUBATION.BASE-SUBSIDY-2020-WWWWWWWWWWWWWWWWWWWWWWWWWW'.slice(0, 80),
    '县级公共就业创业服务体系建设暨创业孵化基地入驻企业场地租金水电费用专项补助资金（含上年结转）项目'.repeat(
      2,
    ),
    'a'.repeat(80),
    '港',
    '0123456789'.repeat(6),
  ]
  await page.route('**/data/2020-323002.json', async (route) => {
    const plan = (await (await route.fetch()).json()) as { projects: { name: string }[] }
    plan.projects.forEach((project, index) => (project.name = names[index]!))
    await route.fulfill({ json: plan })
  })
  for (const [width, height] of [
    [1440, 900],
    [1920, 1080],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const number of ['', '/1', '/2', '/3', '/4', '/99']) {
      await open(page, `#/meeting${number}?demo&asOf=2020-10-31`, 'meeting')
      const wide = await page.locator('[data-screen="meeting"] *:not(.unseen, svg *)').evaluateAll((parts) =>
        parts
          .filter((part) => part.getClientRects().length > 0)
          .map((part) => {
            const words = [...part.childNodes]
              .filter((node) => node.nodeType === Node.TEXT_NODE)
              .map((node) => {
                const range = document.createRange()
                range.selectNodeContents(node)
                return range.getBoundingClientRect().right
              })
            const right = Math.max(part.getBoundingClientRect().right, ...words)
            return { right, text: `${part.tagName}.${part.className} ${part.textContent.slice(0, 20)}` }
          })
          .filter(({ right }) => right > innerWidth + 1)
          .map(({ right, text }) => `${text} ${Math.round(right)}`),
      )
      expect(wide, `${width} ${number}`).toEqual([])
    }
  }
  for (const [path, screen] of [
    ['', 'overview'],
    ['project/5', 'project'],
    ['entry/1', 'entry'],
    ['monitor', 'monitor'],
    ['evaluation/1', 'evaluation'],
    ['papers/project', 'papers'],
    ['report/monitor', 'report'],
    ['report/evaluation', 'report'],
    ['report/appraisal/1', 'report'],
  ] as const) {
    await open(page, `#/${path}?demo&asOf=2020-10-31`, screen)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, screen).toBeLessThanOrEqual(390)
  }
})

test('the heat map shows the 指标值 under every actual, in one shape at every width', async ({ page }) => {
  for (const width of [390, 720, 1440]) {
    await page.setViewportSize({ width, height: 844 })
    await open(page, '#/meeting/1?demo&asOf=2020-10-31', 'meeting')
    const targets = page.getByRole('region', { name: '项目与指标' }).locator('.target')
    await expect(targets).toHaveCount(42)
    await expect(targets.first()).toBeVisible()
    await expect(targets.first()).toHaveText(/[≥≤=＝]|\d/)
    const beside = await targets.evaluateAll((all) =>
      all.filter(
        (own) =>
          own.getBoundingClientRect().top <
          (own.parentElement?.querySelector('b')?.getBoundingClientRect().bottom ?? 0) - 4,
      ),
    )
    expect(beside, `${width} px wide`).toHaveLength(0)
  }
})
