import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { root } from './root.mjs'

const OLDEST = [20, 19]

/** Stops with a sentence when this Node is too old to build the product. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(`需要 Node ${OLDEST.join('.')} 或更新的版本，现在是 ${process.versions.node}。请升级后重试。`)
  console.error(`Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

const LOCK = `${root}/package-lock.json`
/** A copy of the lock file that the packages were installed by: a checkout changes the lock's time, not always what it says. */
const INSTALLED = `${root}/node_modules/.installed-lock.json`

/** Whether the bundler has its part for this machine: npm counts it among the optional packages, so `npm ci --omit=optional` leaves it out and nothing can be built. */
function canBuild() {
  const parts = `${root}/node_modules/@rolldown`
  return existsSync(parts) && readdirSync(parts).some((name) => name.startsWith('binding-'))
}

function installed() {
  const marker = `${root}/node_modules/.package-lock.json`
  if (!existsSync(marker) || !canBuild()) return false
  if (existsSync(INSTALLED)) return readFileSync(INSTALLED, 'utf8') === readFileSync(LOCK, 'utf8')
  return statSync(marker).mtimeMs >= statSync(LOCK).mtimeMs
}

/** Installs the packages when they are missing or not those of the lock file; stdout is left to the command's own answer. */
export function installPackages() {
  if (installed()) return
  console.error('安装依赖（首次约半分钟）… installing packages')
  const { status } = spawnSync(
    'npm',
    ['ci', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (status === 0) return copyFileSync(LOCK, INSTALLED)
  console.error('依赖没有装好：请检查网络或 npm 源后重试。The packages could not be installed.')
  process.exit(status ?? 1)
}
