import { readdirSync, readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { build, type Plugin, type Rolldown } from 'vite'
import { withPolicy } from './contentPolicy.ts'
import { iconAddress } from './firstVisit.ts'
import { guidePages, VUE_FILES } from './guidePages.ts'
import { VUE_PARTS } from './vueParts.ts'

const WORKER =
  /new Worker\(new URL\('\.{1,2}\/workers\/(\w+)\.worker\.ts', import\.meta\.url\), \{ type: 'module' \}\)/g
const STORE = /(['"`])jixiao-board/g
const FOOT =
  '<p class="desk-foot">单机版：填报只存在这台电脑的这个浏览器里，不在这个文件里。换浏览器、换电脑、清理浏览数据或重装系统之前，请到“交接”页，点“备份到文件”；换电脑后打开新的“绩效看板.html”，在“交接”页恢复。</p>'
const FOOT_STYLE =
  '.desk-foot{padding:0 1.75rem 1rem;font-size:var(--text-label);color:var(--ink-quiet)}@media print{.desk-foot{display:none}}'

/** The board as one page that works opened from a folder, and the modules that are in it. */
export interface OneFile {
  readonly html: string
  readonly modules: readonly string[]
}

/** Builds the page, its workers, its plan files and its icon into one file; it keeps its data under names of its own, since a browser has one store for all files. */
export async function oneFile(root: string): Promise<OneFile> {
  const names = readdirSync(`${root}/src/workers`).flatMap(
    (file) => /^(\w+)\.worker\.ts$/.exec(file)?.[1] ?? [],
  )
  const workers = await Promise.all(
    names.map(async (name) => ({
      name,
      ...(await classicScript(root, `src/workers/${name}.worker.ts`)),
    })),
  )
  const page = await classicScript(root, 'src/main.ts', [guidePages(), vue({ include: VUE_FILES }), inside()])
  const data = readdirSync(`${root}/public/data`).map((name) => ({
    id: `data/${name}`,
    type: 'application/json',
    text: readFileSync(`${root}/public/data/${name}`, 'utf8'),
  }))
  const carried = [
    ...data,
    ...workers.map(({ name, script }) => ({ id: `${name}.worker`, type: 'text/plain', text: script })),
  ]
  const html = readFileSync(`${root}/index.html`, 'utf8')
    .replace('<html ', '<html data-whole ')
    .replace('href="./icon.svg"', `href="${iconAddress()}"`)
    .replace('</head>', () => `  <style>${page.style}${FOOT_STYLE}</style>\n  </head>`)
    .replace('<div id="app"></div>', `<div id="app"></div>\n    ${FOOT}`)
    .replace('</body>', () => {
      const parts = carried.map(
        ({ id, type, text }) => `<script type="${type}" id="${id}">${safe(text)}</script>`,
      )
      return `${parts.join('\n')}\n<script>${safe(page.script)}</script>\n  </body>`
    })
    .replace(/ *<script type="module" src="[^"]*"><\/script>\n/, '')
  return {
    html: withPolicy(html, 'inside'),
    modules: [page, ...workers].flatMap(({ modules }) => modules),
  }
}

/** What a build of several chunks says by addresses, said for a page that carries everything. */
function inside(): Plugin {
  return {
    name: 'inside',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.(ts|vue)$/.test(id)) return null
      return code
        .replace(
          WORKER,
          "new Worker(URL.createObjectURL(new Blob([document.getElementById('$1.worker').textContent])))",
        )
        .replace(STORE, '$1jixiao-board-desk')
    },
  }
}

async function classicScript(
  root: string,
  input: string,

  plugins: Plugin[] = [inside()],
): Promise<{ script: string; style: string; modules: string[] }> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins,
    resolve: { alias: { '@': `${root}/src` } },
    define: { ...VUE_PARTS, 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: `${root}/${input}`, output: { format: 'iife', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput
  const chunk = built.output.find((file) => file.type === 'chunk')
  const style = built.output.find(({ fileName }) => fileName.endsWith('.css'))
  if (!chunk || built.output.filter(({ type }) => type === 'chunk').length > 1)
    throw new Error(`${input} did not become one script`)
  return {
    script: chunk.code,
    style: style?.type === 'asset' ? String(style.source) : '',
    modules: chunk.moduleIds,
  }
}

/** A text that cannot end the script element it stands in. */
function safe(text: string): string {
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}
