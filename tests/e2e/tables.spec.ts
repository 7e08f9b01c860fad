import { readFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from '@playwright/test'
import { readListFile } from '@/documents/payments/readList'
import { asBook, asCsv, asGb18030, asPage, listBytes } from '../documents/payments/lists'
import { axeFindings, expect, open, test } from './board'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** The template as somebody saves it again from another program, with some cells filled: row of an id, heading of a column, text. */
async function fill(bytes: Buffer, cells: readonly (readonly [string, string, string])[]) {
  const book = await readXlsx(bytes)
  const rows = (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')))
  for (const [id, heading, text] of cells) {
    const row = rows.find((own) => own[0] === id)
    if (row) row[rows[0]?.indexOf(heading) ?? 0] = text
  }
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: '填报', rows }] }))
  return { name: '填好.xlsx', mimeType: XLSX, buffer }
}

test.beforeEach(async ({ page }) => {
  await open(page, '#/exchange', 'exchange')
  await page.getByLabel('填报人').fill('王芳')
})

test('a template goes to Excel and back; a fault takes nothing and comes back marked', async ({ page }) => {
  const template = await saved(page, '下载模板')
  expect(template.name).toBe('填报模板-2020年-全部项目.xlsx')
  const drop = page.getByLabel('打开填好的表格')
  await drop.setInputFiles(
    await fill(template.bytes, [
      ['2020-323002/3', '6月底', '26'],
      ['2020-323002/3/1', '6月底', '95个'],
    ]),
  )
  await expect(page.getByRole('region', { name: /有 1 处不对，整份没有录入/ })).toContainText('F19')
  const marked = await saved(page, '下载标注了错处的副本')
  const copy = await readXlsx(marked.bytes)
  expect(copy.sheets.map(({ name }) => name)).toEqual(['填报', '错误汇总'])
  await expect(page.getByRole('heading', { level: 1 })).toContainText('本机台账 0 条')

  await drop.setInputFiles(
    await fill(template.bytes, [
      ['2020-323002/3', '6月底', '26'],
      ['2020-323002/3/1', '6月底', '92'],
      ['2020-323002/3/1', '偏差原因及改进措施', '进场晚'],
    ]),
  )
  await expect(page.getByRole('heading', { name: /将录入 2 格/ })).toBeVisible()
  await page.getByRole('button', { name: '录入', exact: true }).click()
  await expect(page.getByText('已从表格录入 2 格')).toBeVisible()
  await open(page, '#/project/3?asOf=2020-06-30', 'project')
  await expect(page.locator('[data-position="1"]')).toContainText('92%')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('26.00')
})

const list = (name: string) => new URL(`../fixtures/payments/${name}`, import.meta.url).pathname
const text = (content: string) => ({ name: '支付.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })

test('a payment list is previewed with its duplicates, totals and the budget, then entered; a bad line stops none', async ({
  page,
}) => {
  const drop = page.getByLabel('打开支付清单')
  const good =
    '支付日期,项目名称,支付金额（元）,支付凭证号,摘要\n2020-05-08,办公楼修缮,"200,000.50",记-1,首付\n2020-06-09,办公楼修缮,60000,记-2,进度款\n合计,,260000.50,,\n'
  await drop.setInputFiles(text(good))
  const preview = page.getByRole('region', { name: /将录入 2 笔支付/ })
  await expect(preview).toContainText('UTF-8')
  await expect(preview).toContainText('合计 260,000.50 元，与各行相符')
  await expect(preview).toContainText('办公楼修缮：2 笔，累计支出 未填报 → 26.00 万元，全年预算 80.00 万元')
  await preview.getByRole('button', { name: '录入 2 笔' }).click()
  await expect(page.getByText('已从支付清单录入 2 笔')).toBeVisible()

  await drop.setInputFiles(text(`${good}2020-07-01,办公楼修缮,900000,记-3,尾款\n2020-07-02,食堂,1,记-4,菜\n`))
  const again = page.getByRole('region', { name: /将录入 1 笔支付，共 4 行/ })
  await expect(again).toContainText('已在台账')
  await expect(again).toContainText('超出预算')
  await expect(again).toContainText('“食堂”不属于任何项目，请选择项目或不录入')
  await again.getByLabel('“食堂”是哪个项目').selectOption('办公楼修缮')
  await expect(page.getByRole('region', { name: /将录入 2 笔支付，共 4 行/ })).toBeVisible()
  await page.getByRole('button', { name: '不录入', exact: true }).click()

  await drop.setInputFiles(text('支付日期,项目名称,支付金额\n2020-07-03,食堂,50000\n'))
  await expect(page.getByRole('region', { name: /将录入 1 笔支付，共 1 行/ })).toBeVisible()
})

/** The thirteen lists: how many lines each has, and how many are ticked by themselves. */
const LISTS = [
  ['footer-gb18030.csv', 8, 8],
  ['basic-expenditure-row.csv', 8, 9],
  ['unit-in-title.csv', 2, 2],
  ['no-voucher.csv', 2, 2],
  ['subsidiary-ledger-debit-credit.csv', 2, 2],
  ['year-month-day-columns.csv', 0, 1],
  ['timestamps.csv', 3, 3],
  ['day-spellings.csv', 3, 6],
  ['two-sheets.xlsx', 4, 4],
  ['html-named.xls', 8, 8],
  ['bracketed-code-names.csv', 1, 2],
  ['subtotals.csv', 3, 3],
  ['total-in-words.csv', 1, 1],
] as const

/** A list as other programs save it. */
function variantsOf(name: string) {
  const read = readListFile(listBytes(name), name)
  if (!read.ok) throw new Error(read.problem.kind)
  const rows = read.tables.flatMap((table) => table.rows)
  const sheets = read.tables.map(({ sheet, rows: own }) => ({ name: sheet ?? '表', rows: own }))
  const file = (as: string, bytes: Uint8Array) => ({
    name: as,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  return [
    file('支付.csv', asCsv(rows)),
    file('支付-国标.csv', asGb18030(rows)),
    file('支付.xlsx', asBook(sheets)),
    file('支付.xls', asPage(rows)),
  ]
}

for (const [name, ticked, lines] of LISTS)
  test(`the list ${name} is taken line by line; opened again, as .csv in two encodings, .xlsx and a page named .xls it takes nothing twice`, async ({
    page,
  }) => {
    const drop = page.getByLabel('打开支付清单')
    const count = (own: number) =>
      page.getByRole('region', { name: new RegExp(`将录入 ${own} 笔支付，共 ${lines} 行`) })
    await drop.setInputFiles(list(name))
    if (ticked === 0) await count(0).getByRole('button', { name: '不录入', exact: true }).click()
    else {
      await count(ticked)
        .getByRole('button', { name: `录入 ${ticked} 笔`, exact: true })
        .click()
      await expect(page.getByText(`已从支付清单录入 ${ticked} 笔`)).toBeVisible()
    }
    for (const again of [list(name), ...variantsOf(name)]) {
      await drop.setInputFiles(again)
      await count(0).getByRole('button', { name: '不录入', exact: true }).click()
      await expect(count(0)).toHaveCount(0)
    }
  })

test('on a phone every line of a payment list is a card: tick, project, day, amount and reason without scrolling sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page
    .getByLabel('打开支付清单')
    .setInputFiles(
      text(
        `支付日期,项目名称,支付金额（元）,支付凭证号,摘要\n03/12/2020,办公楼修缮,"123,456,789.01",${'A1'.repeat(40)},${'款'.repeat(80)}\n2020-05-08,办公楼修缮,60000,记-2,进度款\n`,
      ),
    )
  const lines = page.getByRole('region', { name: '支付明细' })
  await expect(lines.locator('tbody tr')).toHaveCount(2)
  const beyond = await lines.evaluate((frame) => frame.scrollWidth - frame.clientWidth)
  expect(beyond).toBeLessThanOrEqual(0)
  const first = lines.locator('tbody tr').first()
  await expect(first).toContainText('123,456,789.01')
  await expect(first).toContainText('办公楼修缮')
  await expect(first).toContainText('请选择')
  // Firefox names the attribute where Chromium has put in its text; asked cell by cell over BiDi, its content process crashes
  const labels = await lines.evaluate((frame) =>
    [...frame.querySelectorAll<HTMLElement>('tbody tr:first-child td')]
      .slice(0, 8)
      .map((cell) =>
        getComputedStyle(cell, '::before').content.replace('attr(data-label)', cell.dataset.label ?? ''),
      ),
  )
  expect(labels.map((label) => label.replaceAll(/[^\p{Script=Han}（）]/gu, ''))).toEqual([
    '录入',
    '行',
    '项目',
    '日期',
    '金额（元）',
    '凭证号',
    '用途',
    '留意',
  ])
  await page.getByLabel('第 2 行的日期').selectOption('2020-03-12')
  await page.getByLabel('录入第 2 行').setChecked(true)
  await page.getByLabel('录入第 3 行').uncheck()
  await expect(page.getByRole('button', { name: '录入 1 笔', exact: true })).toBeEnabled()
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('sheets, the unit and an ambiguous day are the reader’s to change', async ({ page }) => {
  const drop = page.getByLabel('打开支付清单')
  const count = (ticked: number) => page.getByRole('region', { name: new RegExp(`将录入 ${ticked} 笔支付`) })
  await drop.setInputFiles(list('two-sheets.xlsx'))
  await page.getByLabel('2月', { exact: true }).uncheck()
  await expect(count(2)).toBeVisible()
  await page.getByRole('button', { name: '不录入', exact: true }).click()
  await drop.setInputFiles(list('unit-in-title.csv'))
  await expect(count(2)).toContainText('5,000,000.00')
  await count(2).getByLabel('金额单位').selectOption('yuan')
  await expect(count(2)).toContainText('500.00')
  await page.getByRole('button', { name: '不录入', exact: true }).click()
  await drop.setInputFiles(list('day-spellings.csv'))
  await page.getByLabel('第 4 行的日期').selectOption('2020-03-12')
  await expect(count(4)).toBeVisible()
})

test('a file that is no table is answered with what to do', async ({ page }) => {
  await page
    .getByLabel('打开填好的表格')
    .setInputFiles({ name: '旧表.xls', mimeType: XLSX, buffer: Buffer.from('not a workbook') })
  await expect(page.getByRole('alert')).toContainText('请用 Excel 或 WPS 另存为 .xlsx 后再打开')
})

test('the ledger goes to the auditor with the void ones in it', async ({ page }) => {
  await open(page, '#/exchange?demo', 'exchange')
  const book = await saved(page, '导出 .xlsx')
  expect(book.name).toBe('绩效台账-2020年-演示数据.xlsx')
  const rows = (await readXlsx(book.bytes)).sheets[0]?.rows ?? []
  expect(rows).toHaveLength(1 + 203 + 1)
  expect(rows[0]?.slice(0, 4)).toEqual(['序号', '记录时间', '填报人', '项目'])
  expect(rows.filter((row) => row[10] === '已作废')).toHaveLength(1)
  expect(rows[1]?.[5]).toBeInstanceOf(Date)
  const csv = (await saved(page, '导出 .csv')).bytes.toString('utf8')
  expect(csv.startsWith('\uFEFF序号,')).toBe(true)
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 6 + 42 + 203)
})
