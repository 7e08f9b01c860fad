import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate'
import { sixTablesDocx } from '../documents/reading/sixTables.docx'
import { expect, open, remembering, test as base } from './board'

const MEBIBYTE = 1024 * 1024

/** Files made to do harm, on disk, by the name that a reader would give them. */
type Hostile = Readonly<Record<string, string>>

const test = base.extend<object, { hostile: Hostile }>({
  hostile: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'jixiao-hostile-'))
      await use(await hostileFiles(folder))
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})

/** An archive whose one part unpacks to so many bytes of zeros, written without holding them. */
function bomb(part: string, beside: Record<string, Uint8Array>, mebibytes: number): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_error, chunk) => chunks.push(chunk))
  for (const [name, bytes] of Object.entries(beside)) {
    const file = new ZipDeflate(name)
    zip.add(file)
    file.push(bytes, true)
  }
  const file = new ZipDeflate(part, { level: 9 })
  zip.add(file)
  const zeros = new Uint8Array(MEBIBYTE)
  for (let at = 0; at < mebibytes; at += 1) file.push(zeros, at === mebibytes - 1)
  zip.end()
  return Buffer.concat(chunks)
}

async function hostileFiles(folder: string): Promise<Hostile> {
  const put = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const docx = await sixTablesDocx()
  const parts = unzipSync(docx)
  const { 'word/document.xml': body = new Uint8Array(), ...rest } = parts
  const text = new TextDecoder().decode(body)
  const entities = Array.from(
    { length: 12 },
    (_, depth) => `<!ENTITY l${depth} "${depth === 0 ? 'lol' : `&l${depth - 1};`.repeat(10)}">`,
  ).join('')
  const expanding = text
    .replace(/^(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE w [${entities}]>`)
    .replace('</w:t>', '&l11;</w:t>')
  const deep = `<w:tbl><w:tr><w:tc>`.repeat(20_000) + `</w:tc></w:tr></w:tbl>`.repeat(20_000)
  const nested = text.replace('</w:body>', `${deep}</w:body>`)
  const huge = join(folder, 'huge.csv')
  const file = openSync(huge, 'w')
  const block = Buffer.from('2020-05-08,办公楼修缮,200000.50,记-1,首付\n'.repeat(20_000))
  for (let written = 0; written < 100 * MEBIBYTE; written += block.length) writeSync(file, block)
  closeSync(file)
  const random = Uint8Array.from({ length: 64 * 1024 }, (_, at) => (at * 2654435761) >>> 13)
  return {
    'a zip bomb as .docx': put('bomb.docx', bomb('word/document.xml', rest, 400)),
    'a zip bomb as .xlsx': put('bomb.xlsx', bomb('xl/worksheets/sheet1.xml', {}, 400)),
    'entities that expand': put('lol.docx', zipSync({ ...parts, 'word/document.xml': strToU8(expanding) })),
    'tables in tables': put('deep.docx', zipSync({ ...parts, 'word/document.xml': strToU8(nested) })),
    '100 MB of text': huge,
    'brackets without end': put('deep.json', '['.repeat(2_000_000)),
    'tags without end': put('deep.html', '<div><table><tr><td>'.repeat(100_000)),
    'a cut archive': put('cut.docx', docx.slice(0, docx.length * 0.6)),
    'noise named .xlsx': put('noise.xlsx', random),
    'an empty file': put('empty.xlsx', ''),
  }
}

const DOORS: readonly (readonly [screen: string, label: string | null])[] = [
  ['import', null],
  ['exchange', '打开交接文件'],
  ['exchange', '恢复备份'],
  ['exchange', '打开填好的表格'],
  ['exchange', '打开支付清单'],
]
const SAYS_WHY = /没有|不是|太大|过大|超过|读不|损坏|不完整|无法|不能|中断|空的/

async function atExchange(page: Page): Promise<void> {
  await remembering(page, { author: '王芳', role: 'admin' })
}

for (const [screen, label] of DOORS) {
  test(`no file made to do harm gets past ${label ?? '导入'}: each is answered, nothing is taken, the page goes on`, async ({
    page,
    hostile,
  }) => {
    await atExchange(page)
    for (const [name, path] of Object.entries(hostile)) {
      await test.step(name, async () => {
        await open(page, `#/${screen}`, screen)
        await page.reload()
        await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
        if (label === '打开填好的表格' || label === '打开支付清单')
          await page.getByLabel('身份', { exact: true }).selectOption('项目负责人')
        const before = await page.locator('main').innerText()
        const input = label === null ? page.locator('input[type=file]').first() : page.getByLabel(label)
        await input.setInputFiles(path)
        await expect
          .poll(async () => {
            const now = await page.locator('main').innerText()
            return now !== before && !/正在/.test(now) && SAYS_WHY.test(now)
          })
          .toBe(true)
        await page.goto('#/')
        await expect(page.locator('[data-screen="overview"]')).toBeVisible()
        await page.goto('#/ledger')
        await expect(page.locator('[data-screen="ledger"]')).toContainText(/尚无|0 条/)
      })
    }
  })
}

const MARK = `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script><svg onload=globalThis.ran=1>"'&lt;]]>{{ran}}`
const FREE = new Set([
  'author',
  'memo',
  'voucher',
  'text',
  'reason',
  'note',
  'document',
  'nextStep',
  'who',
  'fullYear',
  'name',
  'place',
  'purpose',
  'level3',
  'description',
  'basis',
  'title',
])

/** A copy in which every text that somebody may write freely carries markup. */
function marked(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return FREE.has(key) && value !== '' ? `${value}${MARK}` : value
  if (Array.isArray(value)) return value.map((each) => marked(each, key === 'goals' ? 'text' : key))
  if (typeof value !== 'object' || value === null) return value
  const own = value as Readonly<Record<string, unknown>>
  if (own.kind === 'text' && typeof own.text === 'string') return own
  return Object.fromEntries(Object.entries(own).map(([name, each]) => [name, marked(each, name)]))
}

const data = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../public/data/${name}`, import.meta.url), 'utf8')) as {
    entries: Record<string, unknown>[]
  }

const SCREENS: readonly (readonly [path: string, screen: string])[] = [
  ['#/?asOf=2020-10-31', 'overview'],
  ['#/project/2/1?asOf=2020-10-31', 'project'],
  ['#/project/5?asOf=2020-10-31', 'project'],
  ['#/entry/5', 'entry'],
  ['#/entries/10', 'entries'],
  ['#/round?asOf=2020-10-31', 'round'],
  ['#/monitor?asOf=2020-10-31', 'monitor'],
  ['#/monitor/5?asOf=2020-10-31', 'monitor'],
  ['#/report/monitor?asOf=2020-10-31', 'report'],
  ['#/report/evaluation', 'report'],
  ['#/papers/project/5', 'papers'],
  ['#/papers/rectification', 'papers'],
  ['#/evaluation', 'evaluation'],
  ['#/evaluation/3', 'evaluation'],
  ['#/meeting/3?asOf=2020-10-31', 'meeting'],
  ['#/ledger', 'ledger'],
  ['#/exchange', 'exchange'],
  ['#/department', 'department'],
  ['#/checks', 'checks'],
]
const WAYS_OUT = /存为|^导出|下载模板|下载计划文件|SVG/

test('markup in every free text of the plan and of the ledger stays text, on every screen, in every panel and every file', async ({
  page,
}) => {
  const plan = JSON.stringify(marked(data('2020-323002.json')))
  await page.route('**/data/2020-323002.json', (route) =>
    route.fulfill({ body: plan, contentType: 'application/json' }),
  )
  await remembering(page, { author: '王芳<b>', role: 'evaluator' })
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`)
  })
  const entries = data('2020-323002.demo.json').entries.map((entry) => ({
    ...(marked(entry) as Record<string, unknown>),
    plan: '2020-323002',
  }))
  await open(page, '#/exchange', 'exchange')
  await page.getByLabel('打开交接文件').setInputFiles({
    name: '台账<img src=x onerror=globalThis.ran=1>.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ schema: 1, kind: 'ledger', plan: '2020-323002', entries })),
  })
  await page.getByRole('button', { name: '并入本机台账' }).click()
  await expect(page.getByText(/已并入 \d+ 条/)).toBeVisible()
  const files: { readonly name: string; readonly bytes: Buffer }[] = []
  const harmless = async (where: string) => {
    expect(
      await page.evaluate(() => [
        'ran' in globalThis,
        document.querySelector('img[src="x"], main script, [onload]') !== null,
      ]),
      where,
    ).toEqual([false, false])
  }
  for (const [path, screen] of SCREENS) {
    await open(page, path, screen)
    await expect(page.locator('main')).toContainText('onerror')
    await harmless(path)
    const why = page.locator('main button.why')
    if ((await why.count()) > 0) {
      await why.last().click()
      await expect(page.getByText('为什么是这个数')).toBeVisible()
      await harmless(`${path}: panel`)
      await page.keyboard.press('Escape')
    }
    if (screen === 'meeting') continue
    for (const button of await page.getByRole('button', { name: WAYS_OUT }).all()) {
      if (!(await button.isVisible()) || !(await button.isEnabled())) continue
      const saving = page.waitForEvent('download')
      await button.click()
      const file = await saving
      files.push({ name: file.suggestedFilename(), bytes: readFileSync(await file.path()) })
    }
  }
  expect(files.length).toBeGreaterThan(15)
  const blank = await page.context().newPage()
  for (const { name, bytes } of files) {
    expect(name).not.toMatch(/[<>:"/\\|?*]/)
    if (/\.(docx|xlsx)$/.test(name)) {
      for (const [part, content] of Object.entries(unzipSync(new Uint8Array(bytes)))) {
        if (/\.(xml|rels)$/.test(part)) {
          const broken = await blank.evaluate(
            (xml) =>
              new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')
                ?.textContent ?? '',
            new TextDecoder().decode(content),
          )
          expect(broken, `${name}: ${part}`).toBe('')
        }
      }
    }
    if (name.endsWith('.svg')) {
      const found = await blank.evaluate(
        (svg) =>
          [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('*')].flatMap((each) =>
            /^(img|script|parsererror)$/.test(each.localName) ||
            [...each.attributes].some((own) => own.name.startsWith('on'))
              ? each.localName
              : [],
          ),
        bytes.toString(),
      )
      expect(found, name).toEqual([])
    }
  }
})
