import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Reason {
  readonly why: string
  readonly mutator?: string
  readonly to?: string
  readonly lines?: Readonly<Record<string, readonly string[]>>
  readonly line?: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const linesOf = (file: string) =>
  readFileSync(`${root}${file}`, 'utf8')
    .split('\n')
    .map((line) => line.trim())
const reasons = JSON.parse(readFileSync(`${root}scripts/acceptedMutants.json`, 'utf8')) as readonly Reason[]
const domain = readdirSync(`${root}src/domain`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => linesOf(`src/domain/${name.replaceAll('\\', '/')}`))

describe('why a surviving mutant is accepted', () => {
  it.each(reasons)('$why', ({ why, mutator, to, lines, line }) => {
    expect(why.length).toBeGreaterThan(20)
    expect(lines === undefined).not.toBe(line === undefined)
    for (const pattern of [mutator, to]) expect(() => new RegExp(pattern ?? '')).not.toThrow()
    if (line !== undefined) expect(domain.some((text) => new RegExp(line).test(text))).toBe(true)
    for (const [file, texts] of Object.entries(lines ?? {}))
      expect(texts.filter((text) => !linesOf(file).includes(text))).toEqual([])
  })

  it('is said once', () => {
    expect(new Set(reasons.map(({ why }) => why)).size).toBe(reasons.length)
  })
})
