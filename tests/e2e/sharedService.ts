import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Browser, type Page } from '@playwright/test'
import { started } from '../../scripts/trials/running.mjs'
import { installedEngine } from '../../server/embedded/binaries'
import { temporaryFolder } from '../server/databases'

/** Whether the PostgreSQL that is brought along is here; it is an optional package. */
export const HAS_DATABASE = installedEngine(fileURLToPath(import.meta.url)) !== null

/** The password of the first administrator. */
export const PASSWORD = '开工大吉-一帆风顺-二〇'

/** A shared service that serves the built page, in a process of its own. */
export interface SharedService {
  readonly address: string
  readonly code: string
  stop(): Promise<void>
}

/** Starts a service on a new data folder. */
export async function startShared(): Promise<SharedService> {
  const folder = temporaryFolder()
  const pages = fileURLToPath(new URL('../../dist', import.meta.url))
  const { address, code, stop } = await started(join(folder, 'data'), { pages })
  return {
    address: `${address}/`,
    code,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes the first administrator on the page, as the console says. */
export async function beginAs(page: Page, { address, code }: SharedService, name: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('一次性代码').fill(code)
  await page.getByLabel(/姓名/).fill(name)
  await page.getByLabel('登录名').fill('admin')
  await page.getByLabel('口令（至少 10 位）').fill(PASSWORD)
  await page.getByLabel('再输一次口令').fill(PASSWORD)
  await page.getByRole('button', { name: '设立并登录' }).click()
  await expect(page.locator('[data-screen="overview"]')).toBeVisible()
}

/** Signs in on a browser of one's own and opens a screen. */
export async function signedIn(
  browser: Browser,
  { address }: SharedService,
  login: string,
  password: string,
  hash: string,
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.goto(`${address}${hash}`)
  await signIn(page, login, password)
  return page
}

/** Signs in where the page asks for it. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  const asked = page.locator('[data-screen="sign-in"]')
  await asked.getByLabel('登录名').fill(login)
  await asked.getByLabel('口令', { exact: true }).fill(password)
  await asked.getByRole('button', { name: '登录' }).click()
}

/** A line that the service shut for idleness is opened anew: asked once more. */
export const ONCE_MORE = { maxRetries: 1 } as const

/** What the service's ledger of a plan holds, in its order. */
export async function ledgerOf(page: Page, address: string, plan: string) {
  const answer = await page.request.get(`${address}api/plans/${plan}/entries?after=0&limit=2000`, ONCE_MORE)
  const { entries } = (await answer.json()) as {
    entries: { position: number; entry: { kind: string; subject: string; author: string; id: string } }[]
  }
  return entries
}
