import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as later } from 'node:timers/promises'

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const ENTER = '\uE007'
const PATIENCE = 120_000
const PAUSE = 100

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address()
  await new Promise((closed) => server.close(closed))
  return port
}

/** Tries an act until it gives something; what it last failed with is thrown when it never does. */
async function insist(act, what) {
  const end = performance.now() + PATIENCE
  let last
  while (performance.now() < end) {
    try {
      const got = await act()
      if (got !== false && got !== null) return got
      last = null
    } catch (error) {
      last = error
    }
    await later(PAUSE)
  }
  throw new Error(`never came: ${what}`, { cause: last })
}

/** Starts WebKitGTK's own driver, on a screen of its own where there is none; `close` ends both. */
export async function startDriver(command, home) {
  const address = `http://127.0.0.1:${await freePort()}`
  const driver = [command, `--port=${new URL(address).port}`]
  const [program, ...args] = process.env.DISPLAY ? driver : ['xvfb-run', '-a', ...driver]
  const child = spawn(program, args, {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      HOME: home,
      XDG_DOWNLOAD_DIR: home,
      LANG: 'zh_CN.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  })
  const ended = new Promise((end) => child.once('exit', end))
  async function call(method, path, body) {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
    return value
  }
  await insist(() => call('GET', '/status'), 'the driver')
  return {
    call,
    close: async () => {
      process.kill(-Number(child.pid))
      await ended
    },
  }
}

/** A browser of its own without a history, and its hand (tests/roles/journeys.mjs). */
export async function openBrowser(call, board) {
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: {} } })
  const ask = (method, path, body) => call(method, `/session/${sessionId}${path}`, body)
  await ask('POST', '/window/rect', { width: 1440, height: 1000 })
  const read = (expression) => ask('POST', '/execute/sync', { script: `return (${expression})`, args: [] })
  const find = async (using, value) => (await ask('POST', '/element', { using, value }))[ELEMENT]
  const insistOn = (using, value, act) =>
    insist(async () => {
      const element = await find(using, value)
      if (!(await ask('GET', `/element/${element}/enabled`))) return false
      await act(element)
      return true
    }, value)
  const click = (element) => ask('POST', `/element/${element}/click`, {})
  const type = async (keys) => {
    const active = await ask('GET', '/element/active')
    await ask('POST', `/element/${active[ELEMENT]}/value`, { text: keys })
  }
  return {
    hand: {
      goTo: (path) => ask('POST', '/url', { url: `${board}${path}` }),
      reload: () => ask('POST', '/refresh', {}),
      see: (selector) => insistOn('css selector', selector, () => null),
      fill: (selector, text) =>
        insistOn('css selector', selector, async (element) => {
          if ((await ask('GET', `/element/${element}/name`)).toLowerCase() === 'select')
            return click(await find('css selector', `${selector} option[value="${text}"]`))
          await ask('POST', `/element/${element}/clear`, {})
          await ask('POST', `/element/${element}/value`, { text })
        }),
      click: (selector) => insistOn('css selector', selector, click),
      press: (name) => insistOn('xpath', `//button[normalize-space(.)="${name}"]`, click),
      type,
      enter: () => type(ENTER),
      until: (expression) => insist(() => read(`Boolean(${expression})`), expression),
      read,
    },
    close: () => ask('DELETE', ''),
  }
}
