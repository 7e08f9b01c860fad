import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import { ENTRIES, seed } from '../../bench/tenThousand.mjs'
import { expect, open, test } from './board'

test('ten thousand entries leave for the auditor while the page goes on; stopping leaves no file', async ({
  page,
}) => {
  await open(page, '#/entry/4', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await seed(page)
  await open(page, '#/exchange', 'exchange')
  await page.reload()
  const panel = page.getByRole('region', { name: '台账导出' })
  await expect(panel).toContainText(
    '将导出 10,000 条记录，有效支付 10,000 笔、合计 10,005,500.00 元，按当前所知',
  )

  const names: string[] = []
  page.on('download', (file) => names.push(file.suggestedFilename()))
  await panel.getByRole('button', { name: '导出 .xlsx' }).click()
  await panel.getByRole('button', { name: '停止' }).click()
  await expect(panel).toContainText('已停止，没有存下任何文件。')

  const waiting = page.waitForEvent('download')
  await panel.getByRole('button', { name: '导出 .xlsx' }).click()
  await expect(panel.getByRole('progressbar')).toBeVisible()
  const name = page.getByLabel('填报人')
  await name.evaluate((field) =>
    field.addEventListener('input', () => {
      if (document.querySelector('progress')) field.dataset.meanwhile = 'typed'
    }),
  )
  await name.fill('')
  await name.pressSequentially('李芳在导出时改了名字')
  await expect(name).toHaveValue('李芳在导出时改了名字')
  await expect(name).toHaveAttribute('data-meanwhile', 'typed')
  const file = await waiting
  await expect(panel).toContainText('已存为 绩效台账-2020年.xlsx（浏览器的下载文件夹）')
  expect(names).toEqual(['绩效台账-2020年.xlsx'])

  const rows = (await readXlsx(readFileSync(await file.path()))).sheets[0]?.rows ?? []
  expect(rows).toHaveLength(1 + ENTRIES + 1)
  expect(new Set(rows.slice(1, -1).map((row) => row[12])).size).toBe(ENTRIES)
  expect(rows.at(-1)?.[8]).toBe(10_005_500)
})

test('the department leaves as one workbook, said before and after', async ({ page }) => {
  await open(page, '#/department?demo&asOf=2020-10-31', 'department')
  const panel = page.getByRole('region', { name: '部门工作簿' })
  await expect(panel).toContainText('项目 6 个、42 项指标，预算 6,580.51 万元')
  await expect(panel).toContainText(
    '截至 2020年10月31日。另附台账全部记录，不按截至日截取：203 条记录（已作废 1 条，也在内并标明）',
  )
  const waiting = page.waitForEvent('download')
  await panel.getByRole('button', { name: '存为 Excel' }).click()
  const file = await waiting
  await expect(panel).toContainText('已存为 部门绩效-2020年-截至2020-10-31-演示数据.xlsx')
  const { sheets } = await readXlsx(readFileSync(await file.path()))
  expect(sheets.map(({ name }) => name)).toEqual(['汇总', '计划与实际', '指标', '得分', '台账'])
  expect(sheets[0]?.rows[1]?.[3]).toContain('演示数据，均为虚构')
})

test('an export that fails says what failed and leaves no file', async ({ page, troubles }) => {
  troubles.expected.push(/book\.worker|ERR_FAILED/)
  await page.route(/book\.worker/, (route) => route.abort())
  await open(page, '#/department?demo', 'department')
  const panel = page.getByRole('region', { name: '部门工作簿' })
  await panel.getByRole('button', { name: '存为 Excel' }).click()
  await expect(panel.getByRole('alert')).toContainText('没有生成：后台没有启动或中途停止。没有存下任何文件')
})
