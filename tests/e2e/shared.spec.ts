import type { Page } from '@playwright/test'
import { expect, submitAnyway, test } from './board'
import {
  beginAs,
  HAS_DATABASE,
  ledgerOf,
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
    await beginAs(page, service, '管理员')
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
})
