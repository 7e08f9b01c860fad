import { docxOf } from '../documents/reading/sixTables.docx'
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { formLayout, SIX, wholeDocument, type LayoutBlock } from '../documents/reading/formLayout'
import { sixTablesHtml, wordHtmlOf } from '../documents/reading/sixTables.html'
import { xlsxOf } from '../documents/reading/sixTables.xlsx'
import { layoutOf } from '../documents/recognition/drawn'
import { caseNames, casePath, expectedOf } from '../documents/recognition/expectedCases'
import { SECOND_DEPARTMENT } from '../documents/recognition/secondDepartment'
import type { Page } from '@playwright/test'
import { chromiumOnly, expect, open, test } from './board'
import { paste } from './hands'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The published document with some of its cells and lines printed otherwise. */
function reprinted(change: (line: string) => string): Promise<Uint8Array> {
  return docxOf(
    wholeDocument().map((block): LayoutBlock =>
      block.kind === 'paragraph'
        ? { ...block, text: change(block.text) }
        : {
            ...block,
            rows: block.rows.map((row) => row.map((cell) => ({ ...cell, lines: cell.lines.map(change) }))),
          },
    ),
  )
}

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: DOCX, buffer: Buffer.from(bytes) })
}

test('another department’s document goes from file to a working board', async ({ page }) => {
  await open(page, '#/import', 'import')
  await drop(page, '青云县农业农村局.docx', await docxOf(layoutOf(SECOND_DEPARTMENT)))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    '2023年 青云县农业农村局：2 个项目、11 项指标',
  )
  await page.getByRole('button', { name: '不低于50公斤' }).click()
  await expect(page.locator('[data-chosen]')).toHaveText('不低于50公斤')
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await expect(page.getByRole('alert')).toContainText('请先在页首写明填报人')
  await page.getByLabel('填报人').fill('孙科长')
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await expect(page.getByText('已采用并保存到本机：青云县农业农村局 2023年')).toBeVisible()
  await page.getByRole('link', { name: '打开看板' }).click()
  await expect(page.locator('[data-screen="overview"]')).toBeVisible()
  await expect(page.locator('tr[data-project]')).toHaveCount(2)
  await expect(page.locator('tr[data-project="1"]')).toContainText('1,200.50')
  for (const [address, screen] of [
    ['#/entry/1?plan=2023-415007', 'entry'],
    ['#/project/1?plan=2023-415007', 'project'],
    ['#/evaluation/1?plan=2023-415007', 'evaluation'],
    ['#/monitor?plan=2023-415007', 'monitor'],
  ] as const) {
    await open(page, address, screen)
    await expect(page.locator('main')).toContainText('高标准农田建设')
  }
  await open(page, '#/entry/1?plan=2023-415007', 'entry')
  await page.getByLabel('填报人').fill('孙科长')
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('400')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已保存到本机 \d\d:\d\d:\d\d/)).toBeVisible()
  await page.goto('about:blank')
  await open(page, '', 'overview')
  await expect(page.getByLabel('部门和年度')).toHaveValue('2023-415007')
  await expect(page.locator('tr[data-project="1"]')).toContainText('400.00')
  await page.getByLabel('部门和年度').selectOption('2020-323002')
  await expect(page.locator('tr[data-project]')).toHaveCount(6)
  await page.getByRole('link', { name: '全部', exact: true }).click()
  await expect(page.locator('tr[data-plan="2023-415007"]')).toContainText('400.00')
  await expect(page.locator('tr[data-plan="2020-323002"]')).toContainText('未填报')
})

test('a corrected document shows what changes by id, asks about what is filled in, and keeps the actuals', async ({
  page,
}) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="1:1"]').click()
  await page.keyboard.type('92')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已保存到本机 \d\d:\d\d:\d\d/)).toBeVisible()
  await open(page, '#/import', 'import')
  const bytes = await reprinted((line) => line.replace('综合保障率', '综合保障覆盖率'))
  await drop(page, '更正.docx', bytes)
  await expect(page.getByText('按编号对应，已填的实绩全部保留')).toBeVisible()
  await expect(page.getByText('已有 1 条记录，名称却变了：请确认还是同一项')).toBeVisible()
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await expect(page.getByRole('alert')).toContainText('替换现有计划要写明理由')
  await page.getByLabel('替换理由').fill('财政局更正')
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await expect(page.getByRole('alert')).toContainText('请先看过上面的提示并勾选')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await page.getByRole('link', { name: '打开看板' }).click()
  await open(page, '#/project/3?plan=2020-323002', 'project')
  await expect(page.locator('[data-position="1"]')).toContainText('综合保障覆盖率')
  await expect(page.locator('[data-position="1"]')).toContainText('92%')
  await page.reload()
  await expect(page.locator('[data-position="1"]')).toContainText('综合保障覆盖率')
  await open(page, '#/plans', 'plans')
  await page.getByRole('button', { name: '移出' }).click()
  await expect(page.locator('tr[data-plan="2020-323002"]')).toContainText('随系统公布')
})

test('the next year’s tables stand beside this year’s, project by project', async ({ page }) => {
  await open(page, '#/import', 'import')
  await page.getByLabel('或在这里粘贴表格').focus()
  await paste(page, {
    'text/html': sixTablesHtml().replaceAll('2020', '2021').replaceAll('90百分比', '92百分比'),
  })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2021年')
  const years = page.locator('[data-years]')
  await expect(years).toContainText('与 2020年计划比较')
  await expect(years).toContainText(/项目有变化 \d 个；按项目名称或编码对应/)
  await expect(years.locator('table')).toHaveCount(0)
  await years.locator('summary').click()
  await expect(years.getByRole('row', { name: /92百分比/ }).first()).toContainText('指标值：')
  await page.getByLabel('填报人').fill('孙科长')
  if (await page.getByRole('checkbox').isVisible()) await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await page.getByRole('link', { name: '全部计划' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('6 个项目跨年延续')
  const repair = page.locator('table', { hasText: '办公楼修缮' }).last()
  await expect(repair).toContainText('≥90% · 未填报')
  await expect(repair).toContainText('≥92% · 未填报')
})

test('what cannot be read is answered in a sentence and changes nothing', async ({ page }) => {
  await open(page, '#/import', 'import')
  const whole = await docxOf(layoutOf(SECOND_DEPARTMENT))
  const files: [string, Uint8Array, RegExp][] = [
    ['旧.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /另存为 .docx/],
    ['断.docx', whole.slice(0, whole.length / 2), /损坏|没有下载完整/],
    ['空.txt', new Uint8Array(), /没有表格|不是能读的/],
    ['别的.json', new TextEncoder().encode('{"schema":1}'), /缺|没有/],
  ]
  for (const [name, bytes, answer] of files) {
    await drop(page, name, bytes)
    await expect(page.getByRole('alert')).toContainText(answer)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`没有读出 ${name}`)
  }
  const pasted = page.getByLabel('或在这里粘贴表格')
  await pasted.fill('只有一句话')
  await page.getByRole('button', { name: '识别文字' }).click()
  await expect(page.getByRole('alert')).toContainText(/没有表格|不是能读的/)
  await page.reload()
  await expect(pasted).toHaveValue('只有一句话')
  await open(page, '#/plans', 'plans')
  await expect(page.locator('tr[data-plan]')).toHaveCount(1)
})

const named = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: DOCX,
  buffer: Buffer.from(content),
})
const projectsOf = (...places: number[]) => places.flatMap((place) => SIX.projects[place - 1] ?? [])
const nextYear = (...places: number[]): LayoutBlock[] => [
  { kind: 'paragraph', text: '沧州市港城区人力资源和社会保障局2021年部门预算信息公开' },
  ...formLayout({ ...SIX, projects: projectsOf(...places) }),
]

test('next year in one sitting: .docx, .xlsx, a page and a PDF become one plan, asked about where two print one project', async ({
  page,
}) => {
  const [office] = projectsOf(3)
  if (!office) throw new Error('no third project')
  const dearer = { ...office, budget: { total: '95', fiscal: '95', other: null } }
  await open(page, '#/import', 'import')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      named('1 社保.docx', await docxOf(nextYear(1, 2))),
      named('2 修缮.xlsx', await xlsxOf(formLayout({ ...SIX, projects: [office] }))),
      named('3 就业.html', wordHtmlOf(formLayout({ ...SIX, projects: [dearer, ...projectsOf(4, 5)] }))),
      named('4 打印.pdf', '%PDF-1.7'),
      named('5 去年.docx', await docxOf(wholeDocument())),
    ])
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2021年')
  const files = page.locator('[data-files]')
  await expect(files.getByRole('listitem')).toHaveCount(5)
  await expect(files.getByRole('listitem').nth(0)).toContainText('1 社会养老保险基金财政补助、2 社会医疗')
  await expect(files.getByRole('listitem').nth(3)).toContainText('这是 PDF 文件')
  await expect(files.getByRole('listitem').nth(4)).toContainText('年度与计划不一样')
  await expect(files.getByRole('listitem').nth(4).getByRole('checkbox')).not.toBeChecked()

  await expect(page.getByText('还不能采用：有 1 个项目几份文件里写的不一样')).toBeVisible()
  const repeats = page.locator('[data-repeats]')
  await expect(repeats.getByRole('row', { name: /预算数/ })).toContainText('95')
  await repeats.getByRole('radio', { name: /取 3 就业\.html/ }).check()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('5 个项目、35 项指标')
  await expect(files.getByRole('listitem').nth(1)).toContainText('办公楼修缮（不列入）')

  await page.getByRole('combobox', { name: '项目' }).selectOption({ index: 2 })
  await expect(page.getByRole('region', { name: '原表', exact: true })).toContainText('3 就业.html')
  await page
    .getByRole('region', { name: '读出的内容' })
    .getByRole('button', { name: '95', exact: true })
    .first()
    .click()
  await expect(page.locator('[data-chosen]')).toHaveText('95')

  const years = page.locator('[data-years]')
  await expect(years).toContainText('与 2020年计划比较')
  await page.getByLabel('填报人').fill('孙科长')
  const seen = page.getByRole('checkbox', { name: /我已看过/ })
  if (await seen.isVisible()) await seen.check()
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await expect(page.getByText(/已采用并保存到本机/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2020年')
  await page.getByRole('button', { name: /^不采用/ }).click()
  await page.getByRole('link', { name: '打开看板' }).click()
  await expect(page.locator('tr[data-project]')).toHaveCount(5)
  await expect(page.locator('tr[data-project="3"]')).toContainText('95')
})

test(
  'a folder is chosen as a whole; what is none of a plan is gone through next',
  chromiumOnly('no folder can be chosen over BiDi'),
  async ({ page }, info) => {
    const folder = info.outputPath('表')
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/b 青云县.docx`, await docxOf(layoutOf(SECOND_DEPARTMENT)))
    writeFileSync(`${folder}/a 打印.docx`, '%PDF-1.7')
    writeFileSync(`${folder}/c 说明.html`, '<table><tr><td>项目</td><td>收入</td></tr></table>')
    writeFileSync(`${folder}/d 明年.html`, sixTablesHtml().replaceAll('2020', '2021'))
    writeFileSync(`${folder}/.隐藏.docx`, 'x')
    await open(page, '#/import', 'import')
    await page.getByLabel('选择整个文件夹').setInputFiles(folder)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2 个项目、11 项指标')
    const files = page.locator('[data-files]').getByRole('listitem')
    await expect(files).toHaveCount(4)
    await expect(files.nth(0)).toContainText('这是 PDF 文件')
    await expect(files.nth(2)).toContainText('没有找到绩效目标表')
    await expect(page.getByText(/之后还有：.*明年\.html/)).toBeVisible()
    await page.getByLabel('填报人').fill('孙科长')
    await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2021年')
    const seen = page.getByRole('checkbox', { name: /我已看过/ })
    if (await seen.isVisible()) await seen.check()
    await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
    await page.getByRole('link', { name: '全部计划' }).first().click()
    await expect(page.locator('tr[data-plan="2023-415007"]')).toBeVisible()
    await expect(page.locator('tr[data-plan="2021-323002"]')).toBeVisible()
  },
)

test('every kind of file without a table has its sentence on the screen, word for word the command’s', async ({
  page,
}) => {
  const names = caseNames().filter((name) => expectedOf(name).outcome === 'help')
  const { stdout } = spawnSync(
    process.execPath,
    ['scripts/plan.mjs', '--together', '--json', ...names.map(casePath)],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const told: { name: string; answer: string }[] = JSON.parse(stdout).files
  await open(page, '#/import', 'import')
  await page.locator('input[type=file]').first().setInputFiles(names.map(casePath))
  const items = page.locator('[data-files]').getByRole('listitem')
  await expect(items).toHaveCount(names.length)
  const texts = await items.allTextContents()
  for (const [at, name] of names.entries()) {
    expect(texts[at]).toContain(name)
    expect(texts[at]).toContain(told[at]?.answer)
    for (const pattern of expectedOf(name).says ?? []) expect(texts[at]).toMatch(new RegExp(pattern))
  }
  await expect(page.getByRole('alert')).toContainText('都没有找到绩效目标表')
})

test('a province’s 1,000 tables are read beside the page, which stays awake and can stop it', async ({
  page,
}) => {
  const [before, tables] = [
    wholeDocument()
      .filter(({ kind }) => kind === 'paragraph')
      .slice(0, 1),
    wholeDocument(),
  ]
  const table = tables.filter((block) => block.kind === 'table').slice(1, 3)
  const many = Array.from({ length: 1000 }, (_, index): LayoutBlock[] => [
    { kind: 'paragraph', text: `${index + 1}、第 ${index + 1} 个项目绩效目标表` },
    ...table,
    { kind: 'paragraph', text: '' },
  ])
  const bytes = await docxOf([...before, ...many.flat()])
  await open(page, '#/import', 'import')
  await page.evaluate(() => {
    const ticks = { longest: 0, count: 0, last: performance.now() }
    Object.assign(globalThis, { ticks })
    const tick = () => {
      const at = performance.now()
      ticks.longest = Math.max(ticks.longest, at - ticks.last)
      ticks.last = at
      ticks.count += 1
      setTimeout(tick, 0)
    }
    tick()
  })
  await drop(page, '全省.docx', bytes)
  await page.getByRole('button', { name: '停止' }).click()
  await expect(page.getByRole('alert')).toContainText('已停止读取，没有改动任何数据')
  await page.evaluate(() => Object.assign((globalThis as unknown as { ticks: object }).ticks, { count: 0 }))
  await drop(page, '全省.docx', bytes)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1000 个项目', { timeout: 60_000 })
  const ticks = await page.evaluate(
    () => (globalThis as unknown as { ticks: { count: number; longest: number } }).ticks,
  )
  expect(ticks.count).toBeGreaterThan(50)

  await page.getByLabel('年度', { exact: true }).fill('2021')
  await page.getByLabel('公开文件标题').fill('全省绩效目标表')
  await page.getByRole('button', { name: '按补充内容重新识别' }).click()
  await expect(page.getByText(/^全省绩效目标表/)).toBeVisible({ timeout: 60_000 })
  await page.getByLabel('填报人').fill('孙科长')
  const seen = page.getByRole('checkbox')
  if (await seen.isVisible()) await seen.check()
  await page.getByRole('button', { name: '整份采用并保存到本机' }).click()
  await page.getByRole('link', { name: '打开看板' }).click()
  await expect(page.locator('tr[data-project]')).toHaveCount(100, { timeout: 60_000 })
  await page.getByRole('button', { name: '再列 100 个项目（还有 900 个项目）' }).click()
  await expect(page.locator('tr[data-project]')).toHaveCount(200)
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '项目' }).click()
  await page.getByRole('combobox', { name: '项目' }).selectOption({ index: 700 })
  await expect(page).toHaveURL(/project\/700/)
})

test('a project is left out, and the ids of those behind move up', async ({ page }) => {
  await open(page, '#/import', 'import')
  await drop(page, '青云县农业农村局.docx', await docxOf(layoutOf(SECOND_DEPARTMENT)))
  await page.getByText('列入哪些项目').click()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '按此重新编号' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 个项目、3 项指标')
  await page.getByText('列入哪些项目').click()
  await expect(page.getByText('编号 2023-415007/1')).toBeVisible()
})
