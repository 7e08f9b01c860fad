import { expect, open, test } from './board'

test('the demo year: six sheets, one of them 暂不完整, ranked with the rule shown', async ({ page }) => {
  await open(page, '#/evaluation?demo', 'evaluation')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/5 个完整，\s*1 个暂不完整/)
  const rows = page.locator('tbody tr')
  await expect(rows).toHaveCount(6)
  await expect(page.getByText('暂不完整的不排名次')).toBeVisible()
  const open5 = page.locator('tr[data-project="5"]')
  await expect(open5).toContainText('暂不完整')
  await expect(open5).not.toContainText(/[优良中差](?!额)/)
  await open5.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('暂不完整：已得')
  await expect(page.getByRole('region', { name: /项目支出绩效自评表/ })).toContainText('未填报')
  await expect(page.locator('main')).not.toContainText(/分，[优良中差]/)
  const totals: string[] = []
  for (const position of [1, 2, 3, 4, 6]) {
    await open(page, `#/evaluation/${position}?demo`, 'evaluation')
    const heading = await page.getByRole('heading', { level: 1 }).innerText()
    const points = await page
      .locator('.rows tbody tr:not(.total) td.points')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.firstChild?.textContent)))
    const execution = await page
      .getByRole('row', { name: /^年度资金总额/ })
      .getByRole('cell')
      .last()
      .evaluate((cell) => Number(cell.textContent))
    const total = await page.locator('.total td').nth(1).innerText()
    const cents = [...points, execution].reduce((sum, own) => sum + Math.round(own * 100), 0)
    expect((cents / 100).toFixed(2)).toBe(total)
    expect(heading).toContain(`${total} 分`)
    totals.push(total)
  }
  expect(totals).toEqual(['100.00', '99.70', '87.98', '99.19', '100.00'])
})

test('points off with a reason, weights with their sums, sign-off that closes the year, reopened with a reason', async ({
  page,
}) => {
  await open(page, '#/evaluation/3?demo', 'evaluation')
  await page.getByLabel('填报人').fill('陈评')
  await expect(page.getByText('此项由评价人员办理').first()).toBeVisible()
  await page.getByLabel('身份', { exact: true }).selectOption('评价人员')
  const first = page.locator('[data-row="1"]')
  await first.getByText('扣分').click()
  await first.getByLabel('综合保障率扣几分').fill('1.5')
  await first.getByLabel('综合保障率扣分原因').fill('佐证不全')
  await first.getByRole('button', { name: '扣' }).click()
  await expect(first).toContainText('扣 1.50 分，得 11.00')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('86.48 分，良')

  await page.getByText('；可以调整').click()
  await page.getByLabel('综合保障率', { exact: true }).fill('13.5')
  await expect(page.getByText('产出指标应共 50 分，现为 51 分；确需如此的请写明理由')).toBeVisible()
  await expect(page.getByRole('button', { name: '按此分值计分' })).toBeDisabled()
  await page.getByLabel('质量全程跟踪', { exact: true }).fill('11.5')
  await page.getByRole('button', { name: '按此分值计分' }).click()
  await expect(page.getByRole('alert')).toContainText('请写明依据的文号')
  await page.getByLabel('依据文号').fill('县财〔2021〕3号')
  await page.getByLabel('理由（已有填报').fill('突出数量指标')
  await page.getByRole('button', { name: '按此分值计分' }).click()
  await expect(first.locator('td.number').first()).toHaveText('13.50')
  await expect(page.getByText('综合保障率 12.5 → 13.5').first()).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)

  await first.getByLabel('综合保障率扣几分').fill('14')
  await first.getByLabel('综合保障率扣分原因').fill('佐证仍不全')
  await first.getByRole('button', { name: '扣' }).click()
  await expect(page.getByRole('alert')).toContainText('这一行满分 13.5 分，不能超过')
  await first.getByLabel('综合保障率扣几分').fill('0')
  await first.getByLabel('综合保障率扣分原因').fill('已补佐证')
  await first.getByRole('button', { name: '扣' }).click()
  await expect(first).toContainText('扣分已取消：已补佐证（陈评）')

  const again = page.getByRole('region', { name: /^复评 / })
  await again.getByLabel('综合保障率复评几分').fill('12')
  await again.getByLabel('综合保障率复评说明').fill('抽查三户有一户未办')
  await again.getByRole('button', { name: '记入复评' }).click()
  await expect(again).toContainText('比自评 −1.50 分')
  const kept = page.locator('details', { hasText: '已记入的复评' })
  await kept.locator('summary').click()
  await kept.getByLabel('撤回原因').fill('错')
  await kept.getByRole('button', { name: '撤回这次复评' }).click()
  await expect(kept.getByRole('alert')).toContainText('至少三个字')
  await kept.getByLabel('撤回原因').fill('看错了抽查记录')
  await kept.getByRole('button', { name: '撤回这次复评' }).click()
  await expect(kept).toContainText('其中撤回 1 次')
  await expect(kept).toContainText('综合保障率 12 分；陈评 于')
  await expect(kept).toContainText('撤回，不计入：看错了抽查记录')
  await expect(again).not.toContainText('比自评')

  const signing = page.getByRole('region', { name: '签认' })
  await expect(page.getByRole('button', { name: '签认并关闭本年' })).toBeDisabled()
  for (const field of await signing.getByRole('textbox').all()) await field.fill('已当面核对')

  await page.getByRole('button', { name: '签认并关闭本年' }).click()
  await expect(page.getByRole('region', { name: '签认' })).toContainText('陈评 于')
  await expect(page.getByText('；可以调整')).toHaveCount(0)
  await page.getByLabel('重开的理由').fill('补充佐证')
  await page.getByRole('button', { name: '重开本年' }).click()
  await expect(page.getByRole('region', { name: '签认' })).toContainText('已重开：补充佐证（陈评）')
})

test('the scheme is chosen with a document number and said on every sheet', async ({ page }) => {
  await open(page, '#/evaluation?demo', 'evaluation')
  const panel = page.getByRole('region', { name: '评分方案' })
  await expect(panel).toContainText('财预〔2020〕10号：默认方案')
  await page.getByLabel('填报人').fill('陈评')
  await page.getByLabel('身份', { exact: true }).selectOption('评价人员')
  await panel.getByText('选定方案', { exact: true }).click()
  await panel.getByRole('combobox').selectOption({ index: 2 })
  await panel.getByLabel('依据文号').fill('县财〔2021〕5号')
  await panel.getByLabel('选定方案的理由').fill('换')
  await panel.getByRole('button', { name: '按此方案计分' }).click()
  await expect(page.getByRole('alert')).toContainText('至少三个字')
  await panel.getByLabel('选定方案的理由').fill('县里统一采用')
  await panel.getByRole('button', { name: '按此方案计分' }).click()
  await expect(panel).toContainText('财预〔2021〕101号：陈评 选定，依据 县财〔2021〕5号：县里统一采用')
  await open(page, '#/evaluation/3?demo', 'evaluation')
  await expect(page.locator('.execution')).toContainText('分档为内部口径')
  await expect(page.getByText('总分（按财预〔2021〕101号）')).toBeVisible()
})

test('what is not done yet stands before the sign-off', async ({ page }) => {
  await open(page, '#/evaluation/5?demo', 'evaluation')
  await page.getByLabel('填报人').fill('陈评')
  await page.getByLabel('身份', { exact: true }).selectOption('评价人员')
  await expect(page.getByRole('region', { name: '还差什么' })).toContainText('未填报')
  await expect(page.getByRole('button', { name: '签认并关闭本年' })).toBeDisabled()
})

test('the forms of all six projects leave in one click, in Word and in Excel', async ({ page }) => {
  for (const [path, screen, name] of [
    ['#/evaluation?demo', 'evaluation', '绩效自评表-2020年-全部项目-演示数据'],
    ['#/monitor?demo&asOf=2020-10-31', 'monitor', '绩效监控表-2020-10-31-全部项目-演示数据'],
  ] as const) {
    await open(page, path, screen)
    await expect(page.getByText(/表 6 张.+截至 2020年1/)).toBeVisible()
    for (const [button, ending] of [
      ['存为 Word', 'docx'],
      ['存为 Excel', 'xlsx'],
    ] as const) {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await saved).suggestedFilename()).toBe(`${name}.${ending}`)
      await expect(page.getByText(`已存为 ${name}.${ending}`)).toBeVisible()
    }
  }
})
