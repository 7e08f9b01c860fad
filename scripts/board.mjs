import { readFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { argumentProblem } from './argumentProblem.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { withSources } from './sources.mjs'

const USAGE = `用法：npm run -s board -- [选项] [文件…]

  把交接文件、台账文件或备份文件并在一起，按看板的算法算出各项目和部门的数字，输出一个 JSON。
  不给文件时只有计划。金额以元计，比率以百分数计（四舍五入到 6 位小数）。

  --plan 编号        哪一份计划（不写时取 index.json 中的第一份）
  --as-of 日期       截至哪一天，如 2020-06-30
  --known-on 日期    只算到这一天（北京时间当天结束）为止记下的（文件里没有服务器收到的时刻，按记录时间算）
  --demo             用演示数据`

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
      options: { plan: text, 'as-of': text, 'known-on': text, demo: flag, help: flag },
    })
  } catch (error) {
    return stop(`${argumentProblem(error)}\n\n${USAGE}`)
  }
}

/** A file as it was named; a relative name is taken from where the command was typed. */
async function given(name) {
  const from = process.env.npm_lifecycle_event === 'board' ? process.env.INIT_CWD : undefined
  try {
    return { name, bytes: new Uint8Array(await readFile(resolve(from ?? process.cwd(), name))) }
  } catch (error) {
    return { name, unread: error.code === 'ENOENT' ? '没有这个文件。' : `文件打不开（${error.code}）。` }
  }
}

function dataText(name) {
  const path = `${root}/public/data/${name}`
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

requireNode()
const { values, positionals } = readArguments()
if (values.help) stop(USAGE, 0)
const files = await Promise.all(positionals.map(given))
installPackages()
await withSources(async (load) => {
  const { boardOf } = await load('scripts/boardOf.ts')
  const asked = {
    plan: values.plan,
    asOf: values['as-of'],
    knownOn: values['known-on'],
    demo: values.demo,
    files,
  }
  const found = boardOf(asked, dataText)
  if (!found.ok) return stop(found.problem)
  process.stdout.write(`${JSON.stringify(found.answer, null, 2)}\n`)
  process.exitCode = found.unread ? 1 : 0
})
