import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { expect, open, test } from './board'

const PAPER = { name: '验收单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 验收合格') }

async function withEvidence(page: Page): Promise<void> {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="1:1"]').click()
  await page.keyboard.type('92')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-cell="1:1"]')).toHaveAttribute('data-state', 'saved')
  await page.locator('[data-cell="1:1"]').click()
  await page.getByLabel('原因说明').fill('正在写的原因')
  await page.getByLabel('添加佐证').setInputFiles(PAPER)
  await expect(page.getByRole('list', { name: '佐证' }).first()).toContainText('验收单.pdf')
}

async function savedAgain(page: Page, place = page.locator('main')): Promise<void> {
  const saved = page.waitForEvent('download')
  await place.getByRole('button', { name: '另存佐证：验收单.pdf' }).first().click()
  const file: Download = await saved
  expect(file.suggestedFilename().replace(/-\d+\./, '.'), 'Firefox numbers a second file').toBe('验收单.pdf')
  expect(readFileSync(await file.path())).toEqual(PAPER.buffer)
}

test('a file named as evidence is kept itself, wipes no reason, and is had again from panel, ledger and score', async ({
  page,
}) => {
  await withEvidence(page)
  await expect(page.getByLabel('原因说明')).toHaveValue('正在写的原因')
  await expect(page.getByRole('list', { name: '佐证' }).first()).toContainText('原件已存本机')
  await page.reload()
  await page.locator('[data-cell="1:1"]').click()
  await savedAgain(page)
  await open(page, '#/ledger', 'ledger')
  await savedAgain(page)
  await open(page, '#/evaluation/3', 'evaluation')
  await page.getByRole('button', { name: /92/ }).first().click()
  await savedAgain(page, page.locator('.why-panel'))
})

test('files dragged onto the panel are evidence, beside it they change nothing', async ({ page }) => {
  await withEvidence(page)
  const dropOn = (place: string) =>
    page.locator(place).evaluate((own) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['照片一'], '现场一.jpg'))
      dataTransfer.items.add(new File(['照片二'], '现场二.jpg'))
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
      return !own.dispatchEvent(event)
    })
  expect(await dropOn('h1')).toBe(true)
  expect(await dropOn('.cell-panel')).toBe(true)
  const list = page.getByRole('list', { name: '佐证' }).first()
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list).toContainText('现场一.jpg')
})

test('evidence goes along with a hand-over when it is wanted; without it the other machine says that it is away', async ({
  page,
  browser,
}) => {
  await withEvidence(page)
  await open(page, '#/exchange', 'exchange')
  const taken: { name: string; mimeType: string; buffer: Buffer }[] = []
  for (const along of [false, true]) {
    await page.getByLabel(/连同佐证原件/).setChecked(along)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出交接文件' }).click()
    const file = await saved
    const buffer = readFileSync(await file.path())
    taken.push({ name: file.suggestedFilename(), mimeType: 'application/octet-stream', buffer })
  }
  const other = await (await browser.newContext()).newPage()
  const [bare, whole] = taken
  for (const [file, word] of [
    [bare, '原件不在本机'],
    [whole, '原件已存本机'],
  ] as const) {
    await open(other, '#/exchange', 'exchange')
    await other.getByLabel('打开交接文件').setInputFiles(file!)
    await other.getByRole('button', { name: '并入本机台账' }).click()
    await expect(other.getByText(/已并入 \d+ 条/)).toBeVisible()
    await open(other, '#/ledger', 'ledger')
    await expect(other.getByRole('list', { name: '佐证' }).first()).toContainText(word)
  }
  await savedAgain(other)
  await other.context().close()
})

test('where the disk has no room for the file it is described all the same, and the screen says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...own) {
      if (this.name === 'files') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, own)
    }
  })
  await withEvidence(page)
  await expect(page.getByRole('alert').getByText('本机存储已满，放不下 验收单.pdf')).toBeVisible()
  await expect(page.getByRole('list', { name: '佐证' }).first()).toContainText('原件不在本机')
})
