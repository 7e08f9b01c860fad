import { isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildService } from './built.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

/** A path as it was typed, from where the command was typed. */
function placed(name) {
  return isAbsolute(name) ? name : resolve(process.env.INIT_CWD ?? process.cwd(), name)
}

function stop(line, status = 1) {
  console.error(line)
  process.exit(status)
}

/** Runs a command that cares for the service's data: `name` of the bundle, on the data of the arguments and a folder. */
export async function care(name, usage, otherwise) {
  requireNode()
  const text = { type: 'string' }
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: text, user: text, help: { type: 'boolean', default: false } },
  })
  const [folder = otherwise] = positionals
  if (values.help || folder === undefined) stop(usage, values.help ? 0 : 1)
  installPackages()
  const bundle = await import(pathToFileURL(await buildService()).href)
  const whose = {
    data: values.data === undefined ? `${root}/data` : placed(values.data),
    database: process.env.DATABASE_URL || null,
    user: values.user ?? null,
  }
  try {
    await bundle[name](whose, placed(folder))
  } catch (error) {
    stop(SENTENCES[error.kind]?.(error) ?? `没有完成：${error.message}`)
  }
}

const SENTENCES = {
  'no-backup': ({ about }) => `这里没有备份：${about}`,
  newer: () => '备份来自更新的版本，请先升级本程序。',
  damaged: ({ about }) => `备份已损坏（${about} 的校验值不符），没有恢复。`,
  'not-empty': () => '要恢复到的数据库里已有数据，没有恢复。请换一个空的数据文件夹或数据库。',
}
