/** Which rooms and packages each room of src/ may import (the picture in README.md). */
export const DOORS: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  domain: { rooms: ['domain'], packages: ['decimal.js', 'dayjs'] },
  documents: {
    rooms: ['documents', 'domain'],
    packages: ['valibot', 'hucre', 'docx', 'fflate', 'saxes', '@noble/hashes'],
  },
  storage: { rooms: ['storage', 'documents', 'domain'], packages: ['idb'] },
  // `documents/outcome` holds the typed outcomes of the readers, which `format` puts into words
  format: { rooms: ['format', 'documents/outcome', 'domain'], packages: [] },
  charts: { rooms: ['charts', 'format', 'domain'], packages: ['echarts', 'vue'] },
  workers: {
    rooms: ['workers', 'documents', 'charts', 'format', 'domain'],
    packages: ['serwist', 'echarts'],
  },
  stores: { rooms: ['stores', 'storage', 'workers', 'documents', 'domain'], packages: ['vue', 'pinia'] },
  components: {
    rooms: ['components', 'charts', 'format', 'documents/outcome', 'domain'],
    packages: ['vue', 'vue-router', 'reka-ui'],
  },
  // a screen's own components and words: the doors of components, and the rest of its own folder
  screen: {
    rooms: ['components', 'charts', 'format', 'documents/outcome', 'domain'],
    packages: ['vue', 'vue-router', 'reka-ui'],
  },
  // the shared service, beside src/: the rules and the formats, and its own libraries
  server: {
    rooms: ['server', 'documents', 'domain'],
    packages: ['hono', '@hono/node-server', 'pg', 'kysely', '@node-rs/argon2', 'valibot', 'node:'],
  },
  views: {
    rooms: ['views', 'components', 'charts', 'stores', 'workers', 'format', 'documents', 'domain'],
    packages: ['vue', 'vue-router', 'pinia'],
  },
}

const IMPORT = /(?<!['"])(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g
const RULES: readonly {
  readonly name: string
  readonly pattern: RegExp
  readonly allowed: (file: string) => boolean
}[] = [
  {
    name: 'reads the clock',
    pattern: /\bnew Date\(\)|\bDate\.now\(/,
    allowed: (file) => file === 'storage/clock.ts' || file === 'server/clock.ts',
  },
  {
    name: 'leaves exact numbers',
    pattern: /\.toNumber\(\)/,
    allowed: (file) => /^charts\/|\.vue$/.test(file) && roomOfFile(file) !== 'views',
  },
  {
    name: 'names a colour',
    pattern: /#[0-9a-fA-F]{3,8}\b(?![\w-]*['"]?\s*:)|\brgba?\(|\bhsla?\(/,
    allowed: (file) => file.startsWith('styles/'),
  },
]

/** What one file does that its room may not: its closed doors and its broken rules. `file` is relative to src/, or begins with `server/`. */
export function violations(file: string, text: string): string[] {
  const doors = DOORS[roomOfFile(file)]
  const found = RULES.filter(({ pattern, allowed }) => pattern.test(text) && !allowed(file)).map(
    ({ name }) => `${file} ${name}`,
  )
  if (/(^|\/)(utils?|helpers?|common|types)(\/|\.)/.test(file))
    found.push(`${file} has a name that says nothing`)
  if (!doors) return found
  for (const [, target = ''] of text.matchAll(IMPORT)) {
    const wanted = pathOf(target, file)
    if (
      wanted === null
        ? !doors.packages.some(
            (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
          )
        : !open(doors.rooms, wanted, file)
    ) {
      found.push(`${file} opens a door to ${target}`)
    }
  }
  return found
}

/** The room a file belongs to: in a folder of views/, what is neither a screen, nor a part with a store, nor the shell is a component or a word of that screen. */
function roomOfFile(file: string): string {
  const [room = '', folder = ''] = file.split('/')
  if (room !== 'views' || folder === 'shell') return room
  return /(View|Part)\.vue$/.test(file) ? 'views' : 'screen'
}

function open(rooms: readonly string[], wanted: string, file: string): boolean {
  if (rooms.some((room) => wanted === room || wanted.startsWith(`${room}/`))) return true
  const screen = file.split('/').slice(0, 2).join('/')
  return roomOfFile(file) === 'screen' && wanted.startsWith(`${screen}/`) && roomOfFile(wanted) === 'screen'
}

/** The path under src/ that an import names; `null` for a package. */
function pathOf(target: string, file: string): string | null {
  if (target.startsWith('@/')) return target.slice(2)
  if (!target.startsWith('.')) return null
  return new URL(target, `file:///${file}`).pathname.slice(1).replace(/^src\//, '')
}
