import { comparableName } from '@/domain/number/visibleText'
import type { SourcePlace } from '../../outcome/recognitionIssue'
import type { PlanDraft } from '../draft'

/** A project of a sitting: its file, its place among all projects of all files (from 0), where its name stands, and what its table says. */
export interface PlacedProject {
  readonly file: number
  readonly place: number
  readonly from: SourcePlace | null
  readonly project: PlanDraft['projects'][number]
}

/** Which file a repeated project is taken from, or `all` where they are different projects; by the place of its first printing. */
export type RepeatAnswers = Readonly<Record<number, number | 'all'>>

/** One project that several files of a sitting print: asked, unless they say the same in every cell, when the first is taken and that is said. */
export interface Repeat {
  readonly key: number
  readonly name: string
  readonly same: boolean
  /** The file that is taken, `all`, or `null` while it is not answered. */
  readonly answer: number | 'all' | null
  readonly printings: readonly PlacedProject[]
}

/** The projects that more than one file prints: of one name, unless their codes tell them apart (domain.md §1: a code alone is no key). */
export function repeatsIn(projects: readonly PlacedProject[], answers: RepeatAnswers = {}): Repeat[] {
  const byName = grouped(projects, ({ project }) => comparableName(project.name ?? ''))
  byName.delete('')
  const alike = [...byName.values()].flatMap((group) =>
    group.every(({ project }) => project.code !== null)
      ? [...grouped(group, ({ project }) => project.code ?? '').values()]
      : [group],
  )
  return alike.flatMap((printings): Repeat[] => {
    const [first] = printings
    if (!first || new Set(printings.map(({ file }) => file)).size < 2) return []
    const same = new Set([...grouped(printings, ({ file }) => file).values()].map(saying)).size === 1
    const answer = answers[first.place] ?? (same ? first.file : null)
    return [{ key: first.place, name: first.project.name ?? '', same, answer, printings }]
  })
}

/** The places that the answers leave out. */
export function unchosen(repeats: readonly Repeat[]): number[] {
  return repeats.flatMap(({ answer, printings }) =>
    answer === null || answer === 'all'
      ? []
      : printings.flatMap(({ file, place }) => (file === answer ? [] : [place])),
  )
}

/** What printings say, without the ids that their places give them. */
function saying(printings: readonly PlacedProject[]): string {
  return JSON.stringify(
    printings.map(({ project }) => project),
    (key, value: unknown) => (key === 'id' ? undefined : value),
  )
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
