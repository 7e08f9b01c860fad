import { isIP } from 'node:net'
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { argumentProblem } from './argumentProblem.mjs'

/** The options of a service in words, for the usage of a command. */
export const OPTION_LINES = `  --port 端口          默认 5180
  --host 地址          在哪个地址上听，默认 0.0.0.0（局域网内可以打开）；只供本机用 127.0.0.1
  --data 文件夹        数据放在哪里，默认 data/
  --tls 证书 私钥      启用加密（两个 PEM 文件）
  --behind-proxy       前面有负责加密的代理，在这台机器上（只信任它写的 X-Forwarded-For）
  --proxy 地址         代理在别的机器上时，它的 IP 地址（意思包含 --behind-proxy）
  --user 用户          以 root 运行时，数据库以哪个普通用户运行

  环境变量 DATABASE_URL 指向已有的 PostgreSQL 时，不用内置数据库。`

const text = { type: 'string' }
const flag = { type: 'boolean', default: false }

/** A path as it was typed; `data` itself lies in the home of the product. */
function placed(name, home) {
  if (isAbsolute(name)) return name
  return name === 'data' ? join(home, 'data') : resolve(process.env.INIT_CWD ?? process.cwd(), name)
}

function parsed(args, options) {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    return { problem: argumentProblem(error) }
  }
}

/** What a service is asked to run with, by a command's arguments; or `{ problem }`, a sentence, `''` where only help was wanted. */
export function serviceAsked(args, home, pages) {
  const { values, positionals, problem } = parsed(args, {
    share: flag,
    port: { ...text, default: '5180' },
    host: { ...text, default: '0.0.0.0' },
    data: { ...text, default: 'data' },
    tls: text,
    'behind-proxy': flag,
    proxy: text,
    user: text,
    help: flag,
  })
  if (problem !== undefined) return { problem }
  if (values.help) return { problem: '' }
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return { problem: '--port 后请写 0 到 65535 的端口号。' }
  if ((values.tls !== undefined) !== (positionals.length === 1))
    return { problem: '--tls 后请写证书和私钥两个文件。' }
  if (values.proxy !== undefined && isIP(values.proxy) === 0)
    return { problem: '--proxy 后请写代理的 IP 地址。' }
  return {
    asked: {
      data: placed(values.data, home),
      database: process.env.DATABASE_URL || null,
      host: values.host,
      port,
      pages,
      tls:
        values.tls === undefined
          ? null
          : { certificate: placed(values.tls, home), key: placed(positionals[0], home) },
      behindProxy: values['behind-proxy'] || values.proxy !== undefined,
      proxy: values.proxy ?? null,
      user: values.user ?? null,
    },
  }
}

/** Whose data a command cares for and which folder it names (`otherwise` where none is), by its arguments; or `{ problem }`. */
export function careAsked(args, home, otherwise) {
  const { values, positionals, problem } = parsed(args, {
    data: { ...text, default: 'data' },
    user: text,
    help: flag,
  })
  if (problem !== undefined) return { problem }
  const [folder = otherwise] = positionals
  if (values.help || folder === undefined) return { problem: '' }
  return {
    whose: {
      data: placed(values.data, home),
      database: process.env.DATABASE_URL || null,
      user: values.user ?? null,
    },
    folder: resolve(process.env.INIT_CWD ?? process.cwd(), folder),
  }
}

const SENTENCES = {
  'no-data': ({ about }) =>
    `这个文件夹里没有服务的数据，没有备份：${about}。请用 --data 指明服务的数据文件夹。`,
  'no-backup': ({ about }) => `这里没有备份：${about}`,
  'backups-inside': ({ about }) =>
    `这个文件夹本身不是备份，里面有备份。请写明恢复哪一个（最新的在前）：\n${about}`,
  newer: () => '备份来自更新的版本，请先升级本程序。',
  damaged: ({ about }) => `备份已损坏（${about} 的校验值不符），没有恢复。`,
  'not-empty': () => '要恢复到的数据库里已有数据，没有恢复。请换一个空的数据文件夹或数据库。',
}

/** Why a backup or a restore was not done, as a sentence; `otherwise` has the words for what the system or the database refused. */
export function careSentence(error, otherwise) {
  return SENTENCES[error.kind]?.(error) ?? `没有完成。${otherwise(error)}`
}

/** Says why a command stops and ends it: with its usage where it was used wrongly, or asked for help. */
export function stopWith(problem, usage) {
  console.error(problem === '' ? usage : `${problem}\n\n${usage}`)
  process.exit(problem === '' ? 0 : 1)
}
