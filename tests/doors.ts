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
  format: { rooms: ['format', 'domain'], packages: [] },
  charts: { rooms: ['charts', 'format', 'domain'], packages: ['echarts', 'vue'] },
  workers: { rooms: ['workers', 'documents', 'format', 'domain'], packages: [] },
  stores: { rooms: ['stores', 'storage', 'workers', 'documents', 'domain'], packages: ['vue', 'pinia'] },
  components: {
    rooms: ['components', 'charts', 'format', 'domain'],
    packages: ['vue', 'vue-router', 'reka-ui'],
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
    allowed: (file) => file === 'storage/clock.ts',
  },
  {
    name: 'leaves exact numbers',
    pattern: /\.toNumber\(\)/,
    allowed: (file) => /^(charts|components)\//.test(file),
  },
  {
    name: 'names a colour',
    pattern: /#[0-9a-fA-F]{3,8}\b(?![\w-]*['"]?\s*:)|\brgba?\(|\bhsla?\(/,
    allowed: (file) => file.startsWith('styles/'),
  },
]

/** What one file of src/ does that its room may not: its closed doors and its broken rules. `file` is relative to src/. */
export function violations(file: string, text: string): string[] {
  const room = file.split('/')[0] ?? ''
  const doors = DOORS[room]
  const found = RULES.filter(({ pattern, allowed }) => pattern.test(text) && !allowed(file)).map(
    ({ name }) => `${file} ${name}`,
  )
  if (/(^|\/)(utils?|helpers?|common|types)(\/|\.)/.test(file))
    found.push(`${file} has a name that says nothing`)
  if (!doors) return found
  for (const [, target = ''] of text.matchAll(IMPORT)) {
    const wanted = roomOf(target, file)
    if (
      wanted === null
        ? !doors.packages.some((name) => target === name || target.startsWith(`${name}/`))
        : !doors.rooms.includes(wanted)
    ) {
      found.push(`${file} opens a door to ${target}`)
    }
  }
  return found
}

function roomOf(target: string, file: string): string | null {
  if (target.startsWith('@/')) return target.slice(2).split('/')[0] ?? ''
  if (!target.startsWith('.')) return null
  const path = new URL(target, `file:///${file}`).pathname.slice(1)
  return path.split('/')[0] ?? ''
}
