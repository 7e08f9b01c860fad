import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { expect, open, test as base } from './board'

const test = base.extend<object, { packed: { readonly folder: string; readonly said: string } }>({
  packed: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'jixiao-pack-'))
      const said = execFileSync(process.execPath, ['scripts/pack.mjs', '--out', folder], { encoding: 'utf8' })
      await use({ folder, said })
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})
test.describe.configure({ mode: 'default', timeout: 180_000 })

function address(folder: string, more = ''): string {
  return `${pathToFileURL(join(folder, '绩效看板.html')).href}${more}`
}

test('the pack holds the one file, the folder for a web server with its instruction, and the licences; sizes are said', ({
  packed: { folder, said },
}) => {
  expect(said).toMatch(/绩效看板\.html {2}\d+ KB（压缩后 \d+ KB）/)
  expect(said).toMatch(/绩效看板-网页服务器\.zip {2}\d+ KB/)
  expect(said).toMatch(/随附 \d+ 个第三方软件包，全部为宽松许可：/)
  const zip = unzipSync(new Uint8Array(readFileSync(join(folder, '绩效看板-网页服务器.zip'))))
  const names = Object.keys(zip)
  for (const name of ['index.html', 'sw.js', 'icon.svg', 'data/index.json', 'data/2020-323002.json'])
    expect(names).toContain(`绩效看板/${name}`)
  expect(strFromU8(zip['安装说明.txt']!)).toContain('放到网页服务器上')
  const notices = strFromU8(zip['第三方许可.txt']!)
  for (const name of ['vue', 'echarts', 'decimal.js', 'reka-ui', 'docx', 'serwist'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'))
  expect(notices).toContain('Apache License')
  const html = readFileSync(join(folder, '绩效看板.html'), 'utf8')
  expect(html).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="(?!data:)/)
})

test('the one file from a folder: 负责人 enters and it is there again, under a name of its own', async ({
  page,
  packed: { folder },
}) => {
  await open(page, address(folder), 'overview')
  await expect(page.getByText('填报只存在这台电脑的这个浏览器里，不在这个文件里')).toBeVisible()
  await open(page, address(folder, '#/entry/3'), 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已保存到本机 \d\d:\d\d:\d\d/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('本机已有 1 条记录')).toBeVisible()
  const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !name.startsWith('jixiao-board-desk'))).toEqual([])
  expect(
    await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => !key.startsWith('jixiao-board-desk')),
    ),
  ).toEqual([])
})

test('the one file from a folder: 领导 reads the board, asks why, saves the curve, the forms and the department’s workbook', async ({
  page,
  packed: { folder },
}) => {
  await open(page, address(folder, '#/?demo&asOf=2020-10-31'), 'overview')
  await page.locator('main button.why').first().click()
  await expect(page.getByText('为什么是这个数')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const kind of ['SVG', 'PNG']) {
    const picture = page.waitForEvent('download')
    await page.getByRole('button', { name: kind }).first().click()
    expect((await picture).suggestedFilename()).toContain(kind.toLowerCase())
  }
  await open(page, address(folder, '#/department?demo&asOf=2020-10-31'), 'department')
  const book = page.waitForEvent('download')
  await page.getByRole('region', { name: '部门工作簿' }).getByRole('button', { name: '存为 Excel' }).click()
  const { sheets } = await readXlsx(readFileSync(await (await book).path()))
  expect(sheets.map(({ name }) => name)).toContain('台账')
  const form = page.waitForEvent('download')
  await page.getByRole('button', { name: '存为 Word' }).first().click()
  expect((await form).suggestedFilename()).toContain('.docx')
})

test('the one file from a folder: 评价 reads the sheet; a document is read, a backup is made and read back', async ({
  page,
  packed: { folder },
}) => {
  await open(page, address(folder, '#/evaluation/3?demo'), 'evaluation')
  await open(page, address(folder, '#/import'), 'import')
  await page.locator('input[type="file"]').first().setInputFiles('public/data/2020-323002.json')
  await expect(page.getByText(/42 (?:项|个)指标/).first()).toBeVisible()
  await open(page, address(folder, '#/entry/3'), 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已保存到本机 \d\d:\d\d:\d\d/)).toBeVisible()
  await open(page, address(folder, '#/exchange'), 'exchange')
  await page.getByLabel('身份', { exact: true }).selectOption('系统管理')
  const backup = page.waitForEvent('download')
  await page.getByRole('button', { name: '备份到文件' }).click()
  await (await backup).path()
  await expect(page.getByText('已备份 1 条，并回读核对无误')).toBeVisible()
})
