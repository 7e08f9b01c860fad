import { expect, open, test } from './board'

test('the curve is read by keys alone: a day at a time, with plan and gap, said as it is shown', async ({
  page,
}) => {
  await open(page, '#/?demo&asOf=2020-10-31', 'overview')
  const curve = page.getByRole('group', { name: /累计支出与计划.*方向键/ })
  await curve.focus()
  await expect(curve.locator('[aria-live]')).toHaveCount(1)
  const said = curve.locator('[aria-live]')
  await expect(said).toContainText('10月底，计划 5,264.91 万元，实支 5,205.91 万元，差 −58.99 万元')
  await page.keyboard.press('ArrowLeft')
  await expect(said).toContainText(/计划（6月底） 3,832.47 万元，实支 [\d,.]+ 万元，差 \+/)
  await page.keyboard.press('End')
  await expect(said).toContainText('12月底，计划 6,580.51 万元')
  await page.keyboard.press('Home')
  await expect(said).toContainText('实支')
  await expect(page).toHaveURL(/asOf=2020-10-31/)
})

test('what the search found has the keyboard: a project its heading, a record after the day looked at its line of the ledger', async ({
  page,
}) => {
  await open(page, '#/?demo&asOf=2020-06-30', 'overview')
  const search = page.getByRole('combobox', { name: '搜索' })
  await page.getByRole('button', { name: '搜索' }).click()
  await search.fill('469')
  await expect(page.getByRole('option', { name: /^项目.*创业孵化基地/ })).toBeVisible()
  await search.fill('办公楼')
  await page.getByRole('option', { name: /^项目/ }).first().click()
  await expect(page.locator('h1')).toBeFocused()
  await expect(page.locator('h1')).toContainText('办公楼修缮')

  await page.getByRole('button', { name: '搜索' }).click()
  await search.fill('申报材料不全')
  await page
    .getByRole('option', { name: /^记录.*申报材料不全/ })
    .first()
    .click()
  await expect(page.locator('[data-screen="ledger"]')).toBeVisible()
  await expect(page.getByLabel('查找')).toHaveValue('')
  await expect(page.locator('tr.chosen')).toBeFocused()
  await expect(page.locator('tr.chosen')).toContainText('申报材料不全')
})

test('on a phone missed indicators and records are cards, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [path, screen, label] of [
    ['#/?demo&asOf=2020-06-30&show=missed', 'overview', '指标值'],
    ['#/ledger?demo', 'ledger', '内容'],
  ] as const) {
    await open(page, path, screen)
    const cell = page.locator(`.cards td[data-label="${label}"]`).first()
    await expect(cell).toBeVisible()
    expect((await cell.boundingBox())?.width ?? 0).toBeGreaterThan(250)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})

test('on a phone a grid opens on whole columns: the one that stays cuts no heading, and what a value is held against is never cut', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [path, screen] of [
    ['#/entries/10?demo&asOf=2020-10-31', 'entries'],
    ['#/entry/3?demo&asOf=2020-10-31', 'entry'],
    ['#/round?demo&asOf=2020-10-31', 'round'],
  ] as const) {
    await open(page, path, screen)
    const table = page.locator('main table').first()
    await expect(table.locator('tbody th').first()).toBeVisible()
    const cut = await table.locator('thead th').evaluateAll((heads) => {
      const stays = heads.find((own) => getComputedStyle(own).position === 'sticky')?.getBoundingClientRect()
      return heads
        .map((own) => ({ word: own.textContent, box: own.getBoundingClientRect() }))
        .filter(({ box }) => stays && box.left < stays.right - 1 && box.right > stays.right + 1)
        .map(({ word }) => word)
    })
    expect(cut, path).toEqual([])
  }
  await open(page, '#/entries/10?demo&asOf=2020-10-31', 'entries')
  const short = await page.locator('.about').evaluateAll((lines) =>
    lines.filter((line) => {
      const target = document.createRange()
      target.selectNodeContents(line.lastChild ?? line)
      return target.getBoundingClientRect().right > line.getBoundingClientRect().right + 1
    }),
  )
  expect(short).toHaveLength(0)
})
