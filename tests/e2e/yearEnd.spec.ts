import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from '@playwright/test'
import { axeFindings, expect, open, test } from './board'

const NAMES = [1, 2, 3, 4, 5, 6]
const OWN_ROWS = [
  ['项目立项', '4.5', '可研报告缺少方案比选'],
  ['绩效目标', '4', '成本指标未细化到单价'],
  ['资金投入', '5', '预算测算有定额依据'],
  ['资金管理', '11.25', '一笔支付附件不全'],
  ['组织实施', '8', '合同和验收资料齐全'],
] as const

async function become(page: Page, name: string, role: string): Promise<void> {
  await page.getByLabel('填报人').fill(name)
  await page.getByLabel('身份', { exact: true }).selectOption(role)
}

/** Signs the sheet that is open, with a word on everything that stands out. */
async function sign(page: Page): Promise<void> {
  const signing = page.getByRole('region', { name: '签认' })
  for (const field of await signing.getByRole('textbox').all()) await field.fill('已当面核对')
  await page.getByRole('button', { name: '签认并关闭本年' }).click()
  await expect(signing).toContainText('陈评 于')
}

/** The saved file of a page as the words of its cells, by format. */
async function saved(page: Page, button: string): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return new Uint8Array(readFileSync(await (await waiting).path()))
}

/** Figures of a paper as they are printed on the page, in order. */
function figuresOf(page: Page): Promise<string[]> {
  return page.locator('.paper td.right').evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))
}

test('six projects from open items to signed: a deduction, changed weights, a 复评, a reopened sheet, 绩效评价; the same figures on screen, paper and files', async ({
  page,
}) => {
  await open(page, '#/evaluation/5?demo', 'evaluation')
  await expect(page.getByRole('region', { name: '还差什么' })).toContainText('再就业发展后劲：未填报')
  await become(page, '演示·李会计', '项目负责人')
  await open(page, '#/entry/5?demo', 'entry')
  const cell = page.locator('[data-cell="6:3"]')
  await cell.click()
  await page.keyboard.type('92')
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('data-state', 'saved')

  await become(page, '陈评', '评价人员')
  const heading = page.getByRole('heading', { level: 1 })
  await open(page, '#/evaluation/1?demo', 'evaluation')
  const first = page.locator('[data-row="1"]')
  await first.getByText('扣分').click()
  await first.getByLabel(/扣几分$/).fill('0.5')
  await first.getByLabel(/扣分原因$/).fill('参保台账缺两个乡镇')
  await first.getByRole('button', { name: '扣' }).click()
  await expect(heading).toContainText('99.50 分，优')
  await sign(page)

  await open(page, '#/evaluation/2?demo', 'evaluation')
  await page.getByText('；可以调整').click()
  const weights = page.locator('.weights input.number')
  await weights.nth(5).fill('20')
  await weights.nth(6).fill('10')
  await page.getByLabel('依据文号').fill('县财〔2021〕3号')
  await page.getByLabel('理由（已有填报').fill('突出社会效益')
  await page.getByRole('button', { name: '按此分值计分' }).click()
  await expect(heading).toContainText('99.60 分，优')
  await sign(page)

  await open(page, '#/evaluation/3?demo', 'evaluation')
  const again = page.getByRole('region', { name: /^复评 / })
  await again.getByLabel('综合保障率复评几分').fill('11')
  await again.getByLabel('综合保障率复评说明').fill('抽查三户有一户未办')
  await again.getByRole('button', { name: '记入复评' }).click()
  await expect(again).toContainText('复评 86.48 分，良，比自评 −1.50 分')
  await sign(page)

  await open(page, '#/evaluation/4?demo', 'evaluation')
  await sign(page)
  await page.getByLabel('重开的理由').fill('补充佐证材料')
  await page.getByRole('button', { name: '重开本年' }).click()
  await expect(page.getByRole('region', { name: '签认' })).toContainText('已重开：补充佐证材料（陈评）')
  await sign(page)
  for (const position of [5, 6]) {
    await open(page, `#/evaluation/${position}?demo`, 'evaluation')
    await sign(page)
  }
  await open(page, '#/evaluation?demo', 'evaluation')
  await expect(heading).toHaveText(/6 个完整，\s*0 个暂不完整/)

  await open(page, '#/papers/appraisal/3?demo', 'papers')
  const scoring = page.getByRole('region', { name: /^逐项评分/ })
  expect(await axeFindings(page)).toEqual([])
  for (const [name, points, basis] of OWN_ROWS) {
    await scoring.getByLabel(`${name}评几分`).fill(points)
    await scoring.getByLabel(`${name}评分依据`).fill(basis)
  }
  await scoring.getByLabel('产出成本评几分').fill('3')
  await scoring.getByLabel('产出成本评分依据').fill('决算比预算节约，节约率口径有误')
  await scoring.getByLabel('资金投入评几分').fill('6')
  await scoring.getByRole('button', { name: '记入评分' }).click()
  await expect(page.getByRole('alert')).toContainText('这一行满分 5 分，不能超过')
  await scoring.getByLabel('资金投入评几分').fill('5')
  await scoring.getByRole('button', { name: '记入评分' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  const total = 4.5 + 4 + 5 + 11.25 + 8 + 8.75 * 3 + 3 + 30
  await expect(scoring).toContainText(`绩效评价 ${total.toFixed(2)} 分，优`)
  await expect(page.locator('.paper')).toContainText('自评得分率起算 0.65 分，相差 +2.35 分')
  await scoring.getByRole('link', { name: '绩效评价报告' }).click()
  await expect(page.locator('[data-screen="report"]')).toContainText(
    `综合评价得分 ${total.toFixed(2)} 分，等级为“优”`,
  )

  for (const [kind, signedPapers] of [
    ['project', true],
    ['hebei', false],
    ['review', true],
    ['appraisal', false],
    ['summary', false],
    ['department', false],
    ['rectification', false],
  ] as const) {
    await open(page, `#/papers/${kind}?demo`, 'papers')
    await expect(page.locator('.paper').first()).toBeVisible()
    const figures = await figuresOf(page)
    if (signedPapers) {
      await expect(page.locator('.paper')).toHaveCount(NAMES.length)
      await expect(page.locator('.paper').nth(0)).toContainText('签认：陈评 于')
      await expect(page.locator('.paper').nth(0)).toContainText('99.50 分，优')
    }
    const words = strFromU8(
      unzipSync(await saved(page, '存为 Word'))['word/document.xml'] ?? new Uint8Array(),
    )
    const plain = words.replaceAll(/<w:p[ >]/g, '\n<').replaceAll(/<[^>]+>/g, '')
    expect(figures.filter((text) => !plain.includes(text))).toEqual([])
    const { sheets } = await readXlsx(await saved(page, '存为 Excel'))
    const numbers = sheets.flatMap(({ rows }) =>
      rows.flatMap((cells) => cells.filter((value) => typeof value === 'number')),
    )
    const given = figures.flatMap((text) => {
      const number = Number(text.replaceAll(/[,%+]/g, '').replace('−', '-'))
      return text === '' || Number.isNaN(number)
        ? []
        : [text.endsWith('%') ? [number / 100, 5.1e-5] : [number, 5.1e-3]]
    })
    expect(numbers).toHaveLength(given.length)
    numbers.forEach((value, at) => {
      const [number = NaN, half = 0] = given[at] ?? []
      expect(Math.abs(value - number), `${kind} ${at}`).toBeLessThan(half)
    })
  }
})
