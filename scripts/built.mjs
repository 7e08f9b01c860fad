import { existsSync, readdirSync, statSync } from 'node:fs'
import { root } from './root.mjs'

const PAGE_SOURCES = ['index.html', 'package-lock.json', 'vite.config.ts', 'scripts', 'src', 'public']
const SERVICE_SOURCES = ['package-lock.json', 'scripts', 'server', 'src/domain', 'src/documents']
const SERVICE = `${root}/.cache/service`

/** The newest change below a path, in milliseconds. */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(`${path}/${name}`)), stat.mtimeMs)
}

function isFresh(file, sources) {
  return (
    existsSync(file) &&
    statSync(file).mtimeMs >= Math.max(...sources.map((name) => newest(`${root}/${name}`)))
  )
}

/** Builds the pages into dist/ when something of them changed; whoever starts the board reads our sentences, and the bundler only where it fails. */
export async function buildPages() {
  if (isFresh(`${root}/dist/index.html`, PAGE_SOURCES)) return
  const { build } = await import('vite')
  console.log('构建页面… building')
  await build({ root, logLevel: 'error' })
}

/** Builds the service into one file when something of it changed, and gives its path; its packages stay beside it. */
export async function buildService() {
  const file = `${SERVICE}/main.mjs`
  if (isFresh(file, SERVICE_SOURCES)) return file
  const { build } = await import('vite')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': `${root}/src` } },
    build: {
      ssr: `${root}/server/main.ts`,
      outDir: SERVICE,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  return file
}
