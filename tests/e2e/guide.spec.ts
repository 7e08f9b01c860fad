import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { docxOf } from '../documents/reading/sixTables.docx'
import { layoutOf } from '../documents/recognition/drawn'
import { SECOND_DEPARTMENT } from '../documents/recognition/secondDepartment'
import { axeFindings, expect, open, remembering, test } from './board'
import { startHost } from './host'
import { paste } from './hands'

const GUIDE = new URL('../../docs/guide/', import.meta.url)
const PAGES = readdirSync(GUIDE).filter((name) => name.endsWith('.md'))
const KEEP = process.env.GUIDE_PICTURES === '1'

async function as(page: Page, role: 'manager' | 'leader' | 'evaluator', name: string): Promise<void> {
  await remembering(page, { role, author: name })
}

/** The page, or a part of it, as a picture of the guide; written to docs/guide/pictures by `npm run guide`. */
async function picture(page: Page, name: string, part?: Locator): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await expect(page.locator('.chart:not(:has(svg))')).toHaveCount(0)
  const png = await (part ?? page).screenshot({ animations: 'disabled', caret: 'hide' })
  const blank = await page.context().newPage()
  const webp = await blank.evaluate(async (shot) => {
    const bytes = Uint8Array.from(atob(shot), (sign) => sign.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, png.toString('base64'))
  await blank.close()
  expect(webp.length).toBeGreaterThan(2_000)
  if (KEEP) writeFileSync(new URL(`pictures/${name}.webp`, GUIDE), Uint8Array.from(webp))
}

async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** How each picture that the guide shows comes about. */
const PICTURES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  first: async (page) => {
    await open(page, '#/', 'overview')
    await expect(page.getByRole('link', { name: '开始录入' })).toBeVisible()
    await picture(page, 'first')
  },
  entry: async (page) => {
    await as(page, 'manager', '王芳')
    await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
    await type(page, '0:1', '26')
    await type(page, '1:1', '92')
    await type(page, '2:1', '0.95')
    await expect(page.locator('[data-cell="1:1"]')).toHaveAttribute('data-state', 'saved')
    await picture(page, 'entry')
  },
  paste: async (page) => {
    await as(page, 'manager', '王芳')
    await open(page, '#/entry/3', 'entry')
    await page.locator('[data-cell="0:1"]').click()
    await paste(page, { 'text/plain': '400000\t520000\t764000\n93%\t95%\t九成' })
    await expect(page.getByRole('dialog')).toContainText('有 3 格')
    await picture(page, 'paste')
  },
  payments: async (page) => {
    await as(page, 'manager', '王芳')
    await open(page, '#/exchange', 'exchange')
    const lines = [
      '支付日期,项目名称,支付金额（元）,支付凭证号,摘要',
      '2020-05-08,办公楼修缮,200000.50,记-1,首付',
      '2020-06-09,办公楼修缮,60000,记-2,进度款',
      '2020-06-31,办公楼修缮,30000,记-3,日期不存在',
      '2020-06-12,修缮办公楼,12000,记-4,项目写法不同',
      '合计,,302000.50,,',
    ]
    await page.getByLabel('打开支付清单').setInputFiles({
      name: '支付明细.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    })
    const preview = page.getByRole('region', { name: /将录入 \d+ 笔支付/ })
    await preview.scrollIntoViewIfNeeded()
    await picture(page, 'payments', preview)
  },
  submit: async (page) => {
    await as(page, 'manager', '王芳')
    await open(page, '#/entry/3?asOf=2020-06-30', 'entry')
    await type(page, '0:1', '26')
    await type(page, '1:1', '60')
    await page.getByRole('button', { name: '报送6月底' }).click()
    await picture(page, 'submit', page.getByRole('dialog'))
  },
  overview: async (page) => {
    await as(page, 'leader', '演示·刘局长')
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    await expect(page.getByRole('img', { name: /^截至10月底支出/ }).first()).toBeVisible()
    await picture(page, 'overview')
  },
  compare: async (page) => {
    await open(page, '#/?demo&asOf=2020-10-31&vs=2020-06-30', 'overview')
    await expect(page.getByText(/较6月底/).first()).toBeVisible()
    await picture(page, 'compare')
  },
  decide: async (page) => {
    await as(page, 'leader', '演示·刘局长')
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    await page.getByRole('button', { name: '通过或退回：办公楼修缮' }).click()
    await expect(page.getByRole('dialog')).toContainText('应支')
    await picture(page, 'decide')
  },
  monitor: async (page) => {
    await open(page, '#/monitor/5?demo&asOf=2020-10-31', 'monitor')
    await picture(page, 'monitor')
  },
  evaluation: async (page) => {
    await as(page, 'evaluator', '陈评')
    await open(page, '#/evaluation/3?demo', 'evaluation')
    await picture(page, 'evaluation')
  },
  sign: async (page) => {
    await as(page, 'evaluator', '陈评')
    await open(page, '#/evaluation/3?demo', 'evaluation')
    await picture(page, 'sign', page.getByRole('region', { name: '签认', exact: true }))
  },
  papers: async (page) => {
    await open(page, '#/papers/department?demo', 'papers')
    await picture(page, 'papers')
  },
  exchange: async (page) => {
    await as(page, 'leader', '刘局')
    await open(page, '#/exchange', 'exchange')
    const theirs = await page.context().browser()!.newContext({ acceptDownloads: true })
    const wang = await theirs.newPage()
    await as(wang, 'manager', '王芳')
    await open(wang, new URL('#/entry/3?asOf=2020-06-30', page.url()).href, 'entry')
    await type(wang, '0:1', '26')
    await type(wang, '1:1', '92')
    await open(wang, new URL('#/exchange', page.url()).href, 'exchange')
    const saving = wang.waitForEvent('download')
    await wang.getByRole('button', { name: '导出交接文件' }).click()
    const file = await saving
    await page.getByLabel('打开交接文件').setInputFiles({
      name: file.suggestedFilename(),
      mimeType: 'application/json',
      buffer: readFileSync(await file.path()),
    })
    await theirs.close()
    await page.getByRole('button', { name: '并入本机台账' }).scrollIntoViewIfNeeded()
    await picture(page, 'exchange')
  },
  why: async (page) => {
    await open(page, '#/?demo&asOf=2020-10-31', 'overview')
    await page.locator('main button.why').first().click()
    await expect(page.getByText('为什么是这个数')).toBeVisible()
    await picture(page, 'why')
  },
  import: async (page) => {
    await open(page, '#/import', 'import')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: '青云县农业农村局.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: Buffer.from(await docxOf(layoutOf(SECOND_DEPARTMENT))),
      })
    await page.getByRole('button', { name: '不低于50公斤' }).click()
    await picture(page, 'import')
  },
}

test.describe('the pictures of the guide', () => {
  test.use({ viewport: { width: 1280, height: 800 } })
  for (const [name, take] of Object.entries(PICTURES)) {
    test(`${name} comes about as the guide says`, async ({ page }) => take(page))
  }
})

test('each picture that the pages show is made here, each one made is shown', () => {
  const shown = PAGES.flatMap((name) =>
    [...readFileSync(new URL(name, GUIDE), 'utf8').matchAll(/\.\/pictures\/([\w-]+)\.webp/g)].map(
      ([, picture]) => picture,
    ),
  )
  expect(shown.sort()).toEqual(Object.keys(PICTURES).sort())
})

test('帮助 opens the page for what one is doing; every page reads well, its pictures and ways stand, at every width', async ({
  page,
}) => {
  await open(page, '#/entry/3', 'entry')
  await page.getByRole('link', { name: '帮助', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('项目负责人')
  await page.getByRole('navigation', { name: '帮助' }).getByRole('link', { name: '帮助' }).click()
  const index = page.locator('dl a')
  await expect(index).toHaveCount(PAGES.length)
  for (const name of PAGES.map((file) => file.replace('.md', ''))) {
    await page.goto(`#/guide/${name}`)
    const article = page.locator('[data-screen="guide"] article')
    await expect(article.getByRole('heading', { level: 1 })).toBeVisible()
    expect(
      await article.locator('img').evaluateAll((pictures) =>
        Promise.all(
          pictures.map(async (each) => {
            const image = each as HTMLImageElement
            await image.decode()
            return image.naturalWidth > 100 && image.alt.length > 5
          }),
        ),
      ),
    ).not.toContain(false)
    for (const way of await article
      .locator('a')
      .evaluateAll((ways) => ways.map((each) => each.getAttribute('href'))))
      expect(PAGES.map((file) => `#/guide/${file.replace('.md', '')}`)).toContain(way)
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0)
    }
    expect(await axeFindings(page)).toEqual([])
  }
})

test.describe('without its host', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the guide is there, pictures too', async ({ page, troubles }) => {
    troubles.expected.push(/Failed to fetch|Failed to load resource|ERR_/)
    const host = await startHost('dist')
    await page.goto(host.address)
    await expect(page.locator('[data-screen="overview"]')).toBeVisible()
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    host.goAway()
    await page.getByRole('link', { name: '帮助', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('分管领导')
    const first = page.locator('article img').first()
    await expect
      .poll(() => first.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(100)
    await host.close()
  })
})
