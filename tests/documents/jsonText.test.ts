import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonText } from '@/documents/jsonText'

describe('readJsonText', () => {
  it.each([
    ['', 1, 1, null],
    ['{', 1, 2, null],
    ['{"a":1,}', 1, 8, '}'],
    ['{"a":1\n "b":2}', 2, 2, '"'],
    ['[1,\n 2,\n x]', 3, 2, 'x'],
    ['{"a":"one\ntwo"}', 1, 6, '"'],
    ['{"a"：1}', 1, 5, '：'],
    ["{'a':1}", 1, 2, "'"],
    ['{"a":1} // 备注', 1, 9, '/'],
    ['{"a":01}', 1, 7, '1'],
    ['[NaN]', 1, 2, 'N'],
    ['["\\x"]', 1, 2, '"'],
    ['{"a":1}}', 1, 8, '}'],
    ['[😀]', 1, 2, '😀'],
  ])('finds the fault of %j at line %i column %i', (text, line, column, character) => {
    expect(readJsonText(text)).toEqual({ kind: 'fault', line, column, character })
  })

  it('refuses what is nested beyond any table instead of running out of stack', () => {
    expect(readJsonText('['.repeat(100_000))).toMatchObject({
      kind: 'fault',
      line: 1,
      character: '[',
      deep: true,
    })
    expect(readJsonText('['.repeat(80) + ']'.repeat(80)).kind).toBe('fault')
  })

  it('names the keys that stand twice', () => {
    expect(readJsonText('{"a":1,"b":[{"c":1,"c":2}],"\\u0061":3}')).toEqual({
      kind: 'value',
      value: { a: 3, b: [{ c: 2 }] },
      repeated: [['b', 0, 'c'], ['a']],
    })
  })

  it('agrees with JSON.parse on what is JSON', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '1', '\\', '\n', ' ', 'e', '-', '.'))
      .map(
        ([text, at, put]) =>
          text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
      )
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        const read = readJsonText(text)
        let parsed: unknown
        try {
          parsed = JSON.parse(text)
        } catch {
          expect(read.kind).toBe('fault')
          return
        }
        expect(read).toMatchObject({ kind: 'value' })
        expect(read.kind === 'value' && read.value).toEqual(parsed)
      }),
      { numRuns: 1000 },
    )
  })
})
