import { readFileSync } from 'node:fs'
import type { Browser, Download, Page } from '@playwright/test'
import { expect, open, remembering, submitAnyway, test } from './board'

async function profile(browser: Browser, name: string, role: string): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true })
  const page = await context.newPage()
  await remembering(page, { author: name, role })
  return page
}

async function type(page: Page, cell: string, text: string) {
  await page.locator(`[data-cell="${cell}"]`).click({ force: true })
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function handOver(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  await open(page, '#/exchange', 'exchange')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出交接文件' }).click()
  const file: Download = await saved
  return {
    name: file.suggestedFilename(),
    mimeType: 'application/json',
    buffer: readFileSync(await file.path()),
  }
}

async function take(page: Page, file: Awaited<ReturnType<typeof handOver>>) {
  await open(page, '#/exchange', 'exchange')
  await page.getByLabel('打开交接文件').setInputFiles(file)
  await page.getByRole('button', { name: '并入本机台账' }).click()
  await expect(page.getByText(/已并入 \d+ 条/)).toBeVisible()
}

/** The figures of 总览 as they stand, to the last sign. */
async function board(page: Page): Promise<string> {
  await open(page, '#/?asOf=2020-06-30', 'overview')
  await expect(page.locator('table.projects')).toBeVisible()
  const headline = await page.getByRole('heading', { level: 1 }).innerText()
  return `${headline}\n${await page.locator('table.projects').innerText()}`
}

test('two managers and a leader on three machines come to the same board, whoever hands over first', async ({
  browser,
}) => {
  const [wang, li, liu] = await Promise.all([
    profile(browser, '王芳', 'manager'),
    profile(browser, '李强', 'manager'),
    profile(browser, '刘局', 'leader'),
  ])
  await open(wang, '#/entry/3?asOf=2020-06-30', 'entry')
  await type(wang, '0:1', '26.005')
  await type(wang, '1:1', '92')
  await open(li, '#/entry/5?asOf=2020-06-30', 'entry')
  await type(li, '0:1', '172.6')
  await open(li, '#/entry/3?asOf=2020-06-30', 'entry')
  await type(li, '1:1', '88')

  const [fromWang, fromLi] = [await handOver(wang), await handOver(li)]
  expect(fromWang.name).toMatch(/^绩效台账-2020年-全部项目-王芳-\d{12}\.jixiao\.json$/)
  await take(wang, fromLi)
  await take(li, fromWang)
  await take(liu, fromLi)
  await take(liu, fromWang)
  const first = await board(liu)
  expect(first).toContain('26.01')
  expect(await board(wang)).toBe(first)
  expect(await board(li)).toBe(first)

  await open(liu, '#/round?asOf=2020-06-30', 'round')
  const rivals = liu.getByRole('region', { name: '填报不一致' })
  await rivals.getByRole('radio', { name: /92/ }).check()
  await rivals.getByLabel('核定理由').fill('以监理报告为准')
  await rivals.getByRole('button', { name: '采用所选的值' }).click()
  await expect(rivals).toHaveCount(0)
  const settled = await handOver(liu)
  await take(wang, settled)
  await take(li, settled)

  await open(wang, '#/round?asOf=2020-06-30', 'round')
  const row = (page: Page) => page.locator('tr[data-project="3"]')
  await row(wang).getByRole('checkbox').check()
  await wang.getByRole('button', { name: '报送6月底（1 个项目）' }).click()
  await submitAnyway(wang)
  await expect(row(wang)).toContainText('待审核')
  await take(liu, await handOver(wang))
  await open(liu, '#/round?asOf=2020-06-30', 'round')
  await row(liu).getByRole('checkbox').check()
  await liu.getByLabel('审核意见（退回时须写明要补正什么）').fill('请补报工程进度')
  await liu.getByRole('button', { name: '退回6月底（1 个项目）' }).click()
  await expect(row(liu)).toContainText('已退回')
  await take(wang, await handOver(liu))
  await open(wang, '#/entry/3?asOf=2020-06-30', 'entry')
  await expect(wang.getByRole('region', { name: '待办' })).toContainText('请补报工程进度')
  await type(wang, '3:1', '70')
  await wang.getByRole('button', { name: '报送6月底' }).click()
  await submitAnyway(wang)
  await expect(wang.getByRole('list', { name: '各节点报送情况' })).toContainText('待审核')

  await open(li, '#/entry/3?asOf=2020-06-30', 'entry')
  await type(li, '2:1', '100')
  const late = await handOver(li)

  await take(liu, await handOver(wang))
  await open(liu, '#/round?asOf=2020-06-30', 'round')
  await row(liu).getByRole('checkbox').check()
  await liu.getByRole('button', { name: '通过6月底（1 个项目）' }).click()
  await expect(row(liu)).toContainText('已通过')
  const accepted = await board(liu)

  await open(liu, '#/exchange', 'exchange')
  await liu.getByLabel('打开交接文件').setInputFiles(late)
  await expect(liu.getByText('将暂不计入 1 条')).toBeVisible()
  await liu.getByRole('button', { name: '并入本机台账' }).click()
  await expect(liu.getByText('已并入 1 条')).toBeVisible()
  expect(await board(liu)).toBe(accepted)
  await open(liu, '#/round?asOf=2020-06-30', 'round')
  await expect(liu.getByRole('region', { name: '暂不计入' })).toContainText('李强')

  const last = await handOver(liu)
  await take(li, last)
  await take(wang, last)
  expect(await board(wang)).toBe(accepted)
  expect(await board(li)).toBe(accepted)
  await Promise.all([wang, li, liu].map((page) => page.context().close()))
})

test('the preview says whose entries come, what is voided and what the figures become, in both orders of two files', async ({
  browser,
}) => {
  const [wang, li, one, other] = await Promise.all([
    profile(browser, '王芳', 'manager'),
    profile(browser, '李强', 'manager'),
    profile(browser, '刘局', 'leader'),
    profile(browser, '周局', 'leader'),
  ])
  await open(wang, '#/entry/3?asOf=2020-06-30', 'entry')
  await type(wang, '0:1', '26')
  const fromWang = await handOver(wang)
  await take(li, fromWang)
  await open(li, '#/entry/5?asOf=2020-06-30', 'entry')
  await type(li, '0:1', '172.6')
  const fromLi = await handOver(li)

  const look = async (page: Page, file: Awaited<ReturnType<typeof handOver>>) => {
    await open(page, '#/exchange', 'exchange')
    await page.getByLabel('打开交接文件').setInputFiles(file)
    const preview = page.getByRole('region', { name: /新记录|没有新的记录/ })
    const said = (await preview.innerText()).replaceAll(/\s+/g, ' ')
    const enter = preview.getByRole('button', { name: '并入本机台账' })
    if ((await enter.count()) > 0) {
      await enter.click()
      await expect(page.getByText(/已并入 \d+ 条/)).toBeVisible()
    } else await preview.getByRole('button', { name: '关闭' }).click()
    return said
  }
  expect(await look(one, fromWang)).toContain('全部项目：累计支出 未填报 → 26.00 万元')
  const then = await look(one, fromLi)
  expect(then).toContain('填报人：李强（项目负责人，导出人） 1 条')
  expect(then).toContain('全部项目：累计支出 26.00 万元 → 198.60 万元')
  expect(then).toContain('创业孵化基地专项补助：1 条；累计支出 未填报 → 172.60 万元')
  const whole = await look(other, fromLi)
  expect(whole).toContain('填报人：王芳（项目负责人） 1 条、李强（项目负责人，导出人） 1 条')
  expect(whole).toContain('全部项目：累计支出 未填报 → 198.60 万元')
  expect(await look(other, fromWang)).toContain('没有新的记录')
  expect(await board(other)).toBe(await board(one))
})

test('a file opened twice changes nothing; a damaged one says where and changes nothing', async ({
  page,
}) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await type(page, '0:1', '26')
  const file = await handOver(page)
  const drop = page.getByLabel('打开交接文件')
  await drop.setInputFiles(file)
  await expect(page.getByText('没有新的记录：文件中的 1 条本机都有')).toBeVisible()
  await page.getByRole('button', { name: '关闭' }).click()

  const text = file.buffer.toString('utf8')
  const refusals: readonly (readonly [string, Buffer])[] = [
    ['可能没有拷完', Buffer.from(text.slice(0, -30))],
    ['与其校验码不符', Buffer.from(text.replace('260000', '260001'))],
    ['由更新的版本', Buffer.from(text.replace('"schema": 1', '"schema": 9'))],
    ['超过 32 MB 的上限', Buffer.alloc(40 * 1024 * 1024, 32)],
    ['不是本看板的交接文件', Buffer.from('{"a": 1}')],
  ]
  for (const [said, buffer] of refusals) {
    await drop.setInputFiles({ ...file, buffer })
    await expect(page.getByRole('alert')).toContainText(said)
    await expect(page.getByRole('alert')).toContainText('本机台账未动')
    await page.getByRole('button', { name: '知道了' }).click()
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText('本机台账 1 条')
})

test('a backup brings back everything to an empty browser', async ({ page, browser }) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await type(page, '0:1', '26')
  await type(page, '1:1', '92')
  await open(page, '#/exchange', 'exchange')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('尚未备份过')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '备份到文件' }).click()
  const file = await (await saved).path()
  await expect(page.getByText('已备份 2 条，并回读核对无误')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('备份')

  const other = await profile(browser, '管理员', 'admin')
  await open(other, '#/exchange', 'exchange')
  await other.getByLabel('恢复备份').setInputFiles(file)
  await other.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(other.getByText(/已并入 2 条/)).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toContainText('本机台账 2 条')
  await other.context().close()
})

test('two copies that state different totals for one day show both names, are settled by the leader, and only then submitted', async ({
  browser,
}) => {
  const [wang, li, liu] = await Promise.all([
    profile(browser, '王芳', 'manager'),
    profile(browser, '李强', 'manager'),
    profile(browser, '刘局', 'leader'),
  ])
  for (const [page, text] of [
    [wang, '40'],
    [li, '41'],
  ] as const) {
    await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
    await type(page, '0:1', text)
    await expect(page.locator('[data-cell="0:1"]')).toContainText(`${text}.00`)
  }
  await take(liu, await handOver(wang))
  const theirs = await handOver(li)
  await open(liu, '#/exchange', 'exchange')
  await liu.getByLabel('打开交接文件').setInputFiles(theirs)
  await expect(
    liu.getByText(/办公楼修缮 · 截至6月底累计支出：王芳.*填 40\.00 万元；李强.*填 41\.00 万元/),
  ).toBeVisible()
  await liu.getByRole('button', { name: '并入本机台账' }).click()
  await expect(liu.getByText(/已并入 \d+ 条/)).toBeVisible()

  await open(liu, '#/?asOf=2020-06-30', 'overview')
  await expect(liu.getByRole('heading', { level: 1 })).toContainText('1 个项目的累计有冲突')
  await expect(liu.getByRole('region', { name: '需要关注' })).toContainText('王芳 40.00、李强 41.00 万元')
  await open(liu, '#/entry/3?asOf=2020-06-30', 'entry')
  await expect(liu.locator('[data-cell="0:1"]')).toContainText('有冲突')
  await liu.getByLabel('身份', { exact: true }).selectOption('项目负责人')
  await liu.getByRole('button', { name: '报送6月底' }).click()
  await expect(liu.getByText('不报送：有 1 处不同的人填得不一样')).toBeVisible()
  await expect(liu.getByRole('dialog').getByRole('button', { name: '仍然报送' })).toBeDisabled()
  await liu.getByRole('button', { name: '先不报送' }).click()

  await open(liu, '#/round?asOf=2020-06-30', 'round')
  const row = liu.locator('tr[data-project="3"]')
  const submit = liu.getByRole('button', { name: '报送6月底（1 个项目）' })
  await liu.getByLabel('身份', { exact: true }).selectOption('项目负责人')
  await row.getByRole('checkbox').check()
  await submit.click()
  await expect(liu.getByRole('dialog').getByText('有 1 处不同的人填得不一样')).toBeVisible()
  await liu.getByRole('button', { name: '先不报送' }).click()
  await liu.getByLabel('身份', { exact: true }).selectOption('分管领导')
  await expect(liu.getByRole('region', { name: '待办' })).toContainText('未核定前不能报送')
  const panel = liu.getByRole('region', { name: '填报不一致' })
  await panel.getByRole('radio', { name: /40\.00 万元/ }).check()
  await panel.getByLabel('核定理由').fill('以国库账为准')
  await panel.getByRole('button', { name: '采用所选的值' }).click()
  await expect(panel).toHaveCount(0)
  await liu.getByLabel('身份', { exact: true }).selectOption('项目负责人')
  await submit.click()
  await submitAnyway(liu)
  await expect(row).toContainText('待审核')
  await open(liu, '#/entry/3?asOf=2020-06-30', 'entry')
  await expect(liu.locator('[data-cell="0:1"]')).toContainText('40.00')
  await Promise.all([wang, li, liu].map((page) => page.context().close()))
})

test('two copies that state the same total agree', async ({ browser }) => {
  const [wang, li] = await Promise.all([
    profile(browser, '王芳', 'manager'),
    profile(browser, '李强', 'manager'),
  ])
  for (const page of [wang, li]) {
    await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
    await type(page, '0:1', '40')
    await expect(page.locator('[data-cell="0:1"]')).toContainText('40.00')
  }
  await take(wang, await handOver(li))
  await open(wang, '#/entry/3?asOf=2020-06-30', 'entry')
  await expect(wang.locator('[data-cell="0:1"]')).toContainText('40.00')
  await open(wang, '#/round?asOf=2020-06-30', 'round')
  await expect(wang.getByRole('region', { name: '填报不一致' })).toHaveCount(0)
  await Promise.all([wang, li].map((page) => page.context().close()))
})

/** A file of the first version in which two copies state one total, as their ledgers were merged then: it was added twice. */
function firstVersionFile() {
  const entry = (at: number, author: string) => ({
    id: `0172f6a1-5c00-7000-8000-00000000000${at}`,
    schema: 1,
    plan: '2020-323002',
    kind: 'payment',
    subject: '2020-323002/3',
    effectiveOn: '2020-06-30',
    recordedAt: `2020-07-01T01:32:0${at}.000Z`,
    author,
    amount: '400000',
    memo: '',
    voucher: '',
    stated: '400000',
  })
  const entries = [entry(1, '王芳'), entry(2, '李强')]
  const text = JSON.stringify({ schema: 1, kind: 'ledger', plan: '2020-323002', entries })
  return { name: '旧台账.json', mimeType: 'application/json', buffer: Buffer.from(text) }
}

test('what moved by reading old entries anew is listed once, and again on 台账', async ({ browser }) => {
  const page = await profile(browser, '刘局', 'leader')
  await take(page, firstVersionFile())
  const notice = page.getByRole('region', { name: /旧版本填报的记录改按新规则读/ })
  await page.goto('./?plan=2020-323002#/?asOf=2020-06-30')
  await page.reload()
  await expect(notice).toContainText('办公楼修缮')
  await expect(notice.getByRole('row', { name: /截至2020年6月30日累计支出/ })).toContainText(
    /80\.00 万元\s*40\.00 万元/,
  )
  await notice.getByRole('button', { name: '知道了' }).click()
  await expect(notice).toHaveCount(0)
  await page.reload()
  await expect(page.locator('table.projects')).toBeVisible()
  await open(page, '#/ledger', 'ledger')
  await expect(notice).toHaveCount(0)
  const again = page.getByText(/旧版本填报的记录改按新规则读，\d+ 处数字与原来不同/)
  await again.click()
  await expect(page.getByRole('region', { name: '变动的数字' })).toContainText('80.00 万元')
  await page.context().close()
})
