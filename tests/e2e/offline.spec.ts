import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { expect, remembering, test as base } from './board'
import { startHost, type StaticHost } from './host'

const FAR =
  /Failed to fetch|Expected a JavaScript-or-Wasm module|non CSS MIME type|Failed to load resource|ERR_|Unable to preload CSS|dynamically imported/
/** The same in Firefox's words. */
const FAR_IN_FIREFOX = /^Error$|^Loading (?:module|Worker) from/
const SCREENS: readonly (readonly [link: string, screen: string])[] = [
  ['项目', 'project'],
  ['录入', 'entry'],
  ['审核', 'round'],
  ['监控', 'monitor'],
  ['评价', 'evaluation'],
  ['台账', 'ledger'],
  ['交接', 'exchange'],
  ['部门', 'department'],
  ['总览', 'overview'],
]

const test = base.extend<{ host: StaticHost }, { renewed: string }>({
  host: async ({ troubles }, use) => {
    troubles.expected.push(FAR)
    if (process.env.FIREFOX_PATH) troubles.expected.push(FAR_IN_FIREFOX)
    const host = await startHost('dist')
    await use(host)
    await host.close()
  },
  renewed: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'jixiao-renewed-'))
      await build({
        logLevel: 'error',
        build: { outDir: folder, emptyOutDir: true },
        plugins: [
          {
            name: 'renewed',
            enforce: 'pre',
            transform: (code, id) =>
              id.endsWith('/src/App.vue') ? code.replace('>跳到正文<', '>跳到本页正文<') : null,
          },
        ],
      })
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    // a build takes as long as the machine is busy
    { scope: 'worker', timeout: 0 },
  ],
})

async function opened(page: Page, screen: string): Promise<void> {
  await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible()
}

/** 总览 stands and nothing is being fetched any more. */
async function settled(page: Page, host: StaticHost): Promise<void> {
  await page.goto(host.address)
  await opened(page, 'overview')
  await page.waitForLoadState('networkidle')
}

async function goTo(page: Page, link: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: link }).click()
}

async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a board once opened works whole without its host: every screen, again after loading anew, the demonstration, exports, documents', async ({
    page,
    host,
  }) => {
    await page.goto(host.address)
    await opened(page, 'overview')
    await kept(page)
    host.goAway()
    for (const [link, screen] of SCREENS) {
      await goTo(page, link)
      await opened(page, screen)
    }
    await page.goto(`${host.address}?demo#/department`)
    await page.reload()
    await opened(page, 'department')
    const book = page.waitForEvent('download')
    await page.getByRole('region', { name: '部门工作簿' }).getByRole('button', { name: '存为 Excel' }).click()
    expect((await book).suggestedFilename()).toContain('部门绩效-2020年')
    const form = page.waitForEvent('download')
    await page.getByRole('button', { name: '存为 Word' }).first().click()
    expect((await form).suggestedFilename()).toContain('.docx')
    await page.goto(`${host.address}#/import`)
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles({
        name: '公开.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('部门预算公开'),
      })
    await expect(page.getByText('公开.txt').first()).toBeVisible()
    await expect(page.getByRole('alert')).toHaveText(/文件里只有文字，没有表格/)
  })

  test('a new version waits and says so in every tab; it is taken in all of them, but for what is half-written', async ({
    page,
    context,
    host,
    renewed,
  }) => {
    await page.goto(`${host.address}#/round`)
    await kept(page)
    const other = await context.newPage()
    await other.goto(`${host.address}#/ledger`)
    await opened(other, 'ledger')
    host.show(renewed)
    await page
      .getByRole('textbox', { name: '说什么' })
      .or(page.locator('textarea'))
      .first()
      .fill('六月底前补齐佐证')
    await other.evaluate(() => dispatchEvent(new Event('focus')))
    for (const tab of [page, other]) {
      await expect(tab.getByRole('banner').getByText('有新版本')).toBeVisible()
      await expect(tab.getByText('跳到正文')).toHaveCount(1)
    }
    await other.getByRole('button', { name: '换用' }).click()
    await expect(other.getByText('跳到本页正文')).toHaveCount(1)
    await opened(other, 'ledger')

    await expect(page.getByText('新版本已换用，本页还是旧版本')).toBeVisible()
    await expect(page.locator('textarea').first()).toHaveValue('六月底前补齐佐证')
    await page.getByRole('button', { name: '换用' }).click()
    await expect(page.getByText('本页有写了一半的内容，写完或保存后再换用新版本')).toBeVisible()
    host.goAway()
    await goTo(page, '交接')
    await opened(page, 'exchange')
    await page.getByRole('button', { name: '换用' }).click()
    await expect(page.getByText('跳到本页正文')).toHaveCount(1)
    await opened(page, 'exchange')
  })

  test('换用 while cells are being edited enters none of them: the half-typed text is there again, and a tab where another cell is open goes on until asked', async ({
    page,
    context,
    host,
    renewed,
  }) => {
    const other = await context.newPage()
    for (const tab of [page, other]) await remembering(tab, { author: '王芳', role: 'manager' })
    for (const [tab, position, text] of [
      [other, 2, '12'],
      [page, 3, '2'],
    ] as const) {
      await tab.goto(`${host.address}#/entry/${position}`)
      await kept(tab)
      await tab.locator('[data-cell="0:1"]').click()
      await tab.keyboard.type(text)
    }
    host.show(renewed)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByRole('button', { name: '换用' }).click()
    const isThere = async (tab: Page, text: string) => {
      await expect(tab.getByText('跳到本页正文')).toHaveCount(1)
      const cell = tab.locator('[data-cell="0:1"]')
      await expect(cell).toHaveAttribute('data-state', 'typed')
      await expect(cell).toContainText(text)
    }
    await isThere(page, '2')
    await expect(other.getByText('新版本已换用，本页还是旧版本')).toBeVisible()
    await other.keyboard.type('5')
    await other.getByRole('button', { name: '换用' }).click()
    await isThere(other, '125')
    const entries = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open('jixiao-board')
          request.addEventListener('success', () => {
            const count = request.result.transaction('entries').objectStore('entries').count()
            count.addEventListener('success', () => resolve(count.result))
          })
        }),
    )
    expect(entries).toBe(0)
  })

  test('a host that hangs: what is kept stands at once, loaded anew too', async ({ page, host }) => {
    await page.goto(host.address)
    await kept(page)
    host.fallSilent()
    await page.reload()
    await expect(page.locator('[data-screen="overview"]')).toBeVisible({ timeout: 10_000 })
    for (const [link, screen] of SCREENS) {
      await goTo(page, link)
      await expect(page.locator(`[data-screen="${screen}"]`)).toBeVisible({ timeout: 10_000 })
    }
  })
})

test.describe('without one (plain http in a bureau, or denied)', () => {
  test.use({ serviceWorkers: 'block' })

  test('nothing more is fetched until five seconds after loading; then every screen is, and stands when the host goes', async ({
    page,
    host,
  }) => {
    await page.goto(host.address)
    await opened(page, 'overview')
    const loaded = await page.evaluate(() => performance.timing.loadEventEnd)
    await expect
      .poll(() => host.heard.some(({ path }) => /writeBook|template/.test(path)), { timeout: 30_000 })
      .toBe(true)
    await page.waitForLoadState('networkidle')
    const early = host.heard.filter(({ path, at }) => at < loaded + 5_000 && /View-|sw\.js/.test(path))
    expect(early.map(({ path }) => path)).toEqual([])
    host.goAway()
    for (const [link, screen] of SCREENS) {
      await goTo(page, link)
      await opened(page, screen)
    }
  })

  for (const [link, screen] of SCREENS.slice(0, -1)) {
    test(`a host that goes away before ${link} was ever opened: said, the page kept, tried again by itself`, async ({
      page,
      host,
    }) => {
      await settled(page, host)
      host.goAway()
      await goTo(page, link)
      const notice = page.getByRole('alert').filter({ hasText: '没有打开' })
      await expect(notice).toContainText(`“${link}”没有打开：看板所在的服务器现在连不上`)
      await expect(notice).toContainText('本页和已保存的填报都还在。恢复后会自动再试')
      await opened(page, 'overview')
      host.comeBack()
      await notice.getByRole('button', { name: '再试' }).click()
      await opened(page, screen)
      await expect(notice).toHaveCount(0)
    })
  }

  test('a network that answers with its login in place of every file: said as such, and tried again', async ({
    page,
    host,
  }) => {
    await settled(page, host)
    host.askForLogin()
    await goTo(page, '交接')
    const notice = page.getByRole('alert').filter({ hasText: '没有打开' })
    await expect(notice).toContainText('“交接”没有打开：网络上答复的不是看板的服务器，可能要先登录上网认证')
    await expect(notice).toContainText('本页和已保存的填报都还在。请先在另一个标签页登录上网')
    await expect(page.getByText('换了新版本')).toHaveCount(0)
    await opened(page, 'overview')
    host.comeBack()
    await notice.getByRole('button', { name: '再试' }).click()
    await opened(page, 'exchange')
    await expect(notice).toHaveCount(0)
  })

  test('scripts that cannot be had beside a page that can: said, and opened by itself once they come', async ({
    page,
    host,
  }) => {
    await settled(page, host)
    host.askForLogin(/\/assets\//)
    await goTo(page, '交接')
    const notice = page.getByRole('alert').filter({ hasText: '“交接”没有打开' })
    const anew = notice.getByRole('button', { name: '刷新本页' })
    await expect(anew).toBeVisible()
    host.comeBack()
    // Firefox never asks again for a script that it could not have
    if (process.env.FIREFOX_PATH) await anew.click()
    await opened(page, 'exchange')
    await expect(notice).toHaveCount(0)
  })

  test('a host that takes what is asked and never answers: given up and said, and opened once it answers again', async ({
    page,
    host,
  }) => {
    await page.clock.install()
    await settled(page, host)
    const before = host.heard.length
    host.fallSilent()
    await goTo(page, '交接')
    await expect.poll(() => host.heard.length).toBeGreaterThan(before)
    await page.clock.fastForward(9_000)
    const notice = page.getByRole('alert').filter({ hasText: '“交接”没有打开' })
    await expect(notice).toContainText('本页和已保存的填报都还在')
    await page.clock.fastForward(6_000)
    await expect(notice).toContainText('看板所在的服务器现在连不上')
    await opened(page, 'overview')
    host.comeBack()
    await notice.getByRole('button', { name: '再试' }).click()
    const exchange = page.locator('[data-screen="exchange"]')
    const reload = notice.getByRole('button', { name: '刷新本页' })
    await expect(async () => {
      await page.clock.fastForward(9_000)
      await expect(exchange.or(reload)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    if (await reload.isVisible()) await reload.click()
    await expect(exchange).toBeVisible()
  })

  test('a screen that was given up opens by itself when the host answers after all, as it was asked for', async ({
    page,
    host,
  }) => {
    await page.clock.install()
    await page.goto(`${host.address}#/?demo&asOf=2020-10-31`)
    await opened(page, 'overview')
    await page.waitForLoadState('networkidle')
    host.fallSilent(/ExchangeView/)
    await goTo(page, '交接')
    await expect.poll(() => host.heard.some(({ path }) => /ExchangeView/.test(path))).toBe(true)
    await page.clock.fastForward(9_000)
    const notice = page.getByRole('alert').filter({ hasText: '“交接”没有打开' })
    await expect(notice).toBeVisible()
    host.answerLate()
    await opened(page, 'exchange')
    await expect(notice).toHaveCount(0)
    expect(page.url()).toContain('demo')
  })

  test('a screen that comes while a figure is being typed waits to be opened; nothing half is entered', async ({
    page,
    host,
  }) => {
    await page.clock.install()
    await remembering(page, { author: '王芳' })
    await page.goto(`${host.address}#/entry/3?asOf=2020-12-31`)
    await opened(page, 'entry')
    await page.waitForLoadState('networkidle')
    host.fallSilent(/DepartmentView/)
    await goTo(page, '部门')
    await expect.poll(() => host.heard.some(({ path }) => /DepartmentView/.test(path))).toBe(true)
    const cell = page.locator('[data-cell="0:1"]')
    await cell.click()
    await page.keyboard.press('4')
    host.answerLate()
    const notice = page.getByRole('alert').filter({ hasText: '“部门”现在可以打开' })
    await expect(notice).toContainText('您正在填写，没有换页')
    await page.keyboard.press('0')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('40.00')
    await notice.getByRole('button', { name: '打开' }).click()
    await opened(page, 'department')
    await expect(notice).toHaveCount(0)
  })

  for (const [what, paths] of [
    ['the program', /assets|\.css$/],
    ['the sheets', /\.css$/],
    ['the figures', /data/],
    ['the figures and what would say so', /data|PlanTrouble/],
  ] as const) {
    test(`a host that hangs before ${what} came, at the first visit: said, and stands when it answers`, async ({
      page,
      host,
    }) => {
      host.fallSilent(paths)
      await page.goto(host.address, { waitUntil: 'commit' })
      // Firefox draws nothing before the sheets have come: there the tab says it
      if (process.env.FIREFOX_PATH && paths.test('a.css'))
        await expect(page).toHaveTitle('正在等看板的服务器答复')
      else
        await expect(
          page.getByText(/正在等看板的服务器答复|版式没有取到|读取不到|正在等它/).first(),
        ).toBeVisible()
      host.comeBack()
      await page.goto('about:blank')
      await page.goto(host.address)
      await opened(page, 'overview')
      await expect(page.getByText(/正在等|没有取到|读取不到/)).toHaveCount(0)
    })
  }

  test('a login that answers in place of the figures is said as such, never read as empty', async ({
    page,
    host,
  }) => {
    for (const paths of [/index\.json/, /data\/2020/]) {
      host.askForLogin(paths)
      await page.goto('about:blank')
      await page.goto(host.address)
      await expect(page.getByRole('alert')).toContainText(
        '网络上答复的不是看板的服务器，可能要先登录上网认证',
      )
      await expect(page.getByRole('alert')).toContainText('没有读到不等于没有填报')
      await expect(page.locator('[data-screen]')).toHaveCount(0)
    }
  })

  test('an old page hears of a new build within seconds of being looked at, and asks once, also while parts that nobody asked for fail', async ({
    page,
    host,
    renewed,
  }) => {
    await page.goto(host.address)
    await opened(page, 'overview')
    await page.waitForLoadState('networkidle')
    await expect.poll(() => host.heard.some(({ path }) => /ProjectView/.test(path))).toBe(true)
    host.show(renewed)
    const swapped = host.heard.length
    await expect.poll(() => host.heard.slice(swapped).some(({ path }) => /assets/.test(path))).toBe(true)
    const before = host.heard.length
    await page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'))
      dispatchEvent(new Event('focus'))
    })
    await expect(page.getByText('新版本已换用，本页还是旧版本')).toBeVisible({ timeout: 5_000 })
    expect(host.heard.slice(before).filter(({ path }) => path === '/index.html')).toHaveLength(1)
    await expect(page.getByRole('alert').filter({ hasText: '没有打开' })).toHaveCount(0)
    await page.getByRole('button', { name: '换用' }).click()
    await expect(page.getByText('跳到本页正文')).toHaveCount(1)
  })

  test('another build in place of this one: said, and taken where the reader was going', async ({
    page,
    host,
    renewed,
  }) => {
    await page.goto(host.address)
    await opened(page, 'overview')
    host.show(renewed)
    await goTo(page, '录入')
    const notice = page.getByRole('alert').filter({ hasText: '没有打开' })
    await expect(notice).toContainText('“录入”没有打开：看板已换了新版本，本页还是旧版本')
    await notice.getByRole('button', { name: '换用新版本' }).click()
    await opened(page, 'entry')
    await expect(page.getByText('跳到本页正文')).toHaveCount(1)
  })
})
