import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { argumentProblem } from './argumentProblem.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { withSources } from './sources.mjs'

const LARGEST = 64 * 1024 * 1024
const USAGE = `用法：npm run -s payments -- 文件 [选项]

  读一份支付清单（.csv、.xlsx，或名为 .xls 的网页、文本表格），输出它会录入什么：一个 JSON。
  金额以元计；ticked 是不必再问就会录入的行，why 说明为什么没有勾选或值得留意。

  --plan 编号        哪一份计划（不写时取 index.json 中的第一份）
  --ledger 文件      已有的台账或交接文件，用来认出已在台账的支付
  --take 文件        把勾选的行写成台账文件，--ledger 和 board 都能读`

function stop(line, status = 1) {
  console.error(line)
  process.exit(status)
}

function readArguments() {
  const text = { type: 'string' }
  try {
    return parseArgs({
      allowPositionals: true,
      options: { plan: text, ledger: text, take: text, help: { type: 'boolean', default: false } },
    })
  } catch (error) {
    return stop(`${argumentProblem(error)}\n\n${USAGE}`)
  }
}

/** A relative name is taken from where the command was typed. */
function pathOf(name) {
  const from = process.env.npm_lifecycle_event === 'payments' ? process.env.INIT_CWD : undefined
  return resolve(from ?? process.cwd(), name)
}

function bytesOf(name) {
  try {
    const bytes = new Uint8Array(readFileSync(pathOf(name)))
    return bytes.length > LARGEST ? stop(`文件太大：${name}，最多 ${LARGEST / 1024 / 1024} MB。`) : bytes
  } catch (error) {
    return stop(error.code === 'ENOENT' ? `没有这个文件：${name}` : `文件打不开：${name}（${error.code}）`)
  }
}

function dataText(name) {
  const path = `${root}/public/data/${name}`
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

requireNode()
const { values, positionals } = readArguments()
const [named, ...more] = positionals
if (values.help) stop(USAGE, 0)
if (named === undefined || more.length > 0) stop(USAGE)
const bytes = bytesOf(named)
const ledger = values.ledger === undefined ? null : bytesOf(values.ledger)
installPackages()
await withSources(async (load) => {
  const { paymentsOf } = await load('scripts/paymentsOf.ts')
  const found = paymentsOf({ name: basename(named), bytes, plan: values.plan, ledger }, dataText)
  if (!found.ok) return stop(found.problem)
  if (values.take !== undefined) writeFileSync(pathOf(values.take), found.taken)
  return process.stdout.write(`${JSON.stringify(found.answer, null, 2)}\n`)
})
