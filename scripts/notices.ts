import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])
const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i

/** A package whose code is in what we ship, with the texts that have to go with it. */
export interface Notice {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly texts: readonly string[]
}

/** Whether a licence expression (SPDX) can be met by permissive licences alone; an unknown word is not permissive. */
export function permissive(expression: string): boolean {
  const inner = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (/\bOR\b/.test(inner)) return inner.split(/\bOR\b/).some(permissive)
  if (/\bAND\b/.test(inner)) return inner.split(/\bAND\b/).every(permissive)
  return PERMISSIVE.has(inner.trim())
}

/** The packages that modules of a build come from, and all that these depend on, since a package may carry its own dependencies inside; by name. */
export function shippedPackages(modules: Iterable<string>, root: string): Notice[] {
  const found = new Map<string, Notice>()
  const visit = (folder: string) => {
    if (found.has(folder)) return
    const { name, version, license, author, dependencies = {} } = manifest(folder)
    found.set(folder, { name, version, licence: license ?? '未写明', texts: textsOf(folder, author) })
    for (const needed of Object.keys(dependencies)) {
      const below = resolved(needed, folder, root)
      if (below !== null && !needed.startsWith('@types/')) visit(below)
    }
  }
  for (const module of modules) {
    const folder = packageOf(module)
    if (folder !== null) visit(folder)
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The notices as one text: a list first, then each package's own words. */
export function noticesText(notices: readonly Notice[]): string {
  const line = '—'.repeat(40)
  return [
    '绩效看板所用第三方软件及其许可',
    '',
    `以下 ${notices.length} 个软件包的代码随绩效看板一起提供，许可全部为宽松许可；许可原文附后。`,
    '',
    ...notices.map(({ name, version, licence }) => `${name} ${version}　${licence}`),
    ...notices.flatMap(({ name, version, licence, texts }) => [
      '',
      line,
      `${name} ${version}　${licence}`,
      '',
      ...texts,
    ]),
    '',
  ].join('\n')
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function textsOf(folder: string, author: Manifest['author']): string[] {
  const files = [folder, join(folder, 'licenses')].flatMap((place) =>
    existsSync(place)
      ? readdirSync(place)
          .filter((name) => LICENCE_FILE.test(name) && statSync(join(place, name)).isFile())
          .map((name) => readFileSync(join(place, name), 'utf8').trim())
      : [],
  )
  const by = typeof author === 'object' ? author.name : (author ?? '见 package.json')
  return files.length > 0 ? files : [`作者：${by}。软件包内没有附许可原文，以其声明的许可为准。`]
}

function packageOf(module: string): string | null {
  const path = module.replace(/^\0/, '').split('?')[0] ?? ''
  const at = path.lastIndexOf('/node_modules/')
  if (at === -1) return null
  const [scope = '', name = ''] = path.slice(at + '/node_modules/'.length).split('/')
  return path.slice(0, at) + '/node_modules/' + (scope.startsWith('@') ? `${scope}/${name}` : scope)
}

function resolved(name: string, from: string, root: string): string | null {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
  }
  return null
}
