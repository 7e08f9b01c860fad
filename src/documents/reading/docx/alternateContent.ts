import type { SaxesTagNS } from 'saxes'
import { NOTHING, type Closer } from './docxValue'
import { attributeOf } from '../readXml'

/** The namespace of alternate content (ECMA-376-3). */
export const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** The extensions whose content is text in elements we read: shapes, groups, canvases and Word's own. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing',
  'http://schemas.microsoft.com/office/word/2010/wordml',
  'http://schemas.microsoft.com/office/word/2012/wordml',
])

/** Chooses one branch of each mc:AlternateContent, the first whose extensions are understood, else the fallback: so a text box is read once. */
export class AlternateContent {
  private readonly open: { chosen: boolean }[] = []
  private readonly prefixes = new Map<string, string>()

  /** Learns the prefixes a tag declares, for branches name their extensions by prefix. */
  learn(tag: SaxesTagNS): void {
    for (const prefix in tag.ns) this.prefixes.set(prefix, tag.ns[prefix] ?? '')
  }

  start(tag: SaxesTagNS): Closer {
    if (tag.local === 'AlternateContent') {
      this.open.push({ chosen: false })
      return () => {
        this.open.pop()
      }
    }
    if (tag.local !== 'Choice' && tag.local !== 'Fallback') return NOTHING
    const branch = this.open.at(-1)
    if (!branch || branch.chosen || (tag.local === 'Choice' && !this.understands(tag))) return null
    branch.chosen = true
    return NOTHING
  }

  private understands(tag: SaxesTagNS): boolean {
    const required = (attributeOf(tag, 'Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '')
    return required.every((prefix) => UNDERSTOOD.has(this.prefixes.get(prefix) ?? ''))
  }
}
