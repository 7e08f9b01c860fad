import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { preview } from 'vite'
import { root } from '../../scripts/root.mjs'
import { journeys } from '../roles/journeys.mjs'
import { openBrowser, startDriver } from './driver.mjs'

const home = mkdtempSync(join(tmpdir(), 'jixiao-webkit-'))
let server
let driver
let browser

before(async () => {
  server = await preview({ root, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  driver = await startDriver(process.env.WEBKIT_DRIVER, home)
})

after(async () => {
  await driver?.close()
  await server?.close()
  rmSync(home, { recursive: true, force: true })
})

const hand = new Proxy(
  {},
  {
    get:
      (_, act) =>
      (...given) =>
        browser.hand[act](...given),
  },
)
for (const [name, journey] of Object.entries(journeys(hand)))
  test(name, async () => {
    browser = await openBrowser(driver.call, `http://127.0.0.1:${server.httpServer.address().port}/`)
    try {
      await journey()
    } finally {
      await browser.close()
    }
  })
