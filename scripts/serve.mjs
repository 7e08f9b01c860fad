import { isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

const USAGE = `用法：npm run serve -- [选项]（npm start -- --share 与此相同）

  --port 端口          默认 5180
  --host 地址          在哪个地址上听，默认 0.0.0.0（局域网内可以打开）；只供本机用 127.0.0.1
  --data 文件夹        数据放在哪里，默认 data/
  --tls 证书 私钥      启用加密（两个 PEM 文件）
  --behind-proxy       前面有负责加密的代理（信任它写的 X-Forwarded-For）
  --user 用户          以 root 运行时，数据库以哪个普通用户运行

  环境变量 DATABASE_URL 指向已有的 PostgreSQL 时，不用内置数据库。`

function stop(line, status = 1) {
  console.error(line)
  process.exit(status)
}

function readArguments() {
  const text = { type: 'string' }
  const flag = { type: 'boolean', default: false }
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        share: flag,
        port: { ...text, default: '5180' },
        host: { ...text, default: '0.0.0.0' },
        data: { ...text, default: 'data' },
        tls: text,
        'behind-proxy': flag,
        user: text,
        help: flag,
      },
    })
  } catch (error) {
    return stop(`${error.message}\n\n${USAGE}`)
  }
}

/** A path as it was typed; `data` itself lies in the project. */
function placed(name) {
  if (isAbsolute(name)) return name
  return name === 'data' ? `${root}/data` : resolve(process.env.INIT_CWD ?? process.cwd(), name)
}

requireNode()
const { values, positionals } = readArguments()
if (values.help) stop(USAGE, 0)
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) stop('--port 后请写 0 到 65535 的端口号。')
if ((values.tls !== undefined) !== (positionals.length === 1))
  stop(`--tls 后请写证书和私钥两个文件。\n\n${USAGE}`)
installPackages()
const { buildPages, buildService } = await import('./built.mjs')
await buildPages()
const { run } = await import(pathToFileURL(await buildService()).href)
await run({
  data: placed(values.data),
  database: process.env.DATABASE_URL || null,
  host: values.host,
  port,
  pages: `${root}/dist`,
  tls: values.tls === undefined ? null : { certificate: placed(values.tls), key: placed(positionals[0]) },
  behindProxy: values['behind-proxy'],
  user: values.user ?? null,
})
