import type { SaxesTagNS } from 'saxes'
import { foreignPackage } from './foreignPackage'
import { attributeOf, readXml, type XmlReader } from '../readXml'
import type { UnreadableFile } from '../sourceDocument'
import type { OpenPackage } from './unpack'

/** One relationship of a part: its id, the last word of its type, which transitional and strict files share, and the part it leads to. */
export interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** The relationships of a part, or why they cannot be read; a part without any has none. */
export type Relationships =
  | { readonly ok: true; readonly list: readonly Relationship[] }
  | { readonly ok: false; readonly problem: UnreadableFile }

/** Reads the relationships of a part (`''` for the package itself), those that lead outside the package left out (ECMA-376-2 §9.3). */
export function relationshipsOf(opened: OpenPackage, part: string): Relationships {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const path = `${folder}_rels/${part.slice(slash + 1)}.rels`
  if (!opened.names.has(path)) return { ok: true, list: [] }
  const reader = new RelationshipReader(folder)
  const problem = readXml(opened, path, reader)
  if (problem) return { ok: false, problem }
  const lost = reader.list.find(({ type, target }) => NEEDED.has(type) && !opened.names.has(target))
  if (lost) return { ok: false, problem: { kind: 'damaged', where: lost.target } }
  return { ok: true, list: reader.list }
}

const NEEDED = new Set(['officeDocument', 'worksheet', 'sharedStrings', 'styles', 'numbering'])

class RelationshipReader implements XmlReader {
  readonly problem = null
  readonly list: Relationship[] = []

  constructor(private readonly folder: string) {}

  open(tag: SaxesTagNS): void {
    if (tag.local !== 'Relationship' || attributeOf(tag, 'TargetMode') === 'External') return
    const type = attributeOf(tag, 'Type') ?? ''
    this.list.push({
      id: attributeOf(tag, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(attributeOf(tag, 'Target') ?? '', this.folder),
    })
  }

  close(): void {}

  text(): void {}
}

function resolved(target: string, folder: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** What a package holds for us, and its main part: found through its relationships, wherever it lies. */
export type MainPart =
  | { readonly ok: true; readonly kind: 'docx' | 'xlsx'; readonly path: string }
  | { readonly ok: false; readonly problem: UnreadableFile }

/** Finds the main part of a package and tells a document from a workbook by its root element; a package of anything else is no document. */
export function mainPartOf(opened: OpenPackage): MainPart {
  const relationships = relationshipsOf(opened, '')
  if (!relationships.ok) return relationships
  const path =
    relationships.list.find(({ type }) => type === 'officeDocument')?.target ??
    ['word/document.xml', 'xl/workbook.xml'].find((usual) => opened.names.has(usual))
  if (path === undefined || !path.toLowerCase().endsWith('.xml')) return foreign(opened, path ?? null)
  const root = new RootReader()
  const problem = readXml(opened, path, root)
  if (root.name === 'document' && WORD.has(root.uri)) return { ok: true, kind: 'docx', path }
  if (root.name === 'workbook' && SHEET.has(root.uri)) return { ok: true, kind: 'xlsx', path }
  return problem && root.name === '' ? { ok: false, problem } : foreign(opened, path)
}

/** The namespaces of the body of a document: transitional and strict (ECMA-376-1 and -4). */
export const WORD: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/** The namespaces of a workbook: transitional and strict. */
export const SHEET: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
])

function foreign(opened: OpenPackage, where: string | null): MainPart {
  return { ok: false, problem: foreignPackage(opened, where) }
}

class RootReader implements XmlReader {
  problem: UnreadableFile['kind'] | null = null
  name = ''
  uri = ''

  open(tag: SaxesTagNS): void {
    if (this.problem !== null) return
    this.name = tag.local
    this.uri = tag.uri
    this.problem = 'not-a-document'
  }

  close(): void {}

  text(): void {}
}
