import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { expect, open, test } from './board'

/** The pages of a printed screen, read from the PDF the browser makes; the page objects stand uncompressed in it. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

for (const [path, screen, most] of [
  ['#/?demo&asOf=2020-10-31', 'overview', 1],
  ['#/?demo&asOf=2020-06-30', 'overview', 1],
  ['#/', 'overview', 1],
  ['#/?demo&asOf=2020-10-31&vs=2020-06-30', 'overview', 1],
  ['#/project/5?demo&asOf=2020-10-31', 'project', 3],
  ['#/round?demo&asOf=2020-10-31', 'round', 2],
  ['#/monitor?demo&asOf=2020-10-31', 'monitor', 3],
  ['#/monitor/3?demo&asOf=2020-06-30', 'monitor', 2],
  ['#/evaluation?demo', 'evaluation', 1],
  ['#/evaluation/3?demo', 'evaluation', 2],
  ['#/evaluation/5?demo', 'evaluation', 2],
  ['#/papers/project?demo', 'papers', 6],
  ['#/papers/hebei?demo', 'papers', 6],
  ['#/papers/department?demo', 'papers', 2],
  ['#/papers/summary?demo', 'papers', 1],
] as const) {
  test(`${path} prints on ${most} page at most, without navigation`, async ({ page }) => {
    await open(page, path, screen)
    await expect(
      page.locator(screen === 'overview' || screen === 'project' ? '.chart svg' : 'table').first(),
    ).toBeVisible()
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pagesOf(pdf)).toBeGreaterThan(0)
    expect(pagesOf(pdf)).toBeLessThanOrEqual(most)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeHidden()
    const head = await page.evaluate(() =>
      document.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
        .join(''),
    )
    expect(head).toContain('截至 2020年')
    expect(head.includes('演示数据')).toBe(path.includes('demo'))
  })
}

test('a chart is saved as a picture that says whose it is and of when', async ({ page }) => {
  await open(page, '#/project/3?demo&asOf=2020-10-31', 'project')
  for (const [label, name] of [
    ['累计支出与资金支出计划存为 SVG 图片', '办公楼修缮-支出曲线-2020-10-31-演示数据.svg'],
    ['绩效指标存为 PNG 图片', '办公楼修缮-指标-2020-10-31-演示数据.png'],
  ] as const) {
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: label }).click()
    expect((await saved).suggestedFilename()).toBe(name)
    await expect(page.getByText(`已存为 ${name}`)).toBeVisible()
  }
})

for (const [path, screen, button, name] of [
  ['#/report/monitor?demo&asOf=2020-10-31', 'report', '存为 Word', '绩效监控报告-2020-10-31-演示数据.docx'],
  ['#/report/evaluation?demo', 'report', '存为 Word', '绩效自评报告-2020年-演示数据.docx'],
  [
    '#/department?demo&asOf=2020-10-31',
    'department',
    '存为 Word',
    '绩效目标表-2020-10-31-全部项目-演示数据.docx',
  ],
] as const) {
  test(`${path} leaves as ${name}`, async ({ page }) => {
    await open(page, path, screen)
    await expect(page.getByText(/截至 2020年1[02]月31日/).first()).toBeVisible()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    const file = await saved
    expect(file.suggestedFilename()).toBe(name)
    await expect(page.getByText(`已存为 ${name}`)).toBeVisible()
    const parts = unzipSync(new Uint8Array(readFileSync(await file.path())))
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    for (const project of ['社会养老保险基金财政补助', '办公楼修缮', '港诚人力资源招聘人员费用'])
      expect(words).toContain(project)
    expect(words).toContain('演示数据')
    const pictures = Object.keys(parts).filter((part) => /^word\/media\/.+\.png$/.test(part))
    expect(pictures).toHaveLength(screen === 'report' ? 7 : 0)
    await expect(page.getByRole('region', { name: '附图' }).getByRole('img')).toHaveCount(pictures.length)
  })
}

/** The places of everything the curve draws at the moment the page is on paper, as the browser prints it. */
async function printedMarks(page: Page): Promise<string[]> {
  await expect(page.locator('.chart svg')).toBeVisible()
  await page.keyboard.press('Shift')
  await expect(page.locator('.chart > div > svg')).toBeVisible()
  await page.evaluate(() => {
    const marks: string[] = []
    Object.assign(globalThis, { marks })
    matchMedia('print').addEventListener('change', ({ matches }) => {
      if (!matches) return
      for (const mark of document.querySelectorAll('.chart svg :is(path, text)'))
        marks.push(['d', 'x', 'y', 'transform'].map((name) => mark.getAttribute(name)).join(' '))
    })
  })
  await page.pdf({ preferCSSPageSize: true })
  return page.evaluate(() => (globalThis as unknown as { marks: string[] }).marks)
}

for (const [path, screen] of [
  ['#/?demo&asOf=2020-10-31', 'overview'],
  ['#/project/5?demo&asOf=2020-10-31', 'project'],
] as const) {
  test(`the curve of ${path} is printed as one that never moves: its marks stand where its axes are`, async ({
    page,
  }) => {
    await open(page, path, screen)
    const moving = await printedMarks(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.reload()
    const still = await printedMarks(page)
    expect(moving.length).toBeGreaterThan(10)
    expect(moving).toEqual(still)
  })
}

/** The sides of every printed page, in points, as the PDF states them. */
function sidesOf(pdf: Buffer): [number, number][] {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => [Number(width), Number(height)],
  )
}

test('a report stands upright, with its tables on the page and none but those it announces; 会议模式 prints every page of its agenda', async ({
  page,
}) => {
  await open(page, '#/report/monitor?demo&asOf=2020-10-31', 'report')
  const said = await page.getByText(/文字 \d+ 段、表 \d+ 张、图 \d+ 幅/).innerText()
  const [, tables, pictures] = /表 (\d+) 张、图 (\d+) 幅/.exec(said) ?? []
  await expect(page.locator('main table')).toHaveCount(Number(tables))
  await expect(page.getByRole('region', { name: '附图' }).getByRole('img')).toHaveCount(Number(pictures))
  const report = sidesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(report.length).toBeGreaterThan(0)
  for (const [width, height] of report) expect(width).toBeLessThan(height)

  await open(page, '#/meeting/2?demo&asOf=2020-10-31', 'meeting')
  const [, count] = /共 (\d+) 页/.exec(await page.getByText(/第 3 页，共 \d+ 页/).innerText()) ?? []
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(Number(count))
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
})
