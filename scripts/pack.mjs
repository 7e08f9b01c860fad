import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { installPackages, requireNode } from './install.mjs'
import { canBundle, linuxBundle } from './bundle/linux.mjs'
import { WINDOWS_OWED } from './bundle/notes.mjs'
import { tried } from './bundle/trial.mjs'
import { root } from './root.mjs'

const BUILT = `${root}/.cache/packed`
const PACK = folderWanted()

/** Where the files go: pack/, or the folder named after `--out`. */
function folderWanted() {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  return values.out === undefined
    ? `${root}/pack`
    : resolve(process.env.INIT_CWD ?? process.cwd(), values.out)
}

/** Every file below a folder, by its path from there. */
function filesBelow(folder, inside = '') {
  return readdirSync(`${folder}/${inside}`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${inside}${entry.name}/`) : [`${inside}${entry.name}`],
  )
}

/** Modules that went into a build, heard while it is made. */
function listening(modules) {
  return {
    name: 'listening',
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle)) modules.push(...(file.moduleIds ?? []))
    },
  }
}

function sized(name) {
  const bytes = readFileSync(`${PACK}/${name}`)
  const kilo = (count) => `${(count / 1000).toFixed(0)} KB`
  console.log(
    `  ${name}  ${kilo(bytes.length)}${/\.(?:zip|gz)$/.test(name) ? '' : `（压缩后 ${kilo(gzipSync(bytes).length)}）`}`,
  )
}

/** Packs the service, and runs what was packed before it is called done; where this machine cannot, says so. */
async function packService(noticesOf) {
  if (!canBundle()) {
    console.log('服务包只能在 Linux x64 上、装齐可选依赖后制作，这次没有做。')
    return []
  }
  console.log('构建服务包… building the service')
  const modules = []
  const { archive, node } = await linuxBundle({
    pages: BUILT,
    into: PACK,
    plugins: [listening(modules)],
    noticesOf: (more) => noticesOf([...modules, ...more]),
  })
  console.log('试运行服务包… trying it')
  await tried(archive)
  console.log(`服务包已试运行：解开、启动、填报、备份、恢复、再启动都通过（Node ${node}）。`)
  return [basename(archive)]
}

requireNode()
installPackages()
const { build } = await import('vite')
const { strToU8, zipSync } = await import('fflate')
const { withSources } = await import('./sources.mjs')

await withSources(async (load) => {
  const [{ oneFile }, { noticesText, permissive, shippedPackages }, { WEB_SERVER_NOTE }] = await Promise.all(
    ['oneFile', 'notices', 'webServerNote'].map((name) => load(`scripts/${name}.ts`)),
  )
  const modules = []
  function allPermissive(notices) {
    const refused = notices.filter(({ licence }) => !permissive(licence))
    for (const { name, licence } of refused) console.error(`不是宽松许可：${name}（${licence}）`)
    if (refused.length > 0)
      throw new Error('a package under another than a permissive licence would be shipped')
    return notices
  }
  console.log('构建静态页面… building')
  await build({
    root,
    logLevel: 'error',
    build: { outDir: BUILT, emptyOutDir: true },
    plugins: [listening(modules)],
    worker: { plugins: () => [listening(modules)] },
  })
  console.log('构建单个文件… building the one file')
  const page = await oneFile(root)
  const notices = shippedPackages(
    [...modules, ...page.modules, `${root}/node_modules/serwist/index.js`],
    root,
  )
  allPermissive(notices)
  mkdirSync(PACK, { recursive: true })
  const text = noticesText(notices)
  const files = filesBelow(BUILT).filter((name) => !name.startsWith('.'))
  writeFileSync(`${PACK}/绩效看板.html`, page.html)
  writeFileSync(`${PACK}/第三方许可.txt`, `\uFEFF${text}`)
  writeFileSync(
    `${PACK}/绩效看板-网页服务器.zip`,
    zipSync(
      {
        '安装说明.txt': strToU8(`\uFEFF${WEB_SERVER_NOTE}`),
        '第三方许可.txt': strToU8(`\uFEFF${text}`),
        ...Object.fromEntries(
          files.map((name) => [`绩效看板/${name}`, new Uint8Array(readFileSync(`${BUILT}/${name}`))]),
        ),
      },
      { level: 9 },
    ),
  )
  const service = await packService((own) =>
    noticesText(allPermissive(shippedPackages([...modules, ...own], root))),
  )
  console.log(`\n${PACK} 里有：`)
  for (const name of ['绩效看板.html', '绩效看板-网页服务器.zip', ...service, '第三方许可.txt']) sized(name)
  console.log(`\n${WINDOWS_OWED}`)
  const kinds = [...new Set(notices.map(({ licence }) => licence))].map(
    (kind) => `${kind} ${notices.filter(({ licence }) => licence === kind).length}`,
  )
  console.log(`\n随附 ${notices.length} 个第三方软件包，全部为宽松许可：${kinds.join('，')}`)
})
