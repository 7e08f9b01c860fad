import { existsSync, readdirSync, statSync } from 'node:fs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

const FIRST_PORT = 5173
const SOURCES = ['index.html', 'package-lock.json', 'vite.config.ts', 'scripts', 'src', 'public']

/** The newest change below a path, in milliseconds. */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(`${path}/${name}`)), stat.mtimeMs)
}

function built() {
  const page = `${root}/dist/index.html`
  return (
    existsSync(page) &&
    statSync(page).mtimeMs >= Math.max(...SOURCES.map((name) => newest(`${root}/${name}`)))
  )
}

function wantedPort() {
  const at = process.argv.indexOf('--port')
  const port = Number(at === -1 ? FIRST_PORT : process.argv[at + 1])
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  console.error('--port 后请写 1 到 65535 的端口号，例如：npm start -- --port 8080')
  process.exit(1)
}

requireNode()
const port = wantedPort()
installPackages()
const { build, preview } = await import('vite')
if (!built()) {
  console.log('构建页面… building')
  await build({ root, logLevel: 'warn' })
}
const server = await preview({ root, preview: { host: '127.0.0.1', port, strictPort: false } })
const address = server.resolvedUrls?.local[0]
console.log(
  `\n绩效看板已在本机运行，请在浏览器打开：\n\n  ${address}          真实数据\n  ${address}?demo     演示数据\n\n按 Ctrl+C 结束。`,
)
process.on('SIGINT', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
