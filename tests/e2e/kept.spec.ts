import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { expect, open, remembering, test } from './board'

const DATABASE = 'jixiao-board'
const MEBIBYTE = 1024 * 1024

async function enter(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** A desk with two entries that are kept. */
async function twoKept(page: Page): Promise<void> {
  await remembering(page, { author: '王芳', role: 'manager' })
  await open(page, '#/entry/3', 'entry')
  await enter(page, '0:1', '26')
  await enter(page, '1:1', '92')
  await expect(line(page)).toHaveText(/已保存到本机 \d\d:\d\d:\d\d，共 2 条/)
}

async function goTo(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: link }).click()
}

/** Loading the page anew is asked about, and declined. */
async function staysWhenAsked(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog')
  const loading = page.evaluate(() => location.reload()).catch(() => null)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await loading
}

const line = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /本机|本页|保存/ })
    .first()

async function backAfterReload(page: Page, count: number): Promise<void> {
  await page.reload()
  await expect(page.getByText(`本机已有 ${count} 条记录`)).toBeVisible()
}

/** The database of the ledger is deleted from a tab of the same site. */
async function deleteDatabase(tab: Page): Promise<void> {
  await tab.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.addEventListener('success', () => resolve(null))
        request.addEventListener('error', () => reject(new Error('not deleted')))
      }),
    DATABASE,
  )
}

test('the database is deleted by another tab: the line counts what is durable, 重试 writes it again', async ({
  page,
  context,
}) => {
  await twoKept(page)
  const other = await context.newPage()
  await other.goto('data/index.json')
  await deleteDatabase(other)
  await expect(page.getByRole('alert')).toContainText(
    '本机存储被清除，此前保存的内容可能已不在本机，本页中的内容仍在',
  )
  await expect(line(page)).toHaveText('本机只有 0 条，另有 2 条只在本页，关闭即失')
  await enter(page, '2:1', '99')
  await expect(line(page)).toHaveText('本机只有 1 条，另有 2 条只在本页，关闭即失')
  for (const cell of ['0:1', '1:1'])
    await expect(page.locator(`[data-cell="${cell}"]`)).toHaveAttribute('aria-label', /只在本页，关闭即失/)
  await expect(page.locator('[data-cell="2:1"]')).toHaveAttribute('aria-label', /已保存/)
  await goTo(page, '总览')
  await expect(page.getByRole('alert')).toContainText('本机存储被清除')
  await goTo(page, '录入')
  await staysWhenAsked(page)
  await page.getByRole('button', { name: '重试' }).click()
  await expect(line(page)).toHaveText(/已保存到本机 \d\d:\d\d:\d\d，共 3 条/)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page
    .getByRole('link', { name: /办公楼修缮/ })
    .first()
    .click()
  await expect(page.locator('[data-cell][aria-label*="已保存"]')).toHaveCount(3)
  await expect(page.locator('[data-cell][aria-label*="只在本页"]')).toHaveCount(0)
  await backAfterReload(page, 3)
})

test('the browser evicts everything of the site: the line counts what is durable, 重试 writes it again', async ({
  page,
  context,
  baseURL,
}) => {
  await twoKept(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(baseURL ?? '').origin,
    storageTypes: 'indexeddb',
  })
  await expect(line(page)).toHaveText('本机只有 0 条，另有 2 条只在本页，关闭即失')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(line(page)).toHaveText(/已保存到本机 \d\d:\d\d:\d\d，共 2 条/)
  await backAfterReload(page, 2)
})

test('a newer build takes the database: the old page says so, keeps what is typed, and a reload says it again without a figure lost', async ({
  page,
  context,
}) => {
  await twoKept(page)
  const newer = await context.newPage()
  await newer.goto('data/index.json')
  const held = await newer.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open(name, 1_000)
        request.addEventListener('error', () => reject(new Error('not opened')))
        request.addEventListener('success', () => {
          const count = request.result.transaction('entries').objectStore('entries').count()
          count.addEventListener('success', () => resolve(count.result))
        })
      }),
    DATABASE,
  )
  expect(held).toBe(2)
  await expect(page.getByRole('alert')).toContainText('本机数据已由新版本的看板打开，本页是旧版本')
  await enter(page, '2:1', '99')
  await expect(page.locator('[data-cell="2:1"]')).toHaveAttribute('data-state', 'failed')
  await expect(page.getByRole('alert')).toContainText('最近 1 条尚未保存')
  await expect(line(page)).toContainText('共 2 条')
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('本页是旧版本')
  for (const link of ['项目', '录入', '审核', '监控', '评价', '台账', '交接', '部门', '总览']) {
    await goTo(page, link)
    await expect(page.getByRole('alert')).toContainText('请换用新版本')
    await expect(page.getByText('没有读到不等于没有填报')).toBeVisible()
    await expect(page.locator('[data-screen]')).toHaveCount(0)
    await expect(page.getByRole('main')).not.toContainText(/未填报支出|[0-9] 条|未报送|逾期/)
  }
})

test('records that are gone from the browser are not an empty ledger: no figure before somebody says so', async ({
  page,
  context,
}) => {
  await twoKept(page)
  const other = await context.newPage()
  await other.goto('data/index.json')
  await page.close()
  await deleteDatabase(other)
  const again = await context.newPage()
  for (const link of ['总览', '台账', '录入'] as const) {
    await again.goto(link === '总览' ? '' : again.url())
    if (link !== '总览') await goTo(again, link)
    await expect(again.getByRole('alert')).toContainText('本机存储是空的，而以前在这里保存过记录')
    await expect(again.locator('[data-screen]')).toHaveCount(0)
  }
  await again.reload()
  await again.getByRole('button', { name: '去“交接”恢复' }).click()
  await expect(again.locator('[data-screen="exchange"]')).toBeVisible()
  await goTo(again, '总览')
  await again.getByRole('button', { name: '从头填报' }).click()
  await expect(again.locator('[data-screen="overview"]')).toBeVisible()
  await expect(again.getByRole('alert')).toHaveCount(0)
})

test('a frozen tab hears on waking what another wrote meanwhile', async ({ page, context }) => {
  await twoKept(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  const other = await context.newPage()
  await open(other, '#/entry/3', 'entry')
  await enter(other, '2:1', '99')
  await expect(other.locator('[data-cell="2:1"]')).toHaveAttribute('data-state', 'saved')
  await devtools.send('Page.setWebLifecycleState', { state: 'active' })
  await page.bringToFront()
  await expect(page.locator('[data-cell="2:1"]')).toContainText('99%')
  await expect(line(page)).toContainText('共 3 条')
})

/** A browser of its own whose pages may be kept behind 后退, on a folder of its own. */
async function withBrowser(
  folder: string,
  address: string,
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { CHROMIUM_PATH } = process.env
  const context = await chromium.launchPersistentContext(folder, {
    ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  try {
    await use(context)
  } finally {
    await context.close()
  }
}

test('a page taken back by 后退 shows what another wrote meanwhile, and keeps on saving', async ({
  baseURL,
}, testInfo) => {
  await withBrowser(testInfo.outputPath('browser'), baseURL ?? '', async (context) => {
    const page = await context.newPage()
    await twoKept(page)
    await page.goto('data/index.json')
    const other = await context.newPage()
    await open(other, '#/entry/3', 'entry')
    await enter(other, '2:1', '99')
    await expect(other.locator('[data-cell="2:1"]')).toHaveAttribute('data-state', 'saved')
    await other.close()
    await page.goBack()
    await expect(page.locator('[data-cell="2:1"]')).toContainText('99%')
    await enter(page, '3:1', '95')
    await expect(page.locator('[data-cell="3:1"]')).toHaveAttribute('data-state', 'saved')
    await backAfterReload(page, 4)
  })
})

test('a clock that falls back or runs ahead is said; the newest entry stays the newest', async ({ page }) => {
  await page.clock.setSystemTime(new Date('2026-11-28T10:00:00+08:00'))
  await twoKept(page)
  await page.clock.setSystemTime(new Date('2015-01-01T10:00:00+08:00'))
  await enter(page, '1:1', '93')
  await expect(page.locator('[data-cell="1:1"]')).toContainText('93%')
  await expect(page.getByRole('alert')).toContainText('本机时钟比台账中最新的记录慢')
  await page.reload()
  await expect(page.locator('[data-cell="1:1"]')).toContainText('93%')
  await page.clock.setSystemTime(new Date('2027-03-01T10:00:00+08:00'))
  await enter(page, '1:1', '94')
  await page.clock.setSystemTime(new Date('2026-11-28T10:05:00+08:00'))
  await enter(page, '1:1', '95')
  await expect(page.locator('[data-cell="1:1"]')).toContainText('95%')
  await page.reload()
  await expect(page.locator('[data-cell="1:1"]')).toContainText('95%')
})

/** A small file system of its own, where this machine lets one be made; elsewhere `null`. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return null
  }
}

test('a disk that is full: what was typed stays in its cell, is never called saved, and is saved when there is room', async ({
  baseURL,
}) => {
  const disk = smallDisk()
  test.info().annotations.push({ type: 'disk', description: disk ?? 'no small disk can be made here' })
  if (disk === null) return
  try {
    await withBrowser(join(disk, 'profile'), baseURL ?? '', async (context) => {
      const page = await context.newPage()
      await twoKept(page)
      let filled = 0
      try {
        for (; ; filled += 1) writeFileSync(join(disk, `full.${filled}`), Buffer.alloc(MEBIBYTE))
      } catch {
        try {
          for (let least = 0; ; least += 1) writeFileSync(join(disk, `least.${least}`), Buffer.alloc(4096))
        } catch {
          filled += 1
        }
      }
      for (const [row, text] of ['99', '98', '97', '96', '95'].entries())
        await enter(page, `${row + 2}:1`, text)
      const cells = page.locator('[data-cell="2:1"], [data-cell="3:1"], [data-cell="4:1"]')
      await expect(cells.first()).toHaveAttribute('data-state', /failed|saved/)
      for (const cell of await cells.all()) await expect(cell).toHaveAttribute('data-state', /failed|saved/)
      await expect(page.getByRole('alert').getByText('本机存储已满')).toBeVisible()
      await expect(page.getByText('先导出到U盘或别的磁盘')).toBeVisible()
      const second = await context.newPage()
      await second.goto('#/')
      await expect(second.getByText('本机存储已满').or(second.getByText('已支出')).first()).toBeVisible()
      await expect(second.getByText('均未填报支出')).toHaveCount(0)
      await second.close()
      const shown = await page.locator('[data-state="saved"]').count()
      const text = (await line(page).textContent()) ?? ''
      expect(Number(/(\d+) 条/.exec(text)?.[1])).toBeLessThanOrEqual(Math.max(shown, 7))
      for (let index = 0; index < filled; index += 1) rmSync(join(disk, `full.${index}`), { force: true })
      const again = page.getByRole('button', { name: '重试' })
      await again.click()
      await expect(page.locator('[data-state="saving"]')).toHaveCount(0)
      for (const [row, value] of ['99', '98', '97', '96', '95'].entries())
        await expect(page.locator(`[data-cell="${row + 2}:1"]`)).toContainText(value)
      await expect(page.locator('[data-state="failed"]')).toHaveCount(0)
      await page.reload()
      for (const [row, value] of ['26.00', '92', '99', '98', '97', '96', '95'].entries())
        await expect(page.locator(`[data-cell="${row}:1"]`)).toContainText(value)
    })
  } finally {
    execFileSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  }
})
