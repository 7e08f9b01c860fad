import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { argumentProblem } from './argumentProblem.mjs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { withSources } from './sources.mjs'

const DATA = `${root}/public/data`
const USAGE = `用法：npm run plan -- 文件或文件夹 [更多文件…] [选项]

  从部门预算公开文件读出绩效目标表。能读：.docx .xlsx .html .htm .csv .txt，以及计划文件 .json；
  读不了的文件说明是什么、下一步怎么办。

  一份文件：写成计划文件 public/data/<编号>.json，并列入 index.json；计划文件同时输出到标准输出，
  读到什么、有什么没读懂输出到标准错误。
  多份文件（或文件夹）：逐份报告，不写文件；要写加 --write 或 --out 文件夹。

  --together          多份文件合成一份计划，与“导入”里一次放多份一样；像一份文件那样写入或输出
  --json              每份文件输出一行 JSON：file outcome answer id stands plan issues checks aside；不写文件
  --write             多份文件也写入 public/data
  --out 路径          写到别处，不动 public/data；多份文件时是文件夹，每份写成 <编号>.json，编号没有或重复时写成 <文件名>.json
  --print             只输出，不写文件
  --year 2021         年度（文件没有写明时）
  --code 323002       部门代码（文件没有写明时）
  --title 标题        公开文件标题（文件没有写明时）
  --published 日期    公开日期，如 2021-02-12（文件没有写明时）

  退出码：0 都读出了绩效目标表（--json：都有了回答）；1 有文件没有读出，或计划还不能照常使用，或用法不对。`

function say(line = '') {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(line)
  process.exit(1)
}

function readArguments() {
  const text = { type: 'string' }
  const flag = { type: 'boolean' }
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: text,
        print: flag,
        write: flag,
        json: flag,
        together: flag,
        year: text,
        code: text,
        title: text,
        published: text,
        help: flag,
      },
    })
  } catch (error) {
    return stop(`${argumentProblem(error)}\n\n${USAGE}`)
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

/** The files named, those of a folder in their order of name; what begins with a dot or ~$ is no document. */
function filesOf(named, from) {
  return named.flatMap((name) => {
    const path = resolve(from, name)
    if (!existsSync(path)) return stop(`没有找到文件：${name}`)
    if (!statSync(path).isDirectory()) return [{ name, path }]
    const inside = readdirSync(path).filter((file) => !/^(?:\.|~\$)/.test(file))
    return inside
      .sort()
      .map((file) => ({ name: join(name, file), path: join(path, file) }))
      .filter((file) => statSync(file.path).isFile())
  })
}

function findingLine({ where, what, source }) {
  return `  ${where}：${what}${source === null ? '' : `  「${source}」`}`
}

/** The files of a plan made of several: what each gives, and the projects that are still to be settled. */
function filesLines({ files, repeats }) {
  if (files.length < 2) return []
  const open = repeats.filter((repeat) => repeat.answer === null)
  return [
    ...files.map((file) => {
      if (file.answer !== null) return `  ${file.name}：${file.answer}`
      return `  ${file.name}：${file.projects} 个项目${file.joined ? '' : '，没有列入'}`
    }),
    ...open.map(({ name }) => `  ${name}：几份文件里写的不一样，请去掉其中一份再合成，或在“导入”里选定`),
  ]
}

function reportLines({ answer, found }) {
  if (found === null) return [answer]
  const indicators = found.projects.reduce((count, project) => count + project.indicators, 0)
  const lists = [
    [`要看 ${found.left.length} 处（没有读懂、没有写，或不会列入）：`, found.left],
    [`核对提示 ${found.checks.length} 处（值得问一问，原文不改）：`, found.checks],
    [`没有读入 ${found.aside.length} 处（隐藏、重复或盖住的）：`, found.aside],
  ]
  return [
    answer ?? `读到 ${found.projects.length} 张绩效目标表，${indicators} 个指标。`,
    ...filesLines(found),
    ...lists.flatMap(([heading, findings]) =>
      findings.length === 0 ? [] : ['', heading, ...findings.map(findingLine)],
    ),
  ]
}

function writeChanged(path, text) {
  const same = existsSync(path) && readFileSync(path, 'utf8') === text
  if (!same) writeFileSync(path, text)
  say(`\n${same ? '内容与已有文件相同' : '已写入'}：${relative(process.cwd(), path) || path}`)
}

function addToIndex({ id, year, department }, indexWith) {
  const path = `${DATA}/index.json`
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '{ "plans": [] }'
  const after = indexWith(before, { id, year, department })
  if (after === null) stop('public/data/index.json 读不懂，没有改动；请先改正它。')
  if (after !== before) writeChanged(path, after)
}

/** Writes one plan where it was asked for; says so and answers false when it does not stand. */
function write(found, out, indexWith) {
  if (out !== null) writeChanged(out, found.text)
  else if (found.id === null || !found.stands) {
    say('\n还缺少上面所列的内容，没有写入 public/data；可用选项补上，或用 --out 先写到别处。')
    return false
  } else {
    writeChanged(`${DATA}/${found.id}.json`, found.text)
    addToIndex(found, indexWith)
  }
  return true
}

function one({ report, name }, { out, print }, indexWith) {
  const { outcome, answer, found } = report
  if (outcome !== 'read') say(`${name}：${answer}`)
  for (const line of found === null ? [] : reportLines(report)) say(line)
  if (found !== null) process.stdout.write(found.text)
  if (found?.repeats.some((repeat) => repeat.answer === null)) return false
  return found !== null && (print || write(found, out, indexWith)) && outcome === 'read'
}

function several({ report, name }, options, indexWith) {
  const { outcome, found } = report
  process.stdout.write(`${[`■ ${name}`, ...reportLines(report)].join('\n')}\n\n`)
  if (outcome !== 'read') return false
  const { out, print, written } = options
  if (print || !(options.write || out !== null)) return true
  if (out === null) return write(found, null, indexWith)
  mkdirSync(out, { recursive: true })
  const plain = found.id === null || written.has(found.id) ? basename(name) : found.id
  written.add(plain)
  return write(found, join(out, `${plain}.json`), indexWith)
}

requireNode()
const { values, positionals } = readArguments()
if (values.help || positionals.length === 0) {
  say(USAGE)
  process.exit(values.help ? 0 : 1)
}
const from = process.env.INIT_CWD ?? process.cwd()
const given = statedIn(values)
const files = filesOf(positionals, from)
if (files.length === 0) stop(`文件夹里没有文件：${positionals.join('、')}`)
installPackages()
await withSources(async (load) => {
  const { planOf, planOfAll, reportObject, indexWith } = await load('scripts/planOf.ts')
  const options = {
    ...values,
    out: values.out === undefined ? null : resolve(from, values.out),
    written: new Set(),
  }
  const tell = files.length === 1 ? one : several
  if (values.together) {
    const read = files.map(({ name, path }) => ({
      name: basename(name),
      bytes: new Uint8Array(readFileSync(path)),
    }))
    const report = await planOfAll(read, given)
    if (values.json) process.stdout.write(`${JSON.stringify(reportObject(report))}\n`)
    else if (!one({ report, name: report.file }, options, indexWith)) process.exitCode = 1
    return
  }
  for (const { name, path } of files) {
    const bytes = new Uint8Array(readFileSync(path))
    const report = await planOf(bytes, name, basename(name), given)
    if (values.json) process.stdout.write(`${JSON.stringify(reportObject(report))}\n`)
    else if (!tell({ report, name }, options, indexWith)) process.exitCode = 1
  }
})
