import type { Page } from '@playwright/test'
import { draw, seeded, TypingModel, type Action } from '../stores/typingModel'
import { expect, open, test } from './board'
import { paste } from './hands'

const WALKS = 30
const STEPS = 20
const PROJECTS = 6

/** The figures of the grid that stand in their own cell, not carried from before. */
function figures(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('td[data-cell]')].flatMap((cell) =>
        cell.dataset.state === 'saved'
          ? [
              [
                cell.dataset.cell ?? '',
                parseFloat((cell.querySelector('.shown')?.textContent ?? '').replace(/[,\s]/g, '')),
              ],
            ]
          : [],
      ),
    ),
  )
}

const wanted = (model: TypingModel) =>
  Object.fromEntries([...model.cells()].map(([at, text]) => [at, Number(text)]))

async function pasteRows(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((row) => [...row].join('\t')).join('\n')
  await paste(page, { 'text/plain': text })
  if (/[\t\n]/.test(text)) await taken(page)
}

/** What was shown first is taken. */
async function taken(page: Page): Promise<void> {
  const preview = page.getByRole('dialog')
  await expect(preview).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(preview).toHaveCount(0)
}

async function press(
  page: Page,
  model: TypingModel,
  { key, shift, command }: Extract<Action, { kind: 'key' }>,
) {
  const voids = key === 'Delete' && model.asksReason
  const shows = key === 'd' && command && model.fillAsks
  await page.keyboard.press(`${command ? 'Control+' : ''}${shift ? 'Shift+' : ''}${key}`)
  if (shows) return taken(page)
  if (!voids) return
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('作废原因').fill('填错')
  await dialog.getByRole('button', { name: '作废', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

async function act(page: Page, model: TypingModel, action: Action): Promise<void> {
  const cell = ({ row, column }: { row: number; column: number }) =>
    page.locator(`[data-cell="${row}:${column}"]`)
  switch (action.kind) {
    case 'click':
      return cell(action.at).click({ force: true, modifiers: action.shift ? ['Shift'] : [] })
    case 'type':
      return page.keyboard.type(action.text)
    case 'retype':
      await page.keyboard.press('Control+a')
      return page.keyboard.type(action.text)
    case 'paste':
      return pasteRows(page, action.rows)
    case 'key':
      return press(page, model, action)
    case 'go':
      await page
        .getByRole('navigation', { name: '项目', exact: true })
        .locator(`a[href^="#/entry/${action.project}"]`)
        .click()
      await expect(page).toHaveURL(new RegExp(`#/entry/${action.project}\\b`))
      await expect(page.locator('[data-cell="7:3"]')).toBeVisible()
      return cell({ row: 0, column: 0 }).click({ force: true })
  }
}

test('random ways of typing against a plain spreadsheet: no difference, nothing in another project', async ({
  page,
}) => {
  await open(page, '#/entry/1?asOf=2020-12-31', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  await page.locator('[data-cell="0:0"]').click({ force: true })
  const model = new TypingModel({ rows: 8, columns: 4 })
  for (let seed = 1; seed <= WALKS; seed += 1) {
    const random = seeded(seed * 1000)
    const done: Action[] = []
    for (let step = 0; step < STEPS; step += 1) {
      const action = draw(random, { ...model.size, projects: PROJECTS }, model.at.column)
      if (!model.possible(action)) continue
      done.push(action)
      await act(page, model, action)
      model.act(action)
      await expect
        .poll(() => figures(page), { message: `seed ${seed}: ${JSON.stringify(done)}` })
        .toEqual(wanted(model))
    }
  }
  for (let project = 1; project <= PROJECTS; project += 1) {
    const go: Action = { kind: 'go', project }
    await act(page, model, go)
    model.act(go)
    await expect.poll(() => figures(page)).toEqual(wanted(model))
  }
})
