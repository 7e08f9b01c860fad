import type { Page } from '@playwright/test'
import { chromiumOnly, expect, fillDisk, open, test } from './board'
import { copied, doubleClick, paste } from './hands'

const cell = (page: Page, row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)

async function atDesk(page: Page): Promise<void> {
  await open(page, '#/entry/3', 'entry')
  await page.getByLabel('填报人').fill('王芳')
}

async function type(page: Page, row: number, column: number, text: string): Promise<void> {
  await cell(page, row, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(cell(page, row, column)).toHaveAttribute('data-state', 'saved')
}

test.describe('the grid is a spreadsheet', () => {
  test('typing replaces what stands there, however often the cell was clicked; F2 and a double click edit it', async ({
    page,
  }) => {
    await atDesk(page)
    await type(page, 0, 1, '40')
    for (let click = 0; click < 3; click += 1) await cell(page, 0, 1).click({ delay: 20 })
    await page.keyboard.press('Escape')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await expect(cell(page, 0, 1)).toContainText('5.00')
    await type(page, 1, 1, '95%')
    await cell(page, 1, 1).click()
    await page.keyboard.type('8')
    await page.keyboard.press('Enter')
    await expect(cell(page, 1, 1).locator('.shown')).toHaveText('8%')
    await cell(page, 1, 1).click()
    await page.keyboard.press('F2')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('9.01%')
    await page.keyboard.press('Enter')
    await expect(cell(page, 1, 1).locator('.shown')).toHaveText('9.01%')
    await doubleClick(cell(page, 1, 1))
    await page.keyboard.press('Home')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await expect(cell(page, 1, 1).locator('.shown')).toHaveText('99.01%')
  })

  test('a range is copied as plain numbers, filled down and voided with one reason, and all of it comes back with 撤销', async ({
    page,
  }) => {
    await atDesk(page)
    await type(page, 1, 1, '92.5')
    await type(page, 2, 1, '100')
    await cell(page, 1, 1).click()
    await page.keyboard.press('Shift+ArrowDown')
    expect(await copied(page)).toBe('92.5\n100')
    await cell(page, 2, 1).click()
    await cell(page, 4, 1).click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+d')
    for (const row of [3, 4]) await expect(cell(page, row, 1).locator('.shown')).toHaveText('100%')
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('作废 3 条记录')
    await dialog.getByLabel('作废原因').fill('填错了行')
    await page.keyboard.press('Enter')
    for (const row of [2, 3, 4]) await expect(cell(page, row, 1)).toHaveAttribute('data-state', 'empty')
    await page.keyboard.press('Control+z')
    for (const row of [2, 3, 4]) await expect(cell(page, row, 1).locator('.shown')).toHaveText('100%')
  })

  test('one cell pasted goes straight in; a block in 元 is answered once, and Enter takes it', async ({
    page,
  }) => {
    await atDesk(page)
    await cell(page, 1, 1).click()
    await paste(page, { 'text/plain': '93%' })
    await expect(cell(page, 1, 1).locator('.shown')).toHaveText('93%')
    await cell(page, 0, 1).click()
    await paste(page, { 'text/plain': '400000\t520000\t764000' })
    const preview = page.getByRole('dialog')
    await expect(preview).toContainText('有 3 格')
    await preview.getByRole('button', { name: '都是元，换算成万元' }).click()
    await page.keyboard.press('Enter')
    await expect(preview).toBeHidden()
    for (const [column, text] of ['40.00', '52.00', '76.40'].entries())
      await expect(cell(page, 0, column + 1)).toContainText(text)
  })
})

test.describe('nothing typed is lost', () => {
  test('what was being typed into a cell is there after a reload, and Enter enters it', async ({ page }) => {
    await atDesk(page)
    await cell(page, 1, 1).click()
    await page.keyboard.type('92')
    await page.reload()
    await expect(cell(page, 1, 1)).toHaveAttribute('data-state', 'typed')
    await expect(cell(page, 1, 1)).toContainText('92')
    await cell(page, 1, 1).click()
    await page.keyboard.press('Enter')
    await expect(cell(page, 1, 1)).toHaveAttribute('data-state', 'saved')
    await page.reload()
    await expect(cell(page, 1, 1)).toHaveAttribute('data-state', 'saved')
  })

  test('a refused and a doubtful cell, a payment and a reason are there after a reload and another project', async ({
    page,
  }) => {
    await atDesk(page)
    await cell(page, 1, 1).click()
    await page.keyboard.type('0.95')
    await page.keyboard.press('Enter')
    await cell(page, 2, 1).click()
    await page.keyboard.type('三')
    await page.keyboard.press('Enter')
    await page.getByLabel('用途').fill('外墙工程款')
    await page.getByLabel('凭证号').fill('记-0012')
    await page.goto('#/entry/2')
    await expect(page.getByLabel('用途')).toHaveValue('')
    await page.reload()
    await page.goto('#/entry/3')
    await expect(page.getByLabel('用途')).toHaveValue('外墙工程款')
    await expect(page.getByLabel('凭证号')).toHaveValue('记-0012')
    for (const [row, text] of [
      [1, '0.95'],
      [2, '三'],
    ] as const) {
      await expect(cell(page, row, 1)).toContainText(text)
      await expect(cell(page, row, 1)).not.toHaveAttribute('data-state', 'saved')
    }
  })

  test('a pasted block with an answer chosen is there after Back, an address typed, another project and a reload', async ({
    page,
  }) => {
    await atDesk(page)
    await page.goto('#/monitor')
    await page.goto('#/entry/3')
    await cell(page, 0, 1).click()
    await paste(page, { 'text/plain': '400000\t520000' })
    const preview = page.getByRole('dialog')
    const chosen = preview.getByRole('row', { name: /400000/ }).getByRole('button', { pressed: true })
    const open = preview.getByRole('row', { name: /520000/ }).getByRole('button', { pressed: true })
    await preview
      .getByRole('row', { name: /400000/ })
      .getByRole('button', { name: '按 40.00' })
      .click()
    const stands = async () => {
      await expect(chosen).toHaveText('按 40.00 万元 录入')
      await expect(open).toHaveCount(0)
    }
    await stands()
    await page.goBack()
    await expect(preview).toBeHidden()
    await page.goForward()
    await stands()
    for (const address of ['#/entry/2', '#/monitor']) {
      await page.goto(address)
      await expect(preview).toBeHidden()
      await page.goto('#/entry/3')
      await stands()
    }
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await stands()
    await preview.getByRole('button', { name: '取消' }).click()
    await page.reload()
    await expect(cell(page, 0, 1)).toBeVisible()
    await expect(preview).toBeHidden()
  })

  test('Ctrl+Z after a reload takes nothing back and says so', async ({ page }) => {
    await atDesk(page)
    await type(page, 1, 1, '92')
    await page.reload()
    await cell(page, 1, 1).click()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('没有可以撤销的：刷新或重新打开以后')).toBeVisible()
    await expect(cell(page, 1, 1)).toHaveAttribute('data-state', 'saved')
  })

  test('what is clicked twice in haste is entered once', async ({ page }) => {
    await atDesk(page)
    await type(page, 1, 1, '60')
    await cell(page, 1, 1).click()
    await page.getByRole('combobox', { name: '偏差原因' }).selectOption('other')
    await page.getByLabel('原因说明').fill('天气')
    await page.getByRole('button', { name: '保存说明' }).dblclick()
    await expect(page.getByText('60，其他：天气').first()).toBeVisible()
    await page.getByRole('textbox', { name: '支付日期' }).fill('2020-05-08')
    await page.getByLabel('金额（万元，退回为负）').fill('4')
    await page.getByRole('button', { name: '记一笔' }).dblclick()
    await expect(page.getByText(/已保存到本机 .*，共 3 条/)).toBeVisible()
    await open(page, '#/entries/6?asOf=2020-06-30', 'entries')
    await page.getByRole('button', { name: /^报送6月底/ }).dblclick()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /报送（\d+ 个项目）/ })
      .dblclick()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByText(/已保存到本机 .*，共 4 条/)).toBeVisible()
  })

  test(
    'the second half of a double click answers no question that its first half opened',
    chromiumOnly('no click bears its count over BiDi'),
    async ({ page }) => {
      await atDesk(page)
      await type(page, 1, 1, '60')
      await open(page, '#/entries/6?asOf=2020-06-30', 'entries')
      await page.getByRole('button', { name: /^报送6月底/ }).click()
      const stays = page.getByRole('button', { name: '先不报送' })
      const box = (await stays.boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down({ clickCount: 2 })
      await page.mouse.up({ clickCount: 2 })
      await expect(stays).toBeVisible()
      await stays.click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    },
  )

  test(
    'leaving asks while something typed cannot be kept',
    chromiumOnly('the question of leaving is answered by Firefox itself over BiDi'),
    async ({ page }) => {
      await page.addInitScript(fillDisk)
      await atDesk(page)
      await page.getByLabel('用途').fill('外墙工程款')
      await expect(page.getByText('有 1 处填写中的内容只在本页')).toBeVisible()
      const asked = page.waitForEvent('dialog')
      void page.evaluate(() => location.reload()).catch(() => {})
      const dialog = await asked
      expect(dialog.type()).toBe('beforeunload')
      await dialog.dismiss()
      await expect(page.getByLabel('用途')).toHaveValue('外墙工程款')
    },
  )
})

test('a payment in 元 is asked about and turned with one click; nothing typed is lost meanwhile', async ({
  page,
}) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  const amount = page.getByLabel('金额（万元，退回为负）')
  await page.getByRole('textbox', { name: '支付日期' }).fill('2020-05-08')
  await amount.fill('400000')
  await expect(page.getByText('可能把元与万元弄混了')).toBeVisible()
  await amount.press('Enter')
  await expect(amount).toHaveValue('400000')
  await page.getByRole('button', { name: '改为 40 万元' }).click()
  await page.getByRole('button', { name: '记一笔' }).click()
  await expect(amount).toHaveValue('')
  await expect(page.locator('[data-cell="0:1"]')).toContainText('40.00')
})

test('a payment under a stated total is asked: in it already, or raising it', async ({ page }) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  const cell = page.locator('[data-cell="0:1"]')
  await cell.click()
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect(cell).toContainText('40.00')
  const enter = page.getByRole('button', { name: '记一笔' })
  const said = page.locator('form.payment .said')
  await enter.click()
  await expect(said).toContainText('还没有记：请')
  for (const [answer, shown] of [
    ['已含在累计内', '40.00'],
    ['应增加累计', '45.00'],
  ] as const) {
    await page.getByRole('textbox', { name: '支付日期' }).fill('2020-05-08')
    await page.getByLabel('金额（万元，退回为负）').fill('5')
    await expect(page.getByText('已填累计 40.00 万元，这一笔：')).toBeVisible()
    await enter.click()
    await expect(said).toContainText('请先选择“已含在累计内”还是“应增加累计”')
    await page.getByLabel(answer).check()
    if (answer === '应增加累计') {
      await expect(page.getByText('已在台账：日期、金额')).toBeVisible()
      await enter.click()
      await expect(said).toContainText('勾选“已核对，照此记入”')
      await page.getByLabel('已核对，照此记入').check()
    }
    await enter.click()
    await expect(page.getByLabel('金额（万元，退回为负）')).toHaveValue('')
    await expect(cell).toContainText(shown)
  }
})

test('a refund larger than the total it would lower is refused at its field, and each way that is named works', async ({
  page,
}) => {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  const cell = page.locator('[data-cell="0:1"]')
  const amount = page.getByLabel('金额（万元，退回为负）')
  const enter = page.getByRole('button', { name: '记一笔' })
  const state = async (total: string) => {
    await cell.click()
    await page.keyboard.type(total)
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('data-state', 'saved')
  }
  const refund = async (how: string) => {
    await page.getByRole('textbox', { name: '支付日期' }).fill('2020-05-11')
    await amount.fill('-50')
    await page.getByLabel(how).check()
  }
  await state('40')
  await refund('应减少累计')
  await expect(page.locator('form.payment .said')).toContainText(
    '退回 50.00 万元，多于2020年6月30日已填的累计 40.00 万元，减不下去',
  )
  await enter.click()
  await expect(page.locator('form.payment .said')).toContainText('还没有记：退回 50.00 万元')
  await page.getByLabel('已含在累计内').check()
  await enter.click()
  await expect(amount).toHaveValue('')
  await expect(cell).toContainText('40.00')
  await state('70')
  await refund('应减少累计')
  await page.getByLabel('已核对，照此记入').check()
  await enter.click()
  await expect(amount).toHaveValue('')
  await expect(cell).toContainText('20.00')
  await expect(page.getByText('没有写入：')).toHaveCount(0)
})
