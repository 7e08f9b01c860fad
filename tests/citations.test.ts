import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const CITED = /\bdomain\.md ((?:§\d+(?:[–-]\d+)?(?:(?:, | and |、)(?=§))?)+)/g

const sections = new Set(
  [...readFileSync(`${root}/docs/domain.md`, 'utf8').matchAll(/^## (\d+)\. /gm)].map(([, number]) =>
    Number(number),
  ),
)
const files = ['src', 'tests', 'scripts', 'bench', 'docs'].flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|mts|mjs|vue|css|md)$/.test(name) && name !== 'tests/citations.test.ts'),
)

/** The sections that a text cites, a range as its two ends. */
function cited(text: string): number[] {
  return [...text.matchAll(CITED)].flatMap(([, list = '']) => (list.match(/\d+/g) ?? []).map(Number))
}

describe('the rules that are cited', () => {
  it('are sections 1 to 12 of docs/domain.md', () => {
    expect([...sections]).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
  })

  it('stand there, every one', () => {
    const all = files.flatMap((file) =>
      cited(readFileSync(`${root}/${file}`, 'utf8')).map((section) => ({ file, section })),
    )
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter(({ section }) => !sections.has(section))).toEqual([])
  })

  it('are cited by the name of that file', () => {
    expect(
      files.filter((file) => /\bDOMAIN\b(?=(\.md)? §|\.md)/.test(readFileSync(`${root}/${file}`, 'utf8'))),
    ).toEqual([])
  })

  it.each([
    ['(domain.md §4)', [4]],
    ['(domain.md §4–6) and domain.md §13', [4, 6, 13]],
    ['domain.md §7, §8', [7, 8]],
  ])('reads %s', (text, wanted) => {
    expect(cited(text)).toEqual(wanted)
  })
})
