import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { withSources } from './sources.mjs'

const LARGEST = 64 * 1024 * 1024
const DATA = `${root}/public/data`
const USAGE = `用法：npm run plan -- 文件 [选项]

  从部门预算公开文件读出绩效目标表，写成计划文件 public/data/<编号>.json，并列入 index.json；
  计划文件同时输出到标准输出，读到什么、有什么没读懂输出到标准错误。

  --out 路径          写到别处，不动 public/data
  --print             只输出，不写文件
  --year 2021         年度（文件没有写明时）
  --code 323002       部门代码（文件没有写明时）
  --title 标题        公开文件标题（文件没有写明时）
  --published 日期    公开日期，如 2021-02-12（文件没有写明时）`

function say(line = '') {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}

function readArguments() {
  const text = { type: 'string' }
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: text,
        print: { type: 'boolean' },
        year: text,
        code: text,
        title: text,
        published: text,
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return stop(`${error.message}\n\n${USAGE}`)
  }
}

function statedIn({ year, code, title, published }) {
  if (year !== undefined && !/^20\d{2}$/.test(year)) stop('--year 后请写四位年份，例如 --year 2021')
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published))
    stop('--published 后请写日期，例如 --published 2021-02-12')
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(code === undefined ? {} : { code }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
  }
}

function readBytes(path, named) {
  if (!existsSync(path)) stop(`没有找到文件：${named}`)
  const { size } = statSync(path)
  if (!statSync(path).isFile()) stop(`这不是文件：${named}`)
  if (size > LARGEST)
    stop(`文件太大：${named} 有 ${Math.round(size / 1024 / 1024)} MB，最多 ${LARGEST / 1024 / 1024} MB。`)
  return new Uint8Array(readFileSync(path))
}

function sayFound({ found, issues, faults, checks }) {
  say(`读到 ${found.projects} 张绩效目标表，${found.indicators} 个指标。`)
  if (issues.length > 0) say(`\n读文件时留意到 ${issues.length} 处：`)
  for (const { where, what, source } of issues)
    say(`  ${where}：${what}${source === null ? '' : `  「${source}」`}`)
  if (faults.length > 0) say(`\n计划文件还不能照常使用，有 ${faults.length} 处：`)
  for (const { where, what, mend } of faults) say(`  ${where}：${what}。${mend}`)
  if (checks.length > 0) say(`\n数据核对有 ${checks.length} 处值得问一问（原文不改）：`)
  for (const { name, text, where } of checks) {
    say(`  ${name}：${text}`)
    for (const cell of where) say(`    ${cell}`)
  }
}

function writeChanged(path, text) {
  const same = existsSync(path) && readFileSync(path, 'utf8') === text
  if (!same) writeFileSync(path, text)
  say(`\n${same ? '内容与已有文件相同' : '已写入'}：${relative(process.cwd(), path) || path}`)
}

function addToIndex(plan, indexWith) {
  const path = `${DATA}/index.json`
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '{ "plans": [] }'
  const after = indexWith(before, { id: plan.id, year: plan.year, department: plan.department })
  if (after === null) stop('public/data/index.json 读不懂，没有改动；请先改正它。')
  if (after !== before) writeChanged(path, after)
}

requireNode()
const { values, positionals } = readArguments()
const [named, ...more] = positionals
if (values.help || named === undefined || more.length > 0) {
  say(USAGE)
  process.exit(values.help ? 0 : 1)
}
const from = process.env.INIT_CWD ?? process.cwd()
const given = statedIn(values)
const bytes = readBytes(resolve(from, named), named)
installPackages()
await withSources(async (load) => {
  const { planOf, indexWith } = await load('scripts/planOf.ts')
  const plan = await planOf(bytes, basename(named), given)
  if (!plan.ok) stop(`${named}：${plan.problem}`)
  sayFound(plan)
  process.stdout.write(plan.text)
  if (values.out !== undefined) writeChanged(resolve(from, values.out), plan.text)
  else if (!values.print) {
    if (plan.id === null || !plan.stands) {
      say('\n还缺少上面所列的内容，没有写入 public/data；可用选项补上，或用 --out 先写到别处。')
      process.exitCode = 1
    } else {
      writeChanged(`${DATA}/${plan.id}.json`, plan.text)
      addToIndex(plan, indexWith)
    }
  }
})
