import type { SaxesTagNS } from 'saxes'
import { listNumber } from './listNumber'
import { attributeOf, type XmlReader } from '../readXml'

/** What a paragraph says of its number: a list and a level in it, or the style it takes them from. */
export interface ParagraphNumber {
  style: string | null
  list: string | null
  level: number | null
}

interface Level {
  start: number
  format: string
  text: string
  joined: boolean
}

interface List {
  abstract: string
  readonly starts: Map<number, number>
}

const LEVELS = 9

/** Reads the lists of word/numbering.xml (ECMA-376-1 §17.9): levels of abstract lists, the lists made of them, and where those start anew. */
export class NumberingReader implements XmlReader {
  readonly problem = null
  readonly abstracts = new Map<string, Map<number, Level>>()
  readonly lists = new Map<string, List>()
  private levels: Map<number, Level> | null = null
  private level: Level | null = null
  private list: List | null = null
  private override = 0

  open(tag: SaxesTagNS): void {
    const value = attributeOf(tag, 'val') ?? ''
    switch (tag.local) {
      case 'abstractNum':
        this.levels = new Map()
        this.abstracts.set(attributeOf(tag, 'abstractNumId') ?? '', this.levels)
        break
      case 'lvl':
        this.level = { start: 0, format: 'decimal', text: '', joined: false }
        if (!this.list) this.levels?.set(levelOf(attributeOf(tag, 'ilvl')), this.level)
        break
      case 'start':
        if (this.level) this.level.start = small(value)
        break
      case 'numFmt':
        if (this.level) this.level.format = value
        break
      case 'lvlText':
        if (this.level) this.level.text = value
        break
      case 'suff':
        if (this.level) this.level.joined = value === 'nothing'
        break
      case 'num':
        this.list = { abstract: '', starts: new Map() }
        this.lists.set(attributeOf(tag, 'numId') ?? '', this.list)
        break
      case 'abstractNumId':
        if (this.list) this.list.abstract = value
        break
      case 'lvlOverride':
        this.override = levelOf(attributeOf(tag, 'ilvl'))
        break
      case 'startOverride':
        this.list?.starts.set(this.override, small(value))
        break
      default:
    }
  }

  close(tag: SaxesTagNS): void {
    if (tag.local === 'lvl') this.level = null
    else if (tag.local === 'num') this.list = null
  }

  text(): void {}
}

/** Reads which styles of word/styles.xml number their paragraphs, a style's base included. */
export class NumberedStyles implements XmlReader {
  readonly problem = null
  private readonly styles = new Map<string, ParagraphNumber>()
  private style: ParagraphNumber | null = null

  open(tag: SaxesTagNS): void {
    const value = attributeOf(tag, 'val')
    if (tag.local === 'style') {
      this.style = { style: null, list: null, level: null }
      this.styles.set(attributeOf(tag, 'styleId') ?? '', this.style)
    } else if (!this.style) return
    else if (tag.local === 'basedOn') this.style.style = value
    else if (tag.local === 'numId') this.style.list = value
    else if (tag.local === 'ilvl') this.style.level = levelOf(value)
  }

  close(tag: SaxesTagNS): void {
    if (tag.local === 'style') this.style = null
  }

  text(): void {}

  /** The list and level of a paragraph, its own or its style's. */
  of(paragraph: ParagraphNumber): { readonly list: string; readonly level: number } | null {
    let { list, level, style } = paragraph
    for (let step = 0; list === null && style !== null && step < LEVELS; step += 1) {
      const from = this.styles.get(style)
      list = from?.list ?? null
      level ??= from?.level ?? null
      style = from?.style ?? null
    }
    return list === null || list === '0' ? null : { list, level: level ?? 0 }
  }
}

/** Counts the numbered paragraphs of a document in their order and says the number each shows: 1、 一、 （1） 1.2 …; bullets show none. */
export class Numbering {
  private readonly counts = new Map<string, number[]>()
  private readonly started = new Set<string>()

  constructor(
    private readonly numbering: NumberingReader,
    private readonly styles: NumberedStyles,
  ) {}

  next(paragraph: ParagraphNumber): string {
    const place = this.styles.of(paragraph)
    const list = place && this.numbering.lists.get(place.list)
    const levels = list && this.numbering.abstracts.get(list.abstract)
    const level = levels?.get(place?.level ?? 0)
    if (!place || !list || !levels || !level) return ''
    const counts = this.counted(place, list, levels)
    if (level.format === 'bullet' || level.format === 'none' || level.text === '') return ''
    const text = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return listNumber(counts[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? 'decimal')
    })
    return level.joined || /[^\x20-\x7E]$/.test(text) ? text : `${text} `
  }

  /** Counts one on in its level; a deeper level begins anew, and so does a list that says where it starts. */
  private counted(
    place: { readonly list: string; readonly level: number },
    list: List,
    levels: ReadonlyMap<number, Level>,
  ): readonly number[] {
    const counts = this.counts.get(list.abstract) ?? []
    this.counts.set(list.abstract, counts)
    const override = list.starts.get(place.level)
    const first = `${place.list}/${place.level}`
    if (override !== undefined && !this.started.has(first)) counts[place.level] = override - 1
    this.started.add(first)
    counts[place.level] = (counts[place.level] ?? (levels.get(place.level)?.start ?? 1) - 1) + 1
    counts.length = place.level + 1
    return counts
  }
}

function levelOf(text: string | null): number {
  return Math.min(small(text ?? ''), LEVELS - 1)
}

function small(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : 0
}
