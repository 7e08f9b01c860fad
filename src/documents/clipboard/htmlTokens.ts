/** One piece of HTML: text with its entities decoded, or the start or end of an element with its name in lower case. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly kind: 'close'; readonly name: string }

const RAW = new Set(['script', 'style', 'title', 'noscript', 'template', 'xml', 'svg', 'iframe', 'object'])
const TAG_NAME = /<(\/?)([a-zA-Z][^\s/>]*)/y

/**
 * Cuts HTML into tokens without a DOM, so that it runs in a Worker and in Node, in time linear in its length.
 * Comments, conditional comments, processing instructions and the insides of script, style and the like are dropped, those of a textarea are text; broken markup is read as far as it goes.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  let quotes = true
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) {
      yield { kind: 'text', text: decodeEntities(html.slice(at)) }
      return
    }
    if (open > at) yield { kind: 'text', text: decodeEntities(html.slice(at, open)) }
    const passed = pastMarkup(html, open)
    if (passed !== null) {
      at = passed
      continue
    }
    TAG_NAME.lastIndex = open
    const tag = TAG_NAME.exec(html)
    if (!tag) {
      yield { kind: 'text', text: '<' }
      at = open + 1
      continue
    }
    const from = TAG_NAME.lastIndex
    let end = tagEnd(html, from, quotes)
    if (end < 0 && quotes) {
      quotes = false
      end = tagEnd(html, from, false)
    }
    if (end < 0) return
    const name = (tag[2] ?? '').toLowerCase()
    at = end + 1
    if (tag[1] === '/') {
      yield { kind: 'close', name }
      continue
    }
    const attributes = html.slice(from, end)
    const closed = attributes.endsWith('/')
    if (RAW.has(name) && !closed) at = afterRaw(html, name, at)
    else {
      yield { kind: 'open', name, attributes, closed }
      if (name === 'textarea') {
        const close = closingTag(html, name, at)
        yield { kind: 'text', text: decodeEntities(html.slice(at, close)) }
        at = close
      }
    }
  }
}

/** Where a comment, `<![if …]>`, a doctype or `<?…>` that begins here ends; `null` when none does. */
function pastMarkup(html: string, open: number): number | null {
  const next = html[open + 1]
  if (next !== '!' && next !== '?') return null
  const comment = html.startsWith('<!--', open)
  const end = html.indexOf(comment ? '-->' : '>', open + 2)
  return end < 0 ? html.length : end + (comment ? 3 : 1)
}

/** The `>` of a tag; quoted attribute values may hold one. `-1` when there is none. */
function tagEnd(html: string, from: number, quotes: boolean): number {
  let after = ''
  for (let at = from; at < html.length; at += 1) {
    const char = html[at] ?? ''
    if (char === '>') return at
    if (quotes && after === '=' && (char === '"' || char === "'")) {
      at = html.indexOf(char, at + 1)
      if (at < 0) return -1
    }
    if (char > ' ') after = char
  }
  return -1
}

function afterRaw(html: string, name: string, from: number): number {
  const close = closingTag(html, name, from)
  const end = html.indexOf('>', close)
  return end < 0 ? html.length : end + 1
}

/** Where the closing tag of an element without markup inside begins; the end of the page where none does. */
function closingTag(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g

/** The attributes of a tag by lower-case name; one without a value is `''`. */
export function attributesOf(attributes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decodeEntities(double ?? single ?? bare ?? ''))
  }
  return found
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  yen: '¥',
  ge: '≥',
  geq: '≥',
  le: '≤',
  leq: '≤',
  ne: '≠',
  minus: '−',
  plusmn: '±',
  times: '×',
  divide: '÷',
  mdash: '—',
  ndash: '–',
  hyphen: '‐',
  hellip: '…',
  middot: '·',
  bull: '•',
  deg: '°',
  permil: '‰',
  percnt: '%',
  num: '#',
  plus: '+',
  equals: '=',
  comma: ',',
  period: '.',
  colon: ':',
  semi: ';',
  sol: '/',
  lpar: '(',
  rpar: ')',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  tab: '\t',
  newline: '\n',
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const ENTITY = /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,8}));?/gi

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] ?? '\uFFFD'
  const invalid = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return invalid ? '\uFFFD' : String.fromCodePoint(code)
}

/** Decodes the character references that occur in tables; an unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16))
    if (decimal !== undefined) return character(Number(decimal))
    const known = NAMED[name?.toLowerCase() ?? '']
    if (known === undefined) return whole
    return known
  })
}
