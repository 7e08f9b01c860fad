import { expect, test, submitAnyway } from './board'
import { beginAs, HAS_DATABASE, signIn, startShared, type SharedService } from './sharedService'

const PLAN = '2020-323002'
const MARKUP = '<img src=x onerror="window.__ran=1"><script>window.__ran=2</script>'

const describe = HAS_DATABASE ? test.describe : () => undefined
describe('a service that others wrote to', () => {
  let service: SharedService
  test.beforeAll(async () => void (service = await startShared()))
  test.afterAll(() => service.stop())

  test('what was written before 报送 and arrived after it is told to whoever accepts; names with markup stay words; a page older than the service says so and keeps what is typed', async ({
    page,
    browser,
    troubles,
  }) => {
    troubles.expected.push(/ERR_INTERNET_DISCONNECTED/, /Failed to load resource/)
    await beginAs(page, service, '管理员<b onclick=a()>')
    const { address } = service
    const made = await page.request.post(`${address}api/accounts`, {
      data: {
        name: '王芳<img src=x onerror=a()>',
        login: 'wangfang',
        grants: [
          { plan: PLAN, role: 'manager', project: null },
          { plan: PLAN, role: 'leader', project: null },
        ],
      },
    })
    expect(made.status()).toBe(201)
    const { password } = (await made.json()) as { password: string }
    const [office, home] = await Promise.all(
      [0, 1].map(async () => {
        const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
        const own = await context.newPage()
        await own.goto(`${address}#/entry/3?asOf=2020-06-30`)
        await signIn(own, 'wangfang', password)
        await expect(own.locator('[data-screen="entry"]')).toBeVisible()
        return own
      }),
    )
    if (!office || !home) throw new Error('no page')
    const type = async (own: typeof office, cell: string, text: string) => {
      await own.locator(`[data-cell="${cell}"]`).click()
      await own.keyboard.type(text)
      await own.keyboard.press('Enter')
      await expect(own.locator(`[data-cell="${cell}"]`)).toHaveAttribute('data-state', 'saved')
    }
    await type(office, '0:1', '26')
    await expect(office.locator('header').getByText('已同步')).toBeVisible()
    await home.context().setOffline(true)
    await type(home, '1:1', '60')
    await office.getByRole('button', { name: '报送6月底' }).click()
    await submitAnyway(office)
    const strip = office.getByRole('list', { name: '各节点报送情况' })
    await expect(strip).toContainText('待审核')
    await expect(office.getByText('报送后又有')).toHaveCount(0)
    await home.context().setOffline(false)
    await expect(home.locator('header').getByText('已同步')).toBeVisible()
    await expect(strip).toContainText('报送后又有 1 条改动')

    await home.getByLabel('用途').fill(MARKUP)
    await home.getByRole('textbox', { name: '支付日期' }).fill('2020-03-06')
    await home.getByLabel('金额（万元，退回为负）').fill('3')
    await home.getByRole('button', { name: '记一笔' }).click()
    await office.goto(`${address}#/round?asOf=2020-06-30`)
    await expect(office.locator('tr[data-project="3"]')).toContainText('报送后又有')
    for (const path of ['ledger', 'project/3?asOf=2020-06-30', 'service', 'exchange', '']) {
      await office.goto(`${address}#/${path}`)
      await expect(office.locator('[data-screen]').first()).toBeVisible()
    }
    for (const own of [page, office, home]) {
      expect(await own.evaluate(() => (globalThis as { __ran?: number }).__ran ?? 0)).toBe(0)
      await expect(own.locator('img[src="x"], b[onclick]')).toHaveCount(0)
    }

    await office.goto(`${address}#/entry/3?asOf=2020-06-30`)
    await office.getByLabel('用途').fill('写了一半')
    await office.context().route('**/index.html?host', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('assets/', 'assets/newer-'),
      })
    })
    await office.context().route(/entries\?after=/, async (route) => {
      const answer = await route.fetch()
      const told = (await answer.json()) as { entries: { entry: { schema: number } }[] }
      for (const { entry } of told.entries) entry.schema = 99
      await route.fulfill({ response: answer, json: told })
    })
    await expect
      .poll(async () => {
        await office.evaluate(() => dispatchEvent(new Event('focus')))
        return office.getByText('新版本已换用，本页还是旧版本').count()
      })
      .toBe(1)
    await type(home, '2:1', '92')
    await expect(office.getByText('有 1 条记录是新版本的看板写的，本页是旧版本')).toBeVisible()
    await expect(office.getByText('没有读到不等于没有填报')).toBeVisible()
    await expect(office.locator('[data-screen="entry"]')).toHaveCount(0)
    const typed = () => Object.values({ ...localStorage }).some((text) => String(text).includes('写了一半'))
    expect(await office.evaluate(typed)).toBe(true)
    await office.context().close()
    await home.context().close()
  })
})
