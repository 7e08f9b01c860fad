import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { circlesOf, functionsOf, importsOf } from './houseMeasures'

const src = fileURLToPath(new URL('../src', import.meta.url))
const names = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) =>
  name.replaceAll('\\', '/'),
)
const files = names.filter((name) => /\.\w+$/.test(name))
const code = files.filter((name) => /\.(ts|vue)$/.test(name))
const texts = new Map(code.map((name) => [name, readFileSync(`${src}/${name}`, 'utf8')]))

const MOST_FILES = 25
const MOST_LINES = { function: 100, setup: 320, store: 150 }

/** The file of src/ that an import names; `null` for a package. */
function fileOf(target: string, from: string): string | null {
  if (!target.startsWith('@/') && !target.startsWith('.')) return null
  const path = target.startsWith('@/')
    ? target.slice(2)
    : new URL(target, `file:///${from}`).pathname.slice(1)
  return [path, `${path}.ts`, `${path}/index.ts`].find((own) => texts.has(own)) ?? null
}

describe('src/', () => {
  it(`has at most ${MOST_FILES} files in a folder`, () => {
    const counts = new Map<string, number>()
    for (const name of files) {
      const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : ''
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    expect([...counts].filter(([, count]) => count > MOST_FILES)).toEqual([])
  })

  it(`has no function over ${MOST_LINES.function} lines`, () => {
    const all = [...texts].flatMap(([name, text]) => functionsOf(name, text))
    expect(all.length).toBeGreaterThan(2000)
    const most = (name: string) => (name.endsWith(' setup') ? MOST_LINES.setup : MOST_LINES.function)
    expect(all.filter(({ name, lines }) => lines > most(name))).toEqual([])
  })

  it(`has no store over ${MOST_LINES.store} lines`, () => {
    const stores = [...texts].filter(([name]) => name.startsWith('stores/'))
    expect(stores.length).toBeGreaterThan(25)
    expect(
      stores.filter(([, text]) => text.split('\n').length - 1 > MOST_LINES.store).map(([name]) => name),
    ).toEqual([])
  })

  it('has no circle of imports, types included', () => {
    const graph = new Map(
      [...texts].map(([name, text]) => [
        name,
        importsOf(name, text).flatMap((target) => fileOf(target, name) ?? []),
      ]),
    )
    expect([...graph.values()].flat().length).toBeGreaterThan(1000)
    expect(circlesOf(graph)).toEqual([])
  })
})

describe('the measures', () => {
  it('count the lines of every function, and the script of a component as one', () => {
    const text =
      '<script setup lang="ts">\nconst a = () => {\n  return 1\n}\nfunction b() {\n  a()\n}\n</script>\n<template />\n'
    expect(functionsOf('X.vue', text).map(({ lines }) => lines)).toEqual([3, 3, 6])
    expect(functionsOf('x.ts', 'class A {\n  b() {\n    return 1\n  }\n}\n')).toEqual([
      { name: 'x.ts:2', lines: 3 },
    ])
  })

  it('see imports of types, of later chunks and through exports', () => {
    const text =
      "import type { A } from './a'\nexport { b } from './b'\nconst c = () => import('./c')\ntype D = import('./d').D\n"
    expect(importsOf('x.ts', text)).toEqual(['./a', './b', './c', './d'])
  })

  it('find a circle, and a file that names itself', () => {
    const graph = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['d']],
      ['e', ['a']],
    ])
    expect(circlesOf(graph)).toEqual([['d'], ['a', 'b', 'c']])
  })
})
