import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

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

/** Loads modules of src/ as they are, through one server so that they share one arithmetic. */
async function load(...paths) {
  const { createServer } = await import('vite')
  const server = await createServer({
    root,
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    logLevel: 'error',
  })
  try {
    return await Promise.all(paths.map((path) => server.ssrLoadModule(`/src/${path}`)))
  } finally {
    await server.close()
  }
}

requireNode()
const [name, ...rest] = process.argv.slice(2)
if (name === undefined || rest.length > 0) fail(USAGE)
const text = await textOf(name)
installPackages()
const [{ scoreFile }, { scoredRows, scoreFileText }] = await load(
  'documents/scoreRows.ts',
  'format/scoring/scoreRowText.ts',
)
const scored = scoreFile(text)
if (scored.kind === 'fault') fail(scoreFileText(scored.fault))
process.stdout.write(`${JSON.stringify(scoredRows(scored.rows), null, 2)}\n`)
