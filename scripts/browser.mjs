import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]
const { ProgramFiles, LOCALAPPDATA } = process.env
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    ProgramFiles && join(ProgramFiles, 'Google/Chrome/Application/chrome.exe'),
    process.env['ProgramFiles(x86)'] &&
      join(process.env['ProgramFiles(x86)'], 'Microsoft/Edge/Application/msedge.exe'),
    LOCALAPPDATA && join(LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
  ],
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const FIREFOX = {
  names: ['firefox-esr', 'firefox'],
  places: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: [ProgramFiles && join(ProgramFiles, 'Mozilla Firefox/firefox.exe')],
  },
}

/** The path of a Chromium, Chrome or Edge on this machine (CHROMIUM_PATH first); `null` when there is none. */
export function findBrowser() {
  return find(process.env.CHROMIUM_PATH, NAMES, PLACES)
}

function find(stated, names, places) {
  if (stated) return runs(stated) ? stated : null
  const known = (places[process.platform] ?? []).filter(Boolean)
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...known, ...onPath].find(runs) ?? null
}

const WEBKIT = { names: ['WebKitWebDriver'], places: {} }

function has(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

function lacksChineseFont() {
  if (process.platform !== 'linux') return false
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return fonts.status !== 0 || fonts.stdout.trim() === ''
}

function aptInstall(packages) {
  if (process.platform !== 'linux' || !has('apt-get', ['--version'])) return false
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && !has('sudo', ['-n', 'true'])) return false
  const apt = (...args) =>
    spawnSync([...asRoot, 'apt-get'][0], [...asRoot, 'apt-get', ...args].slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  console.log(`安装 ${packages.join('、')}… installing by apt`)
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}

/** Finds a browser and, on Linux, a Chinese font; installs what is missing by the platform's means, or says what to do and ends. */
export function requireBrowser() {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(lacksChineseFont() ? ['fonts-noto-cjk'] : [])]
  if (missing.length > 0 && !process.env.CHROMIUM_PATH) aptInstall(missing)
  const browser = findBrowser()
  if (browser) {
    if (lacksChineseFont())
      console.warn('没有中文字体：测试照常进行，截图中的汉字会是方框。请安装 fonts-noto-cjk。')
    return browser
  }
  console.error(
    process.env.CHROMIUM_PATH
      ? `CHROMIUM_PATH 指向的 ${process.env.CHROMIUM_PATH} 不能运行。请改正或去掉它。`
      : '没有找到 Chromium、Chrome 或 Edge，也不能代为安装。请安装其中之一，或用环境变量 CHROMIUM_PATH 指明它的位置，再运行 npm test。\nNo Chromium, Chrome or Edge was found: install one, or set CHROMIUM_PATH.',
  )
  process.exit(1)
}

/** The path of a Firefox (FIREFOX_PATH first), installed where the platform offers one; `null`, said plainly, where it is not to be had. */
export function wantFirefox() {
  const look = () => find(process.env.FIREFOX_PATH, FIREFOX.names, FIREFOX.places)
  const firefox = look() ?? (process.env.FIREFOX_PATH || !aptInstall(['firefox-esr']) ? null : look())
  if (firefox === null)
    console.warn(
      '没有 Firefox，也不能代为安装：三种身份的流程没有在 Firefox 中运行，其余测试照常。可安装 firefox-esr，或用环境变量 FIREFOX_PATH 指明。\nNo Firefox here: the three roles were not run in it.',
    )
  return firefox
}

/** The path of WebKitGTK's driver (WEBKIT_DRIVER first) on a machine with a screen or xvfb; `null`, said plainly, where there is none. */
export function wantWebKit() {
  const driver = find(process.env.WEBKIT_DRIVER, WEBKIT.names, WEBKIT.places)
  if (driver && (process.env.DISPLAY || find(undefined, ['xvfb-run'], {}))) return driver
  console.warn(
    '没有 WebKitGTK 的 WebKitWebDriver（或没有屏幕和 xvfb）：三种身份的流程没有在 WebKit 中运行，其余测试照常。可安装 webkit2gtk-driver 和 xvfb。\nNo WebKit here: the three roles were not run in it.',
  )
  return null
}
