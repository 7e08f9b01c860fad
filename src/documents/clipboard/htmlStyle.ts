/** What a page's look does to the text of an element: it is not shown at all, or shown struck through; `null` where nothing says so. `small` is a size of none, which what stands inside may undo. */
export interface Look {
  readonly gone: boolean | null
  readonly unseen: boolean | null
  readonly struck: boolean | null
  readonly small: boolean | null
}

interface Rule {
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
  readonly weight: number
  readonly look: Look
}

const NONE: Look = { gone: null, unseen: null, struck: null, small: null }
const TELLING = /display|visibility|text-decoration|font-size|opacity/i
const SIMPLE = /^([a-z][\w-]*)?((?:[.#][\w-]+)*)$/i
const MOST_RULES = 5000

/** The look of the declarations of a `style` or of a rule. */
export function lookOf(declarations: string): Look {
  if (!TELLING.test(declarations)) return NONE
  const said = new Map<string, string>()
  for (const part of declarations.split(';')) {
    const at = part.indexOf(':')
    if (at < 0) continue
    const value = part.slice(at + 1).replace(/!\s*important/i, '')
    said.set(part.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase())
  }
  const tell = (name: string, wanted: RegExp): boolean | null => {
    const value = said.get(name)
    return value === undefined ? null : wanted.test(value)
  }
  return {
    gone: tell('display', /^none$/),
    unseen: tell('visibility', /^(?:hidden|collapse)$/) ?? tell('opacity', /^0(?:\.0+)?%?$/),
    struck: tell('text-decoration', /line-through/) ?? tell('text-decoration-line', /line-through/),
    small: tell('font-size', /^0(?:\.0+)?(?:[a-z%]+)?$/),
  }
}

/** The rules of a page's style sheets that hide or strike text, asked by element; rules for print, for states and for parts of an element hold nothing back. */
export class StyleRules {
  private readonly rules = new Map<string, Rule[]>()
  private readonly known = new Map<string, Look>()
  private count = 0

  constructor(page: string) {
    for (const sheet of sheetsIn(page)) this.add(sheet)
  }

  /** The look that the sheets and its own `style` give an element. */
  of(name: string, attributes: ReadonlyMap<string, string>): Look {
    const own = lookOf(attributes.get('style') ?? '')
    if (this.count === 0) return own
    const [id, classes] = [attributes.get('id') ?? '', attributes.get('class') ?? '']
    const key = `${name} ${id} ${classes}`
    const known = this.known.get(key) ?? this.find(name, id, classes)
    if (this.known.size < MOST_RULES) this.known.set(key, known)
    return over(known, own)
  }

  private find(name: string, id: string, classes: string): Look {
    const own = new Set(classes.split(/\s+/))
    const keys = [name, `#${id}`, ...[...own].map((one) => `.${one}`)]
    return keys
      .flatMap((key) => this.rules.get(key) ?? [])
      .filter(
        (rule) =>
          (rule.tag === '' || rule.tag === name) &&
          (rule.id === '' || rule.id === id) &&
          rule.classes.every((one) => own.has(one)),
      )
      .sort((one, other) => one.weight - other.weight)
      .reduce((look, rule) => over(look, rule.look), NONE)
  }

  private add(sheet: string): void {
    for (const { selectors, declarations } of screenRules(sheet)) {
      if (this.count >= MOST_RULES) return
      const look = lookOf(declarations)
      if (Object.values(look).every((one) => one === null)) continue
      for (const selector of selectors.split(',')) this.addRule(selector, look)
    }
  }

  /** Of a selector the last part is looked at: an element it may mean is set aside and said rather than read. */
  private addRule(selector: string, look: Look): void {
    const last =
      selector
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? ''
    const [, tag = '', marks = ''] = SIMPLE.exec(last) ?? []
    if (tag === '' && marks === '') return
    const id = /#([\w-]+)/.exec(marks)?.[1] ?? ''
    const classes = [...marks.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
    this.count += 1
    const weight = (id === '' ? 0 : 1e10) + classes.length * 1e8 + (tag === '' ? 0 : 1e6) + this.count
    const key = id === '' ? (classes[0] === undefined ? tag.toLowerCase() : `.${classes[0]}`) : `#${id}`
    const rules = this.rules.get(key) ?? []
    rules.push({ tag: tag.toLowerCase(), id, classes, weight, look })
    this.rules.set(key, rules)
  }
}

function over(under: Look, top: Look): Look {
  return {
    gone: top.gone ?? under.gone,
    unseen: top.unseen ?? under.unseen,
    struck: top.struck ?? under.struck,
    small: top.small ?? under.small,
  }
}

/** The style sheets of a page, those for print left out. */
function sheetsIn(page: string): string[] {
  const sheets: string[] = []
  const open = /<style[^<>]*>/gi
  const close = /<\/style/gi
  for (let found = open.exec(page); found !== null; found = open.exec(page)) {
    close.lastIndex = open.lastIndex
    const end = close.exec(page)?.index ?? page.length
    if (!/media\s*=\s*["']?\s*print/i.test(found[0])) sheets.push(page.slice(open.lastIndex, end))
    open.lastIndex = end
  }
  return sheets
}

interface Block {
  readonly selectors: string
  readonly declarations: string
}

/** The rules of a sheet that hold on a screen, in one pass: those inside blocks for print or narrow windows are passed over. */
function* screenRules(sheet: string): Generator<Block> {
  const plain = withoutComments(sheet)
  const signs = /[{};]/g
  const around: boolean[] = []
  let from = 0
  for (let sign = signs.exec(plain); sign !== null; sign = signs.exec(plain)) {
    const before = plain.slice(from, sign.index).trim()
    from = signs.lastIndex
    if (sign[0] === '}') around.pop()
    if (sign[0] !== '{') continue
    if (before.startsWith('@')) {
      around.push(/^@(?:media|supports|layer)/i.test(before) && !/print|speech|width/i.test(before))
      continue
    }
    const end = plain.indexOf('}', from)
    const declarations = plain.slice(from, end < 0 ? plain.length : end)
    if (!around.includes(false)) yield { selectors: before, declarations }
    from = end < 0 ? plain.length : end + 1
    signs.lastIndex = from
  }
}

function withoutComments(sheet: string): string {
  const parts: string[] = []
  let at = 0
  for (let begins = sheet.indexOf('/*'); begins >= 0; begins = sheet.indexOf('/*', at)) {
    parts.push(sheet.slice(at, begins))
    const end = sheet.indexOf('*/', begins + 2)
    at = end < 0 ? sheet.length : end + 2
  }
  return [...parts, sheet.slice(at)].join(' ').replace(/<!--|-->/g, '')
}
