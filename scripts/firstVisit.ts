import { fileURLToPath } from 'node:url'

/** What a group of chunks may ask the bundler of a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const src = fileURLToPath(new URL('../src', import.meta.url)).replaceAll('\\', '/')
const ROOTS = {
  first: ['main.ts', 'views/overview/OverviewView.vue'],
  later: [
    'views/shell/afterPaint.ts',
    'views/overview/GapPart.vue',
    'views/overview/ShownPart.vue',
    'views/overview/SidePart.vue',
    'components/DayField.vue',
    'components/PictureButtons.vue',
    'charts/SpendingChart.vue',
  ],
} as const

/**
 * Gathers what a first visit to 总览 loads into two files: what its figures need (`first`), and what is fetched right after them (`later`: the charts and the parts beside them).
 * A module of both is in the first; everything else is left to the bundler.
 */
export function firstVisit(): { name: (id: string, modules: Modules) => string | null } {
  let gathered: Map<string, string> | null = null
  return {
    name: (id, modules) => (gathered ??= gather(modules)).get(id) ?? null,
  }
}

function gather(modules: Modules): Map<string, string> {
  const found = new Map<string, string>()
  const reach = (id: string, name: string): void => {
    const known = modules.getModuleInfo(id)
    if (!known || found.has(id)) return
    found.set(id, name)
    for (const next of known.importedIds) reach(next, name)
  }
  for (const [name, files] of Object.entries(ROOTS)) for (const file of files) reach(`${src}/${file}`, name)
  return found
}
