import { existsSync, statSync } from 'node:fs'
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

/** Installs the packages when they are missing or older than the lock file; stdout is left to the command's own answer. */
export function installPackages() {
  const marker = `${root}/node_modules/.package-lock.json`
  const lock = `${root}/package-lock.json`
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return
  console.error('安装依赖（首次约半分钟）… installing packages')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('依赖没有装好：请检查网络或 npm 源后重试。The packages could not be installed.')
  process.exit(status ?? 1)
}
