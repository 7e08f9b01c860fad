import type { UnreadableFile } from '../outcome/unreadableFile'
import type { SourceDocument } from './sourceDocument'

/** What a document shows besides its lines, where a table is missed: files it leads to, pages it frames, whether it shows pictures. */
export interface Traces {
  readonly attachments: readonly string[]
  readonly frames: readonly string[]
  readonly pictures: boolean
}

const NO_TRACES: Traces = { attachments: [], frames: [], pictures: false }
const MOST_NAMED = 3
const SHORT = 200
const DOCUMENT = String.raw`\.(?:docx?|xlsx?|wps|et|pdf|ofd|zip|rar|7z|rtf|od[ts]|html?|txt|csv)`
const NAMED = new RegExp(
  String.raw`附[件表]\s{0,4}\d{0,3}\s{0,4}[:：]?\s{0,4}([^\s，。；]{1,120}?${DOCUMENT})`,
  'gi',
)
const ENDS_AS_DOCUMENT = new RegExp(`${DOCUMENT}$`, 'i')
const HEADINGS: ReadonlySet<string> = new Set(
  '项目编码 项目名称 预算数 年度预算 绩效目标 总体目标 年度目标 一级指标 二级指标 三级指标 绩效指标 绩效指标描述 指标值 指标值确定依据 年度指标值 目标值'.split(
    ' ',
  ),
)
const FEWEST_HEADINGS = 3

/** Says why a document has no table: it only frames or leads to the file that has it, shows pictures, or its text lost its columns or cells. */
export function withoutTable(lines: readonly string[], traces: Traces = NO_TRACES): UnreadableFile {
  const [frame] = [...traces.frames].sort((a, b) => Number(isSheet(b)) - Number(isSheet(a)))
  if (frame !== undefined) return { kind: 'frameset', where: frame }
  const lost = lostTable(lines)
  if (lost !== null) return { kind: lost, where: null }
  const attachments = traces.attachments.length > 0 ? traces.attachments : attachmentsNamedIn(lines)
  if (attachments.length > 0) return { kind: 'attachment-elsewhere', where: listed(attachments) }
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  return { kind: traces.pictures && length < SHORT ? 'pictures-only' : 'no-table', where: null }
}

/** Whether a text is, word for word, one of the headings that a 绩效目标表 prints. */
export function isHeading(text: string): boolean {
  return HEADINGS.has(text)
}

/** The names of files in a list of a sentence's length. */
export function listed(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` 等 ${names.length} 个文件` : ''
  return `${names.slice(0, MOST_NAMED).join('、')}${more}`
}

/** The file that a link leads to, by its words, else by its address; `null` when it leads to no document. */
export function attachmentOf(address: string, words: string): string | null {
  const said = words.replace(/^\s*附[件表]\s*\d*\s*[:：]?\s*/, '').trim()
  if (ENDS_AS_DOCUMENT.test(said)) return said
  const path = address.replace(/[?#].*$/s, '')
  if (!ENDS_AS_DOCUMENT.test(path) || /\.(?:html?|txt)$/i.test(path)) return null
  return said === '' ? decoded(path.slice(path.lastIndexOf('/') + 1)) : said
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function isSheet(address: string): boolean {
  return /sheet\d+\.html?$/i.test(address)
}

/** The attachments that a document names anywhere in its text, in a list of a sentence's length; `null` when it names none. */
export function attachmentsIn({ blocks }: SourceDocument): string | null {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.table.rows.flat().flatMap((cell) => cell.lines),
  )
  const names = attachmentsNamedIn(lines)
  return names.length === 0 ? null : listed(names)
}

function attachmentsNamedIn(lines: readonly string[]): string[] {
  return [...new Set(lines.flatMap((line) => [...line.matchAll(NAMED)].flatMap(([, name]) => name ?? [])))]
}

/** Headings of the form beside each other on a line: the columns are lost; each on a line of its own: the cells are. */
function lostTable(lines: readonly string[]): 'lost-columns' | 'lost-cells' | null {
  const alone = new Set<string>()
  const beside = new Set<string>()
  for (const line of lines) {
    const words = line.split(/\s+/).filter((word) => HEADINGS.has(word))
    for (const word of words) (words.length > 1 ? beside : alone).add(word)
    const together = line.replaceAll(/\s/g, '')
    if (HEADINGS.has(together)) alone.add(together)
  }
  if (beside.size >= FEWEST_HEADINGS) return 'lost-columns'
  return alone.size >= FEWEST_HEADINGS ? 'lost-cells' : null
}
