import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { installPackages, requireNode } from './install.mjs'
import { withSources } from './sources.mjs'

const USAGE =
  '用法：npm run score -- FILE，FILE 是 JSON 数组：[ { "target": "≥95%", "actual": "92%", "weight": 10 } ]'

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The file's text; a relative name is taken from where the command was typed. */
async function textOf(name) {
  const from = process.env.npm_lifecycle_event === 'score' ? process.env.INIT_CWD : undefined
  const bytes = await readFile(resolve(from ?? process.cwd(), name)).catch((error) =>
    fail(error.code === 'ENOENT' ? `没有这个文件：${name}` : `文件打不开：${name}（${error.code}）`),
  )
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fail(`文件不是 UTF-8 编码：${name}。请另存为 UTF-8。`)
  }
}

requireNode()
const [name, ...rest] = process.argv.slice(2)
if (name === undefined || rest.length > 0) fail(USAGE)
const text = await textOf(name)
installPackages()
await withSources(async (load) => {
  const { scoreFile } = await load('src/documents/scoreRows.ts')
  const { scoredRows, scoreFileText } = await load('src/format/scoring/scoreRowText.ts')
  const scored = scoreFile(text)
  if (scored.kind === 'fault') return fail(scoreFileText(scored.fault))
  return process.stdout.write(`${JSON.stringify(scoredRows(scored.rows), null, 2)}\n`)
})
