/** The steps from the root of a JSON value to one of its parts. */
export type Path = readonly (string | number)[]

/** A read JSON text with the keys it writes twice, or the place where it stops being JSON (`null`: the text just ends). */
export type JsonText =
  | { readonly kind: 'value'; readonly value: unknown; readonly repeated: readonly Path[] }
  | {
      readonly kind: 'fault'
      readonly line: number
      readonly column: number
      readonly character: string | null
    }

const DEEPEST = 64
const BLANK = /[ \t\n\r]*/y
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Reads JSON as `JSON.parse` does, and besides finds where it is broken (engines differ or keep silent) and which cells are written twice (engines keep the last without a word). */
export function readJsonText(text: string): JsonText {
  const scan = scanJson(text)
  if (scan.fault === null) return { kind: 'value', value: JSON.parse(text), repeated: scan.repeated }
  const before = text.slice(0, scan.fault).split('\n')
  const character = text.codePointAt(scan.fault)
  return {
    kind: 'fault',
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    character: character === undefined ? null : String.fromCodePoint(character),
  }
}

function scanJson(text: string): { fault: number | null; repeated: Path[] } {
  const repeated: Path[] = []
  let at = 0

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    at += found?.length ?? 0
    return found
  }
  const mark = (character: string): boolean => {
    take(BLANK)
    if (text[at] !== character) return false
    at += 1
    return true
  }
  const members = (end: string, member: (index: number) => boolean): boolean => {
    if (mark(end)) return true
    for (let index = 0; ; index += 1) {
      if (!member(index)) return false
      if (mark(end)) return true
      if (!mark(',')) return false
    }
  }
  const value = (path: Path): boolean => {
    take(BLANK)
    if (path.length > DEEPEST) return false
    if (mark('{')) {
      const seen = new Set<string>()
      return members('}', () => {
        take(BLANK)
        const key = take(STRING)
        if (key === null) return false
        const name = String(JSON.parse(key))
        if (seen.has(name)) repeated.push([...path, name])
        seen.add(name)
        return mark(':') && value([...path, name])
      })
    }
    if (mark('[')) return members(']', (index) => value([...path, index]))
    return (text[at] === '"' ? take(STRING) : take(PLAIN)) !== null
  }

  const whole = value([])
  take(BLANK)
  return { fault: whole && at === text.length ? null : at, repeated }
}
