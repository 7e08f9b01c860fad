import { describe, expect, it } from 'vitest'
import { readDocument } from '@/documents/reading/readDocument'
import type { Recognition } from '@/documents/recognition/draft'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { docxOf } from '../reading/sixTables.docx'
import { wordHtmlOf } from '../reading/sixTables.html'
import { xlsxOf } from '../reading/sixTables.xlsx'
import { unaccounted } from './accounting'
import { dumped, type DrawnDocument, layoutOf, tabbed } from './drawn'
import { type Drawing, drawLayout, KINDS } from './drawnLayouts'

const LAYOUTS = Number(process.env.LAYOUTS ?? 300)
const FIRST_SEED = Number(process.env.LAYOUT_SEED ?? 1)
const bytes = (text: string) => new TextEncoder().encode(text)

const WRITERS: readonly (readonly [string, (blocks: DrawnDocument) => Uint8Array | Promise<Uint8Array>])[] = [
  ['表.docx', (blocks) => docxOf(layoutOf(blocks))],
  ['表.html', (blocks) => bytes(wordHtmlOf(layoutOf(blocks)))],
  ['表.xlsx', (blocks) => xlsxOf(layoutOf(blocks))],
  ['粘贴.txt', (blocks) => bytes(tabbed(blocks))],
  ['转存.txt', (blocks) => bytes(dumped(blocks))],
]

interface Judgement {
  readonly whole: boolean
  /** Cells that came out otherwise than they went in and that no line is about. */
  readonly silent: readonly string[]
}

function judged({ projects, left }: Drawing, recognition: Recognition): Judgement {
  const { draft, issues } = recognition
  const told = (path: string): boolean => {
    const place = JSON.stringify(draft.sources.get(path) ?? null)
    return issues.some(
      (issue) =>
        (issue.path !== null && (path === issue.path || path.startsWith(`${issue.path}.`))) ||
        [issue.from, ...(issue.more ?? [])].some(
          (from) => place !== 'null' && JSON.stringify(from) === place,
        ),
    )
  }
  const wrong: { path: string; expected: unknown }[] = []
  compare(projects, draft.plan.projects, 'projects', wrong)
  const named = issues.flatMap(({ from, more = [] }) => [from, ...more].map((place) => place?.text ?? ''))
  const tables = issues.filter(({ kind }) => kind === 'table-left' || kind === 'no-performance-table')
  const isNamed = (text: string) => named.some((one) => one.includes(text))
  const silent = wrong.filter(({ path, expected }) => {
    const missing = typeof expected === 'string' && isNamed(expected)
    return !told(path) && !missing && !(tables.length > 0 && draft.plan.projects.length === 0)
  })
  const unsaid = left.filter((text) => !isNamed(text) && tables.length === 0)
  return {
    whole: wrong.length === 0,
    silent: [
      ...silent.map(({ path, expected }) => `${path} ${JSON.stringify(expected)}`),
      ...unsaid.map((text) => `unsaid ${text}`),
    ],
  }
}

function compare(
  expected: unknown,
  found: unknown,
  path: string,
  wrong: { path: string; expected: unknown }[],
): void {
  if (typeof expected !== 'object' || expected === null) {
    if ((found ?? null) !== expected) wrong.push({ path, expected })
    return
  }
  const held = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  if (Array.isArray(expected)) {
    const rows = Array.isArray(found) ? found.length : 0
    for (let extra = expected.length; extra < rows; extra += 1)
      wrong.push({ path: `${path}[${extra}]`, expected: null })
    expected.forEach((one, index) => compare(one, held[index], `${path}[${index}]`, wrong))
    return
  }
  for (const [key, one] of Object.entries(expected)) compare(one, held[key], `${path}.${key}`, wrong)
}

describe(`${LAYOUTS} drawn layouts`, () => {
  it('come out as they went in, or are named: never a wrong cell without a line about it', async () => {
    const tally = new Map<string, { whole: number; all: number }>()
    const silent: unknown[] = []
    const partly: unknown[] = []
    for (let run = 0; run < LAYOUTS; run += 1) {
      const kind = KINDS[run % KINDS.length] ?? 'form'
      const [name, write] = WRITERS[Math.floor(run / KINDS.length) % WRITERS.length] ?? WRITERS[0] ?? []
      if (!name || !write) continue
      const seed = FIRST_SEED + run
      const drawing = drawLayout(kind, seed)
      const reading = await readDocument(await write(drawing.blocks), name)
      if (!reading.ok) {
        silent.push([seed, kind, name, reading.problem])
        continue
      }
      const recognition = recogniseDocument(reading.document)
      const judgement = judged(drawing, recognition)
      const lost = unaccounted(reading.document, recognition)
      if (judgement.silent.length + lost.length > 0) silent.push([seed, kind, name, judgement.silent, lost])
      if (!judgement.whole) partly.push([seed, kind, name])
      for (const key of [kind, name.slice(name.lastIndexOf('.')) === '.txt' ? name : name.slice(2), 'all']) {
        const { whole, all } = tally.get(key) ?? { whole: 0, all: 0 }
        tally.set(key, { whole: whole + Number(judgement.whole), all: all + 1 })
      }
    }
    const shares = [...tally].map(([key, { whole, all }]) => `${key} ${whole}/${all}`)
    console.info(`read whole: ${shares.join(', ')}; wrong in silence: ${silent.length}`)
    if (process.env.LAYOUT_DEBUG)
      console.info(JSON.stringify(silent.slice(0, 8), null, 1), JSON.stringify(partly.slice(0, 30)))
    expect(silent).toEqual([])
  })
})
