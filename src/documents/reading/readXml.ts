import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { UnreadableFile } from './sourceDocument'
import type { OpenPackage } from './archive/unpack'

/** What a reader of one part is told, in document order; texts may come in pieces. `problem` stops the reading. */
export interface XmlReader {
  readonly problem: UnreadableFile['kind'] | null
  open(tag: SaxesTagNS): void
  close(tag: SaxesTagNS): void
  text(text: string): void
}

const PIECE = 16_384
const DEEPEST = 512

/**
 * Feeds one part of a package to a reader as it is unpacked, so neither the part nor a tree of it is ever held whole.
 * A DOCTYPE is refused, for Office writes none and entities are declared there; XML that is not well-formed, or nested
 * deeper than any document (the time to look names up grows with it), is `damaged`.
 */
export function readXml(opened: OpenPackage, name: string, reader: XmlReader): UnreadableFile | null {
  let problem: UnreadableFile['kind'] | null = null
  const parser = new SaxesParser({ xmlns: true, position: false })
  const heard = (kind: UnreadableFile['kind']) => {
    problem ??= kind
  }
  parser.on('doctype', () => heard('entities'))
  parser.on('error', () => heard('damaged'))
  let depth = 0
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEEPEST) heard('too-deep')
    if (problem === null) reader.open(tag)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    if (problem === null) reader.close(tag)
  })
  const text = (piece: string) => {
    if (problem === null) reader.text(piece)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  const going = () => {
    problem ??= reader.problem
    return problem === null
  }
  const feed = (piece: string) => {
    for (let at = 0; at < piece.length && going(); at += PIECE) parser.write(piece.slice(at, at + PIECE))
    return going()
  }
  let decoder: TextDecoder | null = null
  const unreadable = opened.unpack(name, (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    return feed(decoded(decoder, chunk))
  })
  if (going() && !unreadable) {
    parser.close()
    going()
  }
  return unreadable ?? (problem && { kind: problem, where: name })

  function decoded(decoder: TextDecoder, chunk: Uint8Array): string {
    try {
      return decoder.decode(chunk, { stream: true })
    } catch {
      heard('damaged')
      return ''
    }
  }
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** An attribute of a tag by its local name, in the tag's own namespace, or in none; `null` when it has none. */
export function attributeOf(tag: SaxesTagNS, local: string): string | null {
  const near = tag.attributes[tag.prefix === '' ? local : `${tag.prefix}:${local}`] ?? tag.attributes[local]
  if (near) return near.value
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.local === local && attribute.uri === tag.uri) return attribute.value
  }
  return null
}
