import type { RecognitionIssue } from '../outcome/recognitionIssue'
import type { Candidate, Stated } from './draft'
import type { ProjectTable } from './projectTable'
import { Leaf } from './traced'

/** The projects of a document that are taken: those a person left out are gone, and the ids of those behind move up. */
export interface Chosen {
  readonly tables: readonly ProjectTable[]
  candidates(plan: string | null): Candidate[]
  /** Issues by the new places; what is left out is named once, and nothing is asked of it. */
  issues(issues: readonly RecognitionIssue[]): RecognitionIssue[]
}

/** Leaves out and names projects as a person states; a printed name stands. */
export function chosenProjects(found: readonly ProjectTable[], { leftOut = [], names = {} }: Stated): Chosen {
  const left = new Set(leftOut)
  const printed = found.map(({ values }) => (values.get('name')?.value ?? null) !== null)
  for (const [index, { values }] of found.entries()) {
    const name = names[index]?.trim()
    if (!printed[index] && name) values.set('name', new Leaf(name))
  }
  const places = placesOf(found.length, left)
  return {
    tables: found.filter((_, index) => !left.has(index)),
    candidates: (plan) =>
      found.map(({ values }, index) => ({
        name: values.get('name')?.value ?? null,
        printed: printed[index] === true,
        id: left.has(index) || plan === null ? null : `${plan}/${(places[index] ?? 0) + 1}`,
        left: left.has(index),
      })),
    issues: (issues) => [
      ...found.flatMap(({ values, title }, index): RecognitionIssue[] =>
        left.has(index)
          ? [{ kind: 'left-by-user', path: null, from: values.get('name')?.from ?? title?.from ?? null }]
          : [],
      ),
      ...issues.flatMap((issue) => moved(issue, places)),
    ],
  }
}

function placesOf(count: number, left: ReadonlySet<number>): (number | null)[] {
  let next = 0
  return Array.from({ length: count }, (_, index) => {
    if (left.has(index)) return null
    next += 1
    return next - 1
  })
}

function moved(issue: RecognitionIssue, places: readonly (number | null)[]): RecognitionIssue[] {
  const [whole, index] = /^projects\[(\d+)\]/.exec(issue.path ?? '') ?? []
  if (whole === undefined || issue.path === null) return [issue]
  const place = places[Number(index)]
  if (place === null || place === undefined) return []
  return [{ ...issue, path: issue.path.replace(whole, `projects[${place}]`) }]
}
