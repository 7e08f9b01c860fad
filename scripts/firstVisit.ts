import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minify } from 'terser'
import type { Plugin } from 'vite'

/** What a group of chunks may ask the bundler of a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const STYLE = /[?&]type=style\b/
const src = fileURLToPath(new URL('../src', import.meta.url)).replaceAll('\\', '/')
const ROOTS = {
  first: ['main.ts', 'views/overview/OverviewView.vue'],
  later: [
    'views/shell/afterPaint.ts',
    'views/overview/BeginPart.vue',
    'views/overview/GapPart.vue',
    'views/overview/LastReportPart.vue',
    'views/overview/lookedRow.ts',
    'views/overview/ShownPart.vue',
    'views/overview/SidePart.vue',
    'components/DayField.vue',
    'components/PictureButtons.vue',
    'charts/SpendingChart.vue',
  ],
  records: ['storage/records.ts', 'storage/memoryStorage.ts', 'documents/entries/sampleFile.ts'],
} as const

/**
 * Gathers what a first visit to 总览 loads into few files: what its figures need (`first`), what is fetched right after them (`later`: the charts and the parts beside them), and what reads entries (`records`: the demonstration's, or those that the browser already has).
 * A module of several is in the first of them, and the styles of all three with it, so that 总览 asks for one sheet; everything else is left to the bundler.
 */
export function firstVisit(): { debugName: string; name: (id: string, modules: Modules) => string | null } {
  let gathered: Map<string, string> | null = null
  return {
    debugName: 'first visit',
    name: (id, modules) => (gathered ??= gather(modules)).get(id) ?? null,
  }
}

function gather(modules: Modules): Map<string, string> {
  const found = new Map<string, string>()
  const reach = (id: string, name: string): void => {
    const known = modules.getModuleInfo(id)
    if (!known || found.has(id)) return
    found.set(id, STYLE.test(id) ? 'first' : name)
    for (const next of known.importedIds) reach(next, name)
  }
  for (const [name, files] of Object.entries(ROOTS)) for (const file of files) reach(`${src}/${file}`, name)
  return found
}

const ICON = fileURLToPath(new URL('../public/icon.svg', import.meta.url))

/** The address of the icon with the icon in it: 0.3 KB are no request of their own. */
export function iconAddress(): string {
  return `data:image/svg+xml;base64,${readFileSync(ICON).toString('base64')}`
}

/** Puts the icon into the page. */
export function iconInside(): Plugin {
  return {
    name: 'icon-inside',
    transformIndexHtml: (html) => html.replace('href="./icon.svg"', `href="${iconAddress()}"`),
  }
}

/** Packs the first file once more: the bundler's own minifier leaves over a kilobyte that every first visit waits for. What comes later is waited for by nobody. */
export function firstPacked(): Plugin {
  return {
    name: 'first-packed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || chunk.name !== 'first') continue
          const { code } = await minify(chunk.code, { module: true, compress: { passes: 2 } })
          if (code) chunk.code = code
        }
      },
    },
  }
}

const TAKEN = /import\s*\{([^}]*)\}\s*from\s*["']\.\/([^"']+)["'];?/g
const GIVEN = /export\s*\{([^}]*)\};?\s*$/

/** The names of an import or export list as an object has them: `s as n` is `n:s` where a value is given, `s:n` where it is taken. */
function named(list: string, given: boolean): string {
  return list
    .split(',')
    .map((pair) => {
      const [from = '', to = from] = pair.trim().split(/\s+as\s+/)
      return given ? `${to}:${from}` : `${from}:${to}`
    })
    .join(',')
}

/** Puts what the bundler itself needs at run time into the files of a first visit that ask for it: 0.7 KB are no request of their own. Other files still find it where it was. */
export function runtimeInside(): Plugin {
  return {
    name: 'runtime-inside',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((own) => own.type === 'chunk')
        const runtime = chunks.find(({ moduleIds }) =>
          moduleIds.some((id) => id.includes('rolldown/runtime')),
        )
        const given = runtime && GIVEN.exec(runtime.code)?.[1]
        if (!runtime || !given) return
        const own = `(()=>{${runtime.code.replace(GIVEN, '')};return{${named(given, true)}}})()`
        const file = runtime.fileName.slice(runtime.fileName.lastIndexOf('/') + 1)
        for (const chunk of chunks.filter(({ name }) => name in ROOTS)) {
          chunk.code = chunk.code.replace(TAKEN, (all, list: string, from: string) =>
            from === file ? `const{${named(list, false)}}=${own};` : all,
          )
          chunk.imports = chunk.imports.filter((name) => name !== runtime.fileName)
        }
      },
    },
  }
}
