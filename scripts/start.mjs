import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

const FIRST_PORT = 5173

function wantedPort() {
  const at = process.argv.indexOf('--port')
  const port = Number(at === -1 ? FIRST_PORT : process.argv[at + 1])
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  console.error('--port 后请写 1 到 65535 的端口号，例如：npm start -- --port 8080')
  process.exit(1)
}

async function startAlone() {
  const port = wantedPort()
  installPackages()
  const { buildPages } = await import('./built.mjs')
  await buildPages()
  const { preview } = await import('vite')
  const server = await preview({ root, preview: { host: '127.0.0.1', port, strictPort: false } })
  const address = server.resolvedUrls?.local[0]
  console.log(
    `\n绩效看板已在本机运行，请在浏览器打开：\n\n  ${address}          真实数据\n  ${address}?demo     演示数据\n\n按 Ctrl+C 结束。`,
  )
  process.on('SIGINT', () => process.exit(0))
  process.on('SIGTERM', () => process.exit(0))
}

requireNode()
if (process.argv.includes('--share')) await import('./serve.mjs')
else await startAlone()
