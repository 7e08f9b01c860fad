import type { SourcePlace } from '../outcome/recognitionIssue'
import { type Path } from '../jsonText'
import { pathText } from '../plan/planIssue'

/** A value on its way into a draft, with the place it was read from; `null` where it stands in no one place. */
export class Leaf<T extends string | number | null = string | null> {
  readonly value: T
  readonly from: SourcePlace | null

  constructor(value: T, from: SourcePlace | null = null) {
    this.value = value
    this.from = from
  }
}

/** What the document does not state. */
export const NOT_STATED: Leaf<null> = new Leaf(null)

/** Parts a traced shape into its plain values and the place of each, by path (`projects[0].schedule.03`) as plan issues name their cells. */
export function settled(traced: unknown): {
  readonly value: unknown
  readonly sources: ReadonlyMap<string, SourcePlace>
} {
  const sources = new Map<string, SourcePlace>()
  const value = plain(traced, [], sources)
  return { value, sources }
}

function plain(node: unknown, path: Path, sources: Map<string, SourcePlace>): unknown {
  if (node instanceof Leaf) {
    if (node.from) sources.set(pathText(path), node.from)
    return node.value
  }
  if (Array.isArray(node)) return node.map((item: unknown, index) => plain(item, [...path, index], sources))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, item]) => [key, plain(item, [...path, key], sources)]),
  )
}
