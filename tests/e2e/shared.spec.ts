import type { Page } from '@playwright/test'
import { expect, submitAnyway, test } from './board'
import {
  beginAs,
  HAS_DATABASE,
  ledgerOf,
  ONCE_MORE,
  PASSWORD,
  signedIn,
  signIn,
  startShared,
  type SharedService,
} from './sharedService'

const PLAN = '2020-323002'

async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-cell="${cell}"]`)).toHaveAttribute('data-state', 'saved')
}

/** The administrator at work: the first one is made where there is none yet. */
async function asAdministrator(page: Page, service: SharedService): Promise<void> {
  await page.goto(service.address)
  const first = page.getByLabel('一次性代码')
  await expect(first.or(page.getByRole('button', { name: '登录', exact: true }))).toBeVisible()
  if (await first.isVisible()) return beginAs(page, service, '管理员')
  await signIn(page, 'admin', PASSWORD)
  await expect(page.locator('[data-screen="overview"]')).toBeVisible()
}

/** An account made by the administrator; gives its password. */
async function account(
  page: Page,
  address: string,
  name: string,
  login: string,
  role: string,
): Promise<string> {
  const made = await page.request.post(`${address}api/accounts`, {
    data: { name, login, grants: [{ plan: PLAN, role, project: null }] },
  })
  expect(made.status()).toBe(201)
  return ((await made.json()) as { password: string }).password
}

const describe = HAS_DATABASE ? test.describe : () => undefined
describe('several people, one ledger', () => {
  let service: SharedService
  test.beforeAll(async () => void (service = await startShared()))
  test.afterAll(() => service.stop())

  test('a manager enters and the leader sees it; returned, the to-do says so; a cut line loses and doubles nothing', async ({
    page,
    browser,
    troubles,
  }) => {
    troubles.expected.push(/ERR_INTERNET_DISCONNECTED/)
    const { address } = service
    await asAdministrator(page, service)
    const wang = await account(page, address, '王芳', 'wangfang', 'manager')
    const liu = await account(page, address, '刘局', 'liuju', 'leader')

    const leader = await signedIn(browser, service, 'liuju', liu, '#/?asOf=2020-06-30')
    await expect(leader.locator('[data-screen="overview"]')).toBeVisible()
    const row = leader.locator('[data-screen="overview"] tr', { hasText: '办公楼修缮' }).first()
    await expect(row).toContainText('未填报')

    const manager = await signedIn(browser, service, 'wangfang', wang, '#/entry/3?asOf=2020-06-30')
    await expect(manager.locator('[data-screen="entry"]')).toBeVisible()
    await expect(manager.getByLabel('填报人')).toHaveCount(0)
    await type(manager, '0:1', '26')
    await expect(row).toContainText('26.00')
    await expect(manager.locator('header').getByText('已同步')).toBeVisible()

    const strip = manager.getByRole('list', { name: '各节点报送情况' })
    await strip.getByRole('button', { name: '报送6月底' }).click()
    await submitAnyway(manager)
    await leader.getByRole('link', { name: '审核', exact: true }).click()
    const round = leader.locator('tr[data-project="3"]')
    await expect(round).toContainText('待审核')
    await round.getByRole('checkbox').check()
    await leader.getByLabel('审核意见（退回时须写明要补正什么）').fill('请补报综合保障率')
    await leader.getByRole('button', { name: '退回6月底（1 个项目）' }).click()
    await expect(round).toContainText('已退回')
    await manager.getByRole('link', { name: '审核', exact: true }).click()
    await expect(manager.getByRole('region', { name: '待办' })).toContainText(
      '6月底被 刘局 退回：请补报综合保障率',
    )

    await manager.goto(`${address}#/entry/3?asOf=2020-06-30`)
    await expect(manager.locator('[data-screen="entry"]')).toBeVisible()
    const before = (await ledgerOf(page, address, PLAN)).length
    await manager.context().setOffline(true)
    for (const [index, value] of ['91', '92', '93', '94', '95'].entries()) {
      await type(manager, `${index + 1}:1`, value)
    }
    await expect(manager.locator('header').getByText(/未连上服务器，5 条已保存到本机/)).toBeVisible()
    expect(await ledgerOf(page, address, PLAN)).toHaveLength(before)
    await manager.context().setOffline(false)
    await expect(manager.locator('header').getByText('已同步')).toBeVisible()
    const after = (await ledgerOf(page, address, PLAN)).slice(before)
    expect(after.map(({ entry }) => [entry.kind, entry.subject, entry.author])).toEqual(
      [1, 2, 3, 4, 5].map((at) => ['indicator-actual', `${PLAN}/3/${at}`, '王芳']),
    )

    const stolen = await manager.context().storageState()
    expect(stolen.cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Strict')).toBe(true)
    await manager.locator('header').getByRole('link', { name: '王芳' }).click()
    await manager.getByRole('button', { name: '退出登录' }).click()
    await signIn(manager, 'liuju', liu)
    await expect(manager.locator('header').getByRole('link', { name: '刘局' })).toBeVisible()
    await leader.context().close()
    await manager.context().close()
  })

  test('what is decided offline reads as not yet done; refused for news it can be sent again; leaving with a queue asks; nothing granted is said', async ({
    page,
    browser,
    troubles,
  }) => {
    troubles.expected.push(/ERR_INTERNET_DISCONNECTED/, /status of 409/)
    const { address } = service
    await asAdministrator(page, service)
    const chen = await account(page, address, '陈红', 'chenhong', 'manager')
    const li = await account(page, address, '李局', 'liju', 'leader')

    const manager = await signedIn(browser, service, 'chenhong', chen, '#/entry/5?asOf=2020-06-30')
    await expect(manager.locator('[data-screen="entry"]')).toBeVisible()
    await type(manager, '0:1', '240')
    await manager.getByRole('button', { name: '报送6月底' }).click()
    await submitAnyway(manager)
    await expect(manager.getByRole('list', { name: '各节点报送情况' })).toContainText('待审核')

    const leader = await signedIn(browser, service, 'liju', li, '#/round?asOf=2020-06-30')
    const row = leader.locator('tr[data-project="5"]')
    await expect(row).toContainText('待审核')
    await expect(row).toContainText('按账户授权')
    const context = leader.context()
    await context.setOffline(true)
    await row.getByRole('checkbox').check()
    await leader.getByRole('button', { name: '通过6月底（1 个项目）' }).click()
    await expect(row).toContainText('通过待同步，尚未生效')
    await expect(row).toContainText('待审核')
    await expect(row).not.toContainText('已通过')
    await expect(leader.getByText('1 项办理已保存到本机，待同步，尚未生效')).toBeVisible()
    await row.getByRole('checkbox').check()
    await expect(leader.getByRole('button', { name: '通过6月底（0 个项目）' })).toBeDisabled()

    await leader.locator('header').getByRole('link', { name: '李局' }).click()
    const screen = leader.locator('[data-screen="service"]')
    await expect(screen).toContainText('未连上服务器，1 条已保存到本机')
    await expect(screen).toContainText('创业孵化基地专项补助，2020年6月30日，通过')
    await screen.getByRole('button', { name: '退出登录' }).click()
    const asked = screen.getByRole('alertdialog')
    await expect(asked).toContainText('还有 1 条没有送到服务器。')
    await expect(asked).toContainText('李局 下次在这台电脑登录后自动送出')
    await asked.getByRole('button', { name: '不退出' }).click()

    await type(manager, '1:1', '96')
    await expect(manager.locator('header').getByText('已同步')).toBeVisible()
    await context.setOffline(false)
    await expect(screen).toContainText('未能同步')
    await expect(screen).toContainText('其间他人写入')
    await expect(screen).toContainText(/陈红：创业孵化基地专项补助.*96/)
    await screen.getByRole('button', { name: '看过了，照原样再送' }).click()
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('已同步')
    await leader.getByRole('link', { name: '审核', exact: true }).click()
    await expect(row).toContainText('已通过')

    const made = await page.request.post(`${address}api/accounts`, {
      data: { name: '路人', login: 'luren', grants: [] },
    })
    const { password } = (await made.json()) as { password: string }
    const nobody = await signedIn(browser, service, 'luren', password, '')
    await expect(nobody.getByText('您的账户还没有分配项目')).toBeVisible()
    await expect(nobody.getByText('index.json')).toHaveCount(0)
    for (const other of [leader, manager, nobody]) await other.context().close()
  })

  test('a void offline leaves the figure standing; changed rights are heard at once; signing out needs no line and sends nothing', async ({
    page,
    browser,
    troubles,
  }) => {
    troubles.expected.push(/ERR_INTERNET_DISCONNECTED/)
    const { address } = service
    await asAdministrator(page, service)
    const zhou = await account(page, address, '周平', 'zhouping', 'manager')
    const manager = await signedIn(browser, service, 'zhouping', zhou, '#/entry/3?asOf=2020-06-30')
    const context = manager.context()
    const cell = manager.locator('[data-cell="0:1"]')
    await type(manager, '0:1', '30')
    await expect(manager.locator('header').getByText('已同步')).toBeVisible()
    await context.setOffline(true)
    await cell.click()
    await manager.keyboard.press('Delete')
    const dialog = manager.getByRole('dialog', { name: '作废 1 条记录' })
    await dialog.getByLabel('作废原因').fill('填错了')
    await dialog.getByRole('button', { name: '作废', exact: true }).click()
    await expect(cell).toContainText('30')
    await expect(cell).toContainText('作废待同步，尚未生效')
    await expect(manager.getByText('1 项办理已保存到本机，待同步，尚未生效')).toBeVisible()
    await context.setOffline(false)
    await expect(cell).not.toContainText('30')

    await expect(manager.locator('header').getByText('已同步')).toBeVisible()
    const { accounts } = (await (await page.request.get(`${address}api/accounts`, ONCE_MORE)).json()) as {
      accounts: { id: string; login: string }[]
    }
    const id = accounts.find(({ login }) => login === 'zhouping')?.id ?? ''
    await page.request.patch(`${address}api/accounts/${id}`, {
      ...ONCE_MORE,
      data: { grants: [{ plan: PLAN, role: 'manager', project: `${PLAN}/1` }] },
    })
    await expect(manager.getByRole('button', { name: '报送6月底' })).toBeDisabled()
    await page.request.patch(`${address}api/accounts/${id}`, {
      ...ONCE_MORE,
      data: { grants: [{ plan: PLAN, role: 'manager', project: null }] },
    })
    await expect(manager.getByRole('button', { name: '报送6月底' })).toBeEnabled()

    const before = (await ledgerOf(page, address, PLAN)).length
    await context.setOffline(true)
    await type(manager, '0:1', '31')
    await manager.locator('header').getByRole('link', { name: '周平' }).click()
    await manager.getByRole('button', { name: '退出登录' }).click()
    const asked = manager.getByRole('alertdialog')
    await expect(asked).toContainText('这台电脑上立即退出')
    await asked.getByRole('button', { name: '仍然退出' }).click()
    await expect(manager.getByText('已在这台电脑上退出')).toBeVisible()
    await context.setOffline(false)
    await manager.getByRole('button', { name: '重试' }).click()
    await expect(manager.getByLabel('登录名')).toBeVisible()
    expect((await context.request.get(`${address}api/me`, ONCE_MORE)).status()).toBe(401)
    expect(await ledgerOf(page, address, PLAN)).toHaveLength(before)
    await signIn(manager, 'zhouping', zhou)
    await expect(async () => expect(await ledgerOf(page, address, PLAN)).toHaveLength(before + 1)).toPass()
    await context.close()
  })

  test('a grant taken away while somebody types is said once; whoever has one project is shown to it; an ended session is said over the screen and the account signs in again', async ({
    page,
    browser,
  }) => {
    const { address } = service
    await asAdministrator(page, service)
    const sun = await account(page, address, '孙丽', 'sunli', 'manager')
    const manager = await signedIn(browser, service, 'sunli', sun, '#/entry/3?asOf=2020-06-30')
    const { accounts } = (await (await page.request.get(`${address}api/accounts`, ONCE_MORE)).json()) as {
      accounts: { id: string; login: string }[]
    }
    const id = accounts.find(({ login }) => login === 'sunli')?.id ?? ''
    const grant = (project: string | null) =>
      page.request.patch(`${address}api/accounts/${id}`, {
        ...ONCE_MORE,
        data: { grants: [{ plan: PLAN, role: 'manager', project }] },
      })
    const cell = manager.locator('[data-cell="0:1"]')
    await cell.click()
    await manager.keyboard.type('27')
    expect((await grant(`${PLAN}/1`)).status()).toBe(200)
    const taken = manager.getByText('您填报本项目的授权已被收回')
    await expect(taken).toBeVisible()
    await manager.keyboard.press('Enter')
    await expect(cell).not.toHaveAttribute('data-state', 'saved')
    await expect(taken).toHaveCount(1)
    await expect(manager.getByText('没有写入')).toHaveCount(0)
    await grant(null)
    await expect(taken).toHaveCount(0)
    await expect(manager.getByText('没有写入')).toHaveCount(0)
    await expect(cell).toContainText('27')

    await manager.goto(`${address}#/entries/6?asOf=2020-06-30`)
    await manager.locator('[data-screen="entries"] [data-cell="0:0"]').click()
    await grant(`${PLAN}/4`)
    const barred = manager.getByRole('status').filter({ hasText: '全部项目的授权已被收回' })
    await expect(barred).toContainText('请到获授权的项目填报本项目')
    await expect(manager.getByText('授权已被收回')).toHaveCount(1)
    await barred.getByRole('link').click()
    await expect(manager).toHaveURL(/#\/entry\/4\?/)
    await expect(manager.getByRole('button', { name: '报送6月底' })).toBeEnabled()
    await manager.getByRole('link', { name: '审核', exact: true }).click()
    const acting = manager.locator('[data-screen="round"]')
    await expect(acting.getByRole('button', { name: '报送6月底' })).toBeVisible()

    const away = await signedIn(browser, service, 'sunli', sun, '#/service')
    const places = away.locator('[data-screen="service"] tbody tr').filter({ hasText: '浏览器' })
    await expect(places).toHaveCount(2)
    await places.getByRole('button', { name: '结束' }).click()
    await expect(places).toHaveCount(1)
    const ended = manager.getByRole('status').filter({ hasText: '登录已结束，所见为' })
    await expect(ended).toBeVisible()
    await manager.getByRole('link', { name: '台账', exact: true }).click()
    await expect(ended).toBeVisible()
    await ended.getByRole('link', { name: '重新登录' }).click()
    const screen = manager.locator('[data-screen="service"]')
    await screen.getByLabel('口令', { exact: true }).fill(sun)
    await screen.getByRole('button', { name: '重新登录' }).click()
    await expect(screen.getByRole('heading', { level: 1 })).toContainText('已同步')
    await expect(ended).toHaveCount(0)
    await expect(screen.locator('tbody tr').filter({ hasText: '（本次）' })).toHaveCount(1)
    await manager.context().close()
    await away.context().close()
  })
})
