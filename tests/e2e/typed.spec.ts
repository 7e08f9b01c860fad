import type { BrowserContext, Page } from '@playwright/test'
import { expect, fillDisk, open, test } from './board'

type Role = 'manager' | 'leader' | 'evaluator' | 'admin'

interface Place {
  readonly path: string
  readonly screen: string
  readonly role: Role
  /** The buttons that open a form; each is pressed once before typing. */
  readonly opening?: RegExp
}

const PLACES: readonly Place[] = [
  { path: '#/entry/3?asOf=2020-06-30', screen: 'entry', role: 'manager' },
  { path: '#/entry/3?asOf=2020-06-30', screen: 'entry', role: 'leader' },
  { path: '#/entries/6?asOf=2020-06-30', screen: 'entries', role: 'manager' },
  { path: '#/round?asOf=2020-06-30', screen: 'round', role: 'manager' },
  { path: '#/round?asOf=2020-06-30', screen: 'round', role: 'leader' },
  { path: '#/round?asOf=2020-06-30', screen: 'round', role: 'admin' },
  { path: '#/monitor/3?asOf=2020-06-30', screen: 'monitor', role: 'manager' },
  { path: '#/evaluation/3', screen: 'evaluation', role: 'evaluator' },
  { path: '#/evaluation/3', screen: 'evaluation', role: 'manager' },
  { path: '#/report/monitor?asOf=2020-06-30', screen: 'report', role: 'leader', opening: /^改写：/ },
  { path: '#/report/evaluation', screen: 'report', role: 'evaluator', opening: /^改写：/ },
  { path: '#/report/appraisal/3', screen: 'report', role: 'evaluator', opening: /^改写：/ },
  { path: '#/papers/appraisal/3', screen: 'papers', role: 'evaluator' },
  { path: '#/papers/appraisal', screen: 'papers', role: 'evaluator' },
  { path: '#/checks', screen: 'checks', role: 'evaluator', opening: /^写核对意见：/ },
  { path: '#/checks', screen: 'checks', role: 'leader', opening: /^写核对意见：/ },
  { path: '#/import', screen: 'import', role: 'admin' },
]

/** Fields that keep nothing by design: they choose what one looks at, and enter nothing. */
const LOOKING: readonly string[] = [/* 审核: whose 整改与批注 is shown */ '项目']

type Leaving = (page: Page, place: Place, context: BrowserContext) => Promise<Page>

async function elsewhere(page: Page): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/plans'))
  await expect(page.locator('[data-screen="plans"]')).toBeVisible()
}

async function there(page: Page, path: string): Promise<Page> {
  await page.evaluate((to) => void (location.hash = to), path)
  return page
}

const LEAVINGS: Readonly<Record<string, Leaving>> = {
  'Back and Forward': async (page) => {
    await page.goBack()
    await expect(page.locator('[data-screen="plans"]')).toBeVisible()
    await page.goForward()
    return page
  },
  'the back button of the mouse': async (page, { path, screen }, context) => {
    await elsewhere(page)
    await there(page, path)
    await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
    const session = await context.newCDPSession(page)
    for (const type of ['mousePressed', 'mouseReleased'] as const)
      await session.send('Input.dispatchMouseEvent', { type, x: 4, y: 300, button: 'back', clickCount: 1 })
    await expect(page.locator('[data-screen="plans"]')).toBeVisible()
    await page.goForward()
    return page
  },
  'another address': async (page, { path }) => {
    await elsewhere(page)
    return there(page, path)
  },
  'the navigation, and Back': async (page) => {
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
    await expect(page.locator('[data-screen="ledger"]')).toBeVisible()
    await page.evaluate(() => history.back())
    return page
  },
  'another project': async (page, { path, screen }) => {
    await there(page, path.replace('/3?', '/2?').replace(/\/3$/, '/2'))
    await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
    return there(page, path)
  },
  'another tab in front': async (page, { path }, context) => {
    const other = await context.newPage()
    await other.goto(path)
    await other.bringToFront()
    await other.close()
    return page
  },
  'loading anew': async (page) => {
    await page.reload()
    return page
  },
  'a crash': async (page, { path }, context) => {
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    void session.send('Page.crash').catch(() => null)
    await crashed
    const next = await context.newPage()
    await next.goto(path)
    return next
  },
  'a full disk': async (page, { path }) => {
    const asked = page.waitForEvent('dialog')
    void page.evaluate(() => location.reload()).catch(() => {})
    await (await asked).dismiss()
    await elsewhere(page)
    return there(page, path)
  },
}
const HOW = Object.keys(LEAVINGS)
/** After it nothing else may follow: what was typed then is on the page only. */
const LAST = 'a full disk'

/** Two figures to speak of, and the role at work. */
async function begun(page: Page, { path, screen, role }: Place): Promise<void> {
  await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
  await page.getByLabel('填报人').fill('王芳')
  for (const [cell, text] of [
    ['0:1', '10'],
    ['1:1', '60'],
  ] as const) {
    await page.locator(`[data-cell="${cell}"]`).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(page.locator(`[data-cell="${cell}"]`)).toHaveAttribute('data-state', 'saved')
  }
  await page.getByLabel('身份', { exact: true }).selectOption(role)
  await elsewhere(page)
  await there(page, path)
  await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
}

/** Goes to the cell that has a figure and opens all that is folded, until nothing more opens. */
async function unfold(page: Page, { screen }: Place): Promise<void> {
  await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
  if (screen === 'entry' || screen === 'entries') await page.locator('[data-cell="1:1"]').click()
  await expect
    .poll(() =>
      page.evaluate(() => {
        const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
        for (const own of folded) own.open = true
        return folded.length
      }),
    )
    .toBe(0)
}

/** Every field one could type or choose in, by its name and its turn among those of that name, and what stands in it. */
function fieldsOnPage(looking: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {}
  const turns = new Map<string, number>()
  const boxes = 'main :is(input, textarea, select, [contenteditable=true])'
  for (const field of document.querySelectorAll<HTMLElement>(boxes)) {
    const box = field as HTMLInputElement
    if (field.matches('[type=checkbox], [type=radio], [type=file], [type=range], [aria-hidden=true]'))
      continue
    if (field.closest('[data-kept]') || field.matches('[data-keyboard]') || field.matches(':disabled'))
      continue
    if (box.readOnly || !field.checkVisibility()) continue
    const label = field.closest('label')?.cloneNode(true) as HTMLElement | undefined
    for (const own of label?.querySelectorAll('select, textarea, input') ?? []) own.remove()
    const labelled = field.ariaLabel ?? label?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    const name = labelled === '' ? `（没有名称）${box.placeholder}` : labelled
    if (looking.includes(name)) continue
    const turn = (turns.get(name) ?? 0) + 1
    turns.set(name, turn)
    field.dataset.walked = `${name}#${turn}`
    found[`${name}#${turn}`] = box.value ?? field.textContent ?? ''
  }
  return found
}

/** Types a text of its own into every field, and chooses something else in every list; what a choice opens is typed into as well. */
async function typeEverywhere(page: Page): Promise<Record<string, string>> {
  const done = new Set<string>()
  for (;;) {
    const names = Object.keys(await page.evaluate(fieldsOnPage, LOOKING))
    const next = names.find((name) => !done.has(name))
    if (next === undefined) break
    done.add(next)
    const field = page.locator(`[data-walked="${next.replaceAll('"', '\\"')}"]`)
    if (await field.evaluate((own) => own instanceof HTMLSelectElement)) {
      const other = await field.evaluate((own) => {
        const list = own as HTMLSelectElement
        return [...list.options].find(({ disabled, value }) => !disabled && value !== list.value)?.value
      })
      if (other !== undefined) await field.selectOption(other)
    } else await field.fill(`试填${done.size}号`)
  }
  return page.evaluate(fieldsOnPage, LOOKING)
}

/** Types a little more where the browser keeps nothing more. */
async function typeOnFullDisk(page: Page): Promise<Record<string, string>> {
  await page.evaluate(fillDisk)
  await page.locator('main :is(input, textarea)[data-walked]').last().fill('盘满时填的')
  return page.evaluate(fieldsOnPage, LOOKING)
}

for (const [index, place] of PLACES.entries()) {
  const projects = /\/3(?=\?|$)/.test(place.path)
  const ways = [index, index + 3]
    .map((turn) => HOW[turn % HOW.length] ?? '')
    .filter((how) => projects || how !== 'another project')
    .sort((a, b) => Number(a === LAST) - Number(b === LAST))
  test(`what is typed into every field of ${place.path} (${place.role}) is there after ${ways.join(', ')}`, async ({
    page,
    context,
  }) => {
    await begun(page, place)
    await unfold(page, place)
    if (place.opening) {
      const buttons = page.getByRole('button', { name: place.opening })
      await expect(buttons.first()).toBeVisible()
      for (let count = Math.min(await buttons.count(), 3); count > 0; count -= 1)
        await buttons.first().click()
    }
    if (place.screen !== 'entries')
      await expect.poll(() => page.evaluate(fieldsOnPage, LOOKING), { message: 'fields' }).not.toEqual({})
    let typed = await typeEverywhere(page)
    expect(Object.keys(typed).filter((name) => name.startsWith('（没有名称）'))).toEqual([])
    let at = page
    for (const how of ways) {
      if (how === LAST) typed = await typeOnFullDisk(at)
      at = (await LEAVINGS[how]?.(at, place, context)) ?? at
      await unfold(at, place)
      await expect.poll(() => at.evaluate(fieldsOnPage, LOOKING), { message: how }).toEqual(typed)
    }
  })
}
