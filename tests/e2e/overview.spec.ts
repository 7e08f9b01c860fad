import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

const FILE = '2020-323002.json'
const published = readFileSync(new URL(`../../public/data/${FILE}`, import.meta.url), 'utf8')

function headline(page: Page) {
  return page.getByRole('heading', { level: 1 })
}

async function servePlan(page: Page, body: string, contentType = 'application/json'): Promise<void> {
  await page.route(`**/data/${FILE}`, (route) => route.fulfill({ body, contentType }))
}

test.describe('the plan on the real six tables', () => {
  test('without actuals the board shows the plan and two ways on', async ({ page }) => {
    await open(page, '#/?asOf=2020-06-30', 'overview')
    await expect(headline(page)).toContainText('6 个项目均未填报支出')
    await expect(headline(page)).toContainText('3,832.47 万元')
    await expect(headline(page)).toContainText('58.24%')
    await expect(page.getByRole('link', { name: '看演示' })).toBeVisible()
    await expect(page.getByRole('link', { name: '开始录入' })).toBeVisible()
    await page.getByRole('button', { name: '3,832.47 万元' }).click()
    await expect(page.getByRole('dialog')).toContainText('3,832.465 万元')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('10月底 and 3月底 read as planned', async ({ page }) => {
    await open(page, '#/?asOf=2020-10-31', 'overview')
    await expect(headline(page)).toContainText('5,264.91 万元')
    await expect(headline(page)).toContainText('80.01%')
    await page.getByRole('link', { name: /^3月底/ }).click()
    await expect(headline(page)).toContainText('首个计划节点尚未到期')
    await expect(page.getByRole('link', { name: /^3月底/ })).toContainText('未设定')
    await expect(page).toHaveURL(/asOf=2020-03-31/)
  })

  test('both projects of one code stand, each with its own figures', async ({ page }) => {
    await open(page, '#/', 'overview')
    await expect(page.locator('tr[data-project="4"]')).toContainText('10.00')
    await expect(page.locator('tr[data-project="6"]')).toContainText('1,078.41')
    for (const [position, name] of [
      [4, '人员招聘费用'],
      [6, '港诚人力资源招聘人员费用'],
    ] as const) {
      await open(page, `#/project/${position}`, 'project')
      await expect(headline(page)).toContainText(name)
      await expect(page.locator('[data-screen]')).toContainText('323-0105-YBN-V0X2')
    }
  })

  test('元 is exact', async ({ page }) => {
    await open(page, '#/?asOf=2020-06-30&unit=yuan', 'overview')
    await expect(headline(page)).toContainText('38,324,650.00 元')
  })
})

test.describe('the demonstration', () => {
  test('opens by ?demo before the hash, by the button, and is left again', async ({ page }) => {
    await open(page, '?demo', 'overview')
    await expect(page.getByRole('banner')).toContainText('演示数据')
    await page.getByRole('link', { name: /演示数据/ }).click()
    await expect(page.getByRole('banner')).not.toContainText('演示数据')
    await expect(headline(page)).toContainText('未填报支出')
    await page.getByRole('link', { name: '看演示' }).click()
    await expect(page.getByRole('banner')).toContainText('演示数据')
    await expect(headline(page)).not.toContainText('均未填报')
  })

  test('says the late project in words with figures', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    await expect(page.getByRole('region', { name: /需要关注/ })).toContainText(
      '10月底应支 64.00 万元，实支 52.00 万元，滞后 15.0 个百分点',
    )
  })

  test('every figure leads to what it is made of, by keyboard too', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    const figure = headline(page).getByRole('button').first()
    await figure.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog')
    await expect(panel).toContainText('为什么是这个数')
    await expect(panel).toContainText('办公楼修缮')
    await page.keyboard.press('Escape')
    await expect(figure).toBeFocused()
    await page.locator('tr[data-project="3"]').getByRole('link', { name: '办公楼修缮', exact: true }).click()
    await expect(page.locator('[data-screen="project"]')).toBeVisible()
    await expect(page).toHaveTitle('办公楼修缮 · 项目 · 绩效看板（演示数据）')
    await expect(page).toHaveURL(/project\/3\?.*asOf=2020-10-31/)
  })

  test('an address reproduces the screen; any day can be chosen', async ({ page }) => {
    await open(page, '#/?demo&asOf=2020-08-15', 'overview')
    await expect(headline(page)).toContainText('截至8月15日')
    const day = page.getByLabel('自选截至日期', { exact: true })
    await day.fill('')
    await day.pressSequentially('2020-09-30')
    await day.press('Enter')
    await expect(headline(page)).toContainText('截至9月底')
    const sentence = await headline(page).textContent()
    await page.reload()
    await expect(headline(page)).toHaveText(sentence ?? '')
  })

  test('a day of another year is answered with a sentence, and the day looked at stands', async ({
    page,
  }) => {
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    await page.getByLabel('自选截至日期', { exact: true }).fill('2021-09-30')
    await expect(page.getByText('请选 2020年1月1日至2020年12月31日之间的日期')).toBeVisible()
    await expect(page.getByLabel('自选截至日期', { exact: true })).toHaveValue('2021-09-30')
    await expect(headline(page)).toContainText('截至10月底')
    await open(page, '#/?demo&asOf=2021-02-01', 'overview')
    await expect(headline(page)).toContainText('截至12月底')
  })

  test('a day still ahead is said on every screen of figures, and nothing is overdue by it', async ({
    page,
  }) => {
    await page.clock.setSystemTime(new Date('2020-11-30T10:00:00+08:00'))
    const ahead = page.getByText('12月底尚未到（今天 2020年11月30日，还有 31 天）')
    await open(page, '#/?demo&asOf=2020-12-31', 'overview')
    await expect(ahead).toBeVisible()
    for (const screen of ['round', 'monitor', 'meeting'] as const) {
      await open(page, `#/${screen}?demo&asOf=2020-12-31`, screen)
      await expect(ahead).toBeVisible()
      if (screen === 'round') await expect(page.getByText(/逾期 \d+ 天/).first()).toHaveText('逾期 143 天')
    }
    await open(page, '#/?demo&asOf=2020-11-30', 'overview')
    await expect(page.getByText('尚未到（今天')).toHaveCount(0)
  })

  test('the answer needs no scrolling on a 1440×900 screen', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    const last = await page.locator('tr[data-project]').last().boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(900)
  })
})

test.describe('a broken plan file', () => {
  const broken = (change: (plan: { projects: Record<string, unknown>[] }) => void): string => {
    const plan = JSON.parse(published) as { projects: Record<string, unknown>[] }
    change(plan)
    return JSON.stringify(plan)
  }
  const project = (plan: { projects: Record<string, unknown>[] }, index: number) =>
    plan.projects[index] as {
      budget: { total?: string }
      schedule: Record<string, string>
      indicators: { target: string }[]
    }

  test('that is not JSON names the file', async ({ page }) => {
    await servePlan(page, '<!doctype html><title>404</title>', 'text/html')
    await page.goto('#/')
    await expect(page.getByRole('alert')).toContainText(FILE)
    await expect(page.getByRole('alert')).toContainText(/[\u4e00-\u9fff]/)
  })

  test('that is not there says where it should be', async ({ page, troubles }) => {
    troubles.expected.push(/404/)
    await page.route(`**/data/${FILE}`, (route) => route.fulfill({ status: 404, body: '' }))
    await page.goto('#/')
    await expect(page.getByRole('alert')).toContainText(`没有找到数据文件 data/${FILE}`)
  })

  for (const [name, change, cell, stands] of [
    ['a missing cell', (plan) => delete project(plan, 2).budget.total, '预算数', 5],
    ['a falling schedule', (plan) => (project(plan, 2).schedule['10'] = '40.00'), '10月底', 5],
    ['a rate of abc', (plan) => (project(plan, 2).schedule['06'] = 'abc'), '6月底', 5],
    [
      'an unknown comparator',
      (plan) => {
        const indicator = project(plan, 2).indicators[1]
        if (indicator) indicator.target = '≈95百分比'
      },
      '指标值',
      6,
    ],
  ] as readonly (readonly [
    string,
    (plan: { projects: Record<string, unknown>[] }) => unknown,
    string,
    number,
  ])[]) {
    test(`with ${name} names file, project and cell, and the rest stands`, async ({ page }) => {
      await servePlan(page, broken(change))
      await open(page, '#/', 'overview')
      const notice = page.locator('details', { hasText: '需要核对' })
      await expect(notice).toContainText(FILE)
      await expect(notice).toContainText('办公楼修缮')
      await expect(notice).toContainText(cell)
      await expect(page.locator('tr[data-project]')).toHaveCount(stands)
      await expect(page.locator('tr[data-project="1"]')).toContainText('4,023.10')
    })
  }
})
