import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { expect, open, test } from './board'

const SAVED = /已保存到本机 \d\d:\d\d:\d\d，共 (\d+) 条/

async function savedCount(page: Page): Promise<number> {
  const text = await page.getByText(/已保存到本机|本机已有|本机尚无/).textContent()
  return Number(/(\d+) 条/.exec(text ?? '')?.[1] ?? 0)
}

/** Remembers the highest count the screen ever says is kept, from now on: between quick entries it says so for moments only. */
function listenForSaved(page: Page): Promise<void> {
  return page.evaluate((pattern) => {
    const said = new RegExp(pattern)
    Object.assign(globalThis, { saidSaved: 0 })
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('[role="status"]')) {
        const count = Number(said.exec(textContent)?.[1] ?? 0)
        if (count > Number(Reflect.get(globalThis, 'saidSaved')))
          Object.assign(globalThis, { saidSaved: count })
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  }, SAVED.source)
}

function saidSaved(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'saidSaved')))
}

async function enterGrid(page: Page, position: number): Promise<void> {
  await open(page, `#/entry/${position}`, 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="0:1"]').click()
}

async function reopened(
  folder: string,
  address: string,
  executablePath: string | undefined,
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  return context
}

test('every entry the screen called saved is there after the browser is killed among 200 quick ones', async ({
  baseURL,
}, testInfo) => {
  const folder = testInfo.outputPath('browser')
  const executablePath = process.env.CHROMIUM_PATH
  const context = await reopened(folder, baseURL ?? '', executablePath)
  const page = await context.newPage()
  await enterGrid(page, 3)
  await listenForSaved(page)
  let known = 0
  for (let index = 0; index < 120; index += 1) {
    await page.keyboard.type(String(1 + (index % 70)))
    await page.keyboard.press('Enter')
    await page.locator('[data-cell="0:1"]').dispatchEvent('mousedown')
    if (index % 20 === 19) known = Math.max(known, await savedCount(page))
  }
  const typing = (async () => {
    for (let index = 0; index < 80; index += 1) {
      await page.keyboard.type(String(1 + (index % 70)))
      await page.keyboard.press('Enter')
      await page.locator('[data-cell="0:1"]').dispatchEvent('mousedown')
    }
  })()
  const more = expect.poll(() => saidSaved(page), { timeout: 0 }).toBeGreaterThan(known)
  await Promise.race([more, typing.then(() => more)])
  known = await saidSaved(page)
  const session = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => null)
  await crashed
  await context.close()
  await typing.catch(() => null)
  expect(known).toBeGreaterThan(60)
  const again = await reopened(folder, baseURL ?? '', executablePath)
  const back = await again.newPage()
  await open(back, '#/entry/3', 'entry')
  await expect(back.getByText(/本机已有 \d+ 条/)).toBeVisible()
  expect(await savedCount(back)).toBeGreaterThanOrEqual(known)
  await again.close()
})

/** Ends a browser as a power cut of its process does: nothing of it is asked or told. */
async function killed(context: BrowserContext, folder: string): Promise<void> {
  const closed = context.waitForEvent('close')
  process.kill(Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1)), 'SIGKILL')
  await closed
}

/** What of the text stands in the mirror of what is typed. */
function mirrored(page: Page, text: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('jixiao-board.typed')
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('texts').objectStore('texts').getAll()
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result.some((own: { text: string | null }) => own.text?.includes(wanted)))
          })
        })
      }),
    text,
  )
}

test('what was typed is there after the whole browser is killed, and what was entered is not typed again', async ({
  baseURL,
}, testInfo) => {
  const folder = testInfo.outputPath('browser')
  const executablePath = process.env.CHROMIUM_PATH
  const context = await reopened(folder, baseURL ?? '', executablePath)
  const page = await context.newPage()
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.getByLabel('凭证号').fill('记-0012')
  await page.locator('[data-cell="0:1"]').click()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toHaveAttribute('data-state', 'saved')
  await page.locator('[data-cell="1:1"]').click()
  await page.keyboard.type('92.5')
  await page.getByLabel('用途').pressSequentially('外墙工程款第二期')
  await expect.poll(() => mirrored(page, '外墙工程款第二期')).toBe(true)
  await killed(context, folder)
  const again = await reopened(folder, baseURL ?? '', executablePath)
  const back = await again.newPage()
  await open(back, '#/entry/3?asOf=2020-06-30', 'entry')
  await expect(back.getByLabel('用途')).toHaveValue('外墙工程款第二期')
  await expect(back.getByLabel('凭证号')).toHaveValue('记-0012')
  await expect(back.locator('[data-cell="1:1"]')).toContainText('92.5')
  await expect(back.locator('[data-cell="0:1"]')).toHaveAttribute('data-state', 'saved')
  await again.close()
})

test('a window that keeps nothing for good says so before the first figure', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = () => Promise.resolve(false)
  })
  await open(page, '#/entry/3', 'entry')
  await expect(page.getByText('本机尚无记录')).toBeVisible()
  await expect(page.getByText(/在无痕（隐私）窗口里，关闭窗口就全部消失/)).toBeVisible()
})

test('two tabs write at once: nothing lost, both show both', async ({ page, context }) => {
  const other = await context.newPage()
  await enterGrid(page, 3)
  await enterGrid(other, 3)
  const write = async (tab: Page, row: number) => {
    for (let column = 0; column < 4; column += 1) {
      await tab.locator(`[data-cell="${row}:${column}"]`).dispatchEvent('mousedown')
      await tab.keyboard.type(`9${column}.${row}`)
      await tab.keyboard.press('Enter')
    }
  }
  await Promise.all([write(page, 1), write(other, 2)])
  for (const tab of [page, other]) {
    for (const row of [1, 2]) {
      for (let column = 0; column < 4; column += 1) {
        await expect(tab.locator(`[data-cell="${row}:${column}"]`)).toContainText(`9${column}.${row}%`)
      }
    }
    await tab.reload()
    await expect(tab.getByText('本机已有 8 条记录')).toBeVisible()
  }
})

test('without a store in the browser the screen says so and offers the way out', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await enterGrid(page, 3)
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(page.getByText('仅在本页内存中，关闭即失', { exact: true })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('本浏览器没有本机存储')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  expect((await download).suggestedFilename()).toContain('绩效台账')
})

test('a full disk keeps what was typed, says so, and saves it on 重试', async ({ page }) => {
  await enterGrid(page, 3)
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype
    Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.add = add) })
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="0:1"]')).toHaveAttribute('data-state', 'failed')
  await expect(page.locator('[data-cell="0:1"]')).toContainText('40')
  await expect(page.getByRole('alert')).toContainText('最近 1 条尚未保存')
  const amount = page.getByLabel('金额（万元，退回为负）')
  await page.getByRole('textbox', { name: '支付日期' }).fill('2020-03-06')
  await amount.fill('3')
  await page.getByRole('button', { name: '记一笔' }).click()
  await expect(page.getByRole('alert')).toContainText('最近 2 条尚未保存')
  await page.getByRole('button', { name: '记一笔' }).click()
  await expect(page.getByRole('alert')).toContainText('最近 2 条尚未保存')
  await expect(amount).toHaveValue('3')
  await page.evaluate(() => (globalThis as unknown as { mend: () => void }).mend())
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText(SAVED)).toBeVisible()
  await expect(page.locator('[data-cell="0:1"]')).toHaveAttribute('data-state', 'saved')
  await expect(amount).toHaveValue('')
})
