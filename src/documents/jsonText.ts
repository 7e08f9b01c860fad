/** The steps from the root of a JSON value to one of its parts. */
export type Path = readonly (string | number)[]

/** A read JSON text with the keys it writes twice, or the place where it stops being JSON (`null`: the text just ends); `deep` where what follows is nested deeper than any file of ours. */
export type JsonText =
  | { readonly kind: 'value'; readonly value: unknown; readonly repeated: readonly Path[] }
  | {
      readonly kind: 'fault'
      readonly line: number
      readonly column: number
      readonly character: string | null
      readonly deep?: true
    }

const DEEPEST = 64
const QUOTE = 0x22
const BACKSLASH = 0x5c
const BLANK = /[ \t\n\r]*/y
const PLAIN_RUN = /[ !#-[\]-\uffff]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Reads JSON as `JSON.parse` does, and besides finds where it is broken (engines differ or keep silent) and which cells are written twice (engines keep the last without a word). */
export function readJsonText(text: string): JsonText {
  const whole = plainJson(text)
  if (whole) return whole
  const scan = scanJson(text)
  if (scan.fault === null) return { kind: 'value', value: JSON.parse(text), repeated: scan.repeated }
  const before = text.slice(0, scan.fault).split('\n')
  const character = text.codePointAt(scan.fault)
  return {
    kind: 'fault',
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    character: character === undefined ? null : String.fromCodePoint(character),
    ...(scan.deep ? { deep: true as const } : {}),
  }
}

/** What `JSON.parse` reads, where it keeps as many cells as the text writes, so that none stands twice, and nothing is nested too deeply; else `null`. */
function plainJson(text: string): JsonText | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  return cellsKept(value, 0) === cellsWritten(text) ? { kind: 'value', value, repeated: [] } : null
}

function cellsKept(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > DEEPEST) return Number.NaN
  let count = 0
  if (!Array.isArray(value)) count = Object.keys(value).length
  for (const part of Object.values(value)) count += cellsKept(part, depth + 1)
  return count
}

const NEXT = /[ \t\n\r]*:/y

/** How many strings of a JSON text name a cell: those with a colon behind them. */
function cellsWritten(text: string): number {
  let count = 0
  for (let open = text.indexOf('"'); open >= 0;) {
    const close = stringEnd(text, open)
    NEXT.lastIndex = close + 1
    if (NEXT.test(text)) count += 1
    open = text.indexOf('"', close + 1)
  }
  return count
}

/** Where a string of a JSON text that opens here closes. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; ; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE || Number.isNaN(code)) return at
    if (code === BACKSLASH) at += 1
  }
}

function scanJson(text: string): { fault: number | null; deep: boolean; repeated: Path[] } {
  const repeated: Path[] = []
  let at = 0
  let deep = false

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    at += found?.length ?? 0
    return found
  }
  const takeString = (): string | null => {
    const open = at
    at += 1
    do take(PLAIN_RUN)
    while (take(ESCAPE) !== null)
    if (text[at] === '"') {
      at += 1
      return text.slice(open, at)
    }
    at = open
    return null
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
    if (path.length > DEEPEST) {
      deep = true
      return false
    }
    if (mark('{')) {
      const seen = new Set<string>()
      return members('}', () => {
        take(BLANK)
        const key = text[at] === '"' ? takeString() : null
        if (key === null) return false
        const name = String(JSON.parse(key))
        if (seen.has(name)) repeated.push([...path, name])
        seen.add(name)
        return mark(':') && value([...path, name])
      })
    }
    if (mark('[')) return members(']', (index) => value([...path, index]))
    return (text[at] === '"' ? takeString() : take(PLAIN)) !== null
  }

  const whole = value([])
  take(BLANK)
  return { fault: whole && at === text.length ? null : at, deep, repeated }
}
