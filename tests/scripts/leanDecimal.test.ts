import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { leanDecimal, UNASKED } from '../../scripts/leanDecimal'

const source = readFileSync(
  join(createRequire(import.meta.url).resolve('decimal.js'), '..', 'decimal.mjs'),
  'utf8',
)
const folder = mkdtempSync(join(tmpdir(), 'lean-decimal-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function leanKind(): Promise<typeof Decimal> {
  const file = join(folder, 'decimal.mjs')
  writeFileSync(file, leanDecimal(source))
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { Decimal: typeof Decimal }
  return module.Decimal
}

describe('decimal.js without what is never asked for', () => {
  it('counts as the whole one does', async () => {
    const setting = { precision: 40, rounding: 4 } as const
    const Lean = (await leanKind()).clone(setting)
    const Whole = Decimal.clone(setting)
    const figure = fc.tuple(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.integer({ min: -12, max: 4 }))
    const said = (Kind: typeof Decimal, texts: readonly [string, string], places: number) => {
      const [a, b] = texts.map((text) => new Kind(text)) as [Decimal, Decimal]
      const same = [a.plus(b), a.minus(b), a.times(b), a.abs(), a.neg(), a.floor(), a.ceil()]
      const quotient = b.isZero() ? a : a.div(b)
      const bounds = [Kind.min(a, b), Kind.max(a, b)]
      const rounded = [a.toDecimalPlaces(places), a.toSignificantDigits(places + 1)]
      return [...same, quotient, ...bounds, ...rounded]
        .map((value) => `${value.toFixed()} ${value.toFixed(places)} ${value.toString()} ${value.toNumber()}`)
        .concat(`${a.cmp(b)} ${a.eq(b)} ${a.gte(b)} ${a.lt(b)} ${a.isInteger()} ${a.decimalPlaces()} ${a.e}`)
    }
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 0, max: 8 }), ([x, down], [y, up], places) => {
        const texts = [`${x}e${down}`, `${y}e${up}`] as const
        expect(said(Lean, texts, places)).toEqual(said(Whole, texts, places))
      }),
    )
    expect(() => new Lean('九')).toThrow()
  })

  it('loses what is named, by both its names, and a sixth of its text', async () => {
    const Lean = await leanKind()
    const left = UNASKED.filter((name) => name in Lean.prototype || name in Lean)
    expect(left).toEqual([])
    expect(leanDecimal(source).length).toBeLessThan(source.length * 0.83)
    expect(() => leanDecimal(source.replace('P.cosine = P.cos = ', 'P.cosine = '))).toThrow('cos')
  })

  it('the product asks for none of it', () => {
    const asked = new RegExp(`(?<!Math|console)\\.(?:${UNASKED.join('|')})\\(`)
    const asking = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|vue)$/.test(file))
      .filter((file) => asked.test(readFileSync(join('src', file), 'utf8')))
    expect(asking).toEqual([])
  })
})
