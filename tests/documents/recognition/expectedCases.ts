import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url))

/** What must come of a document, as the README beside the cases says. */
export interface ExpectedCase {
  readonly outcome: 'read' | 'none' | 'help'
  readonly lists?: readonly string[]
  readonly says?: readonly string[]
  readonly better?: readonly string[]
  readonly orRead?: string
  readonly [key: string]: unknown
}

/** What came of a document: the draft as the plan file writes it, or `null`, and everything that is said, a line each. */
export interface CaseAnswer {
  readonly draft: Readonly<Record<string, unknown>> | null
  readonly lines: readonly string[]
}

const COMPARED = ['year', 'department', 'projects'] as const

/** The cases by the name of their input, in the order of the alphabet. */
export function caseNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name !== 'README.md' && !name.endsWith('.expected.json'))
    .sort()
}

export function casePath(name: string): string {
  return `${FOLDER}${name}`
}

export function caseBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(casePath(name)))
}

export function expectedOf(name: string): ExpectedCase {
  return JSON.parse(readFileSync(`${FOLDER}${name.replace(/\.[a-z]+$/, '')}.expected.json`, 'utf8'))
}

/** Everything that differs from what must come out, a line each: nothing when the answer is right. */
export function differences(expected: ExpectedCase, answer: CaseAnswer): string[] {
  const plain = outcomeDifferences(expected, answer)
  if (plain.length === 0 || expected.orRead === undefined || answer.draft === null) return plain
  const whole: ExpectedCase = JSON.parse(readFileSync(`${FOLDER}${expected.orRead}`, 'utf8'))
  return outcomeDifferences(whole, answer).length === 0 ? [] : plain
}

/** The wishes that were not met. */
export function unmetWishes({ better = [] }: ExpectedCase, { lines }: CaseAnswer): string[] {
  return unsaid(better, lines)
}

function outcomeDifferences(expected: ExpectedCase, { draft, lines }: CaseAnswer): string[] {
  const silent = unsaid([...(expected.lists ?? []), ...(expected.says ?? [])], lines)
  const said = silent.map((pattern) => `nothing says ${pattern}`)
  const projects = Array.isArray(draft?.projects) ? draft.projects.length : 0
  if (expected.outcome === 'help') return [...said, ...(projects > 0 ? [`${projects} projects read`] : [])]
  if (draft === null) return [...said, `no draft: ${lines.join(' ')}`]
  const cells = COMPARED.flatMap((key) => unlike(expected[key], draft[key], key))
  return [...said, ...cells]
}

function unsaid(patterns: readonly string[], lines: readonly string[]): string[] {
  return patterns.filter((pattern) => !lines.some((line) => new RegExp(pattern).test(line)))
}

function unlike(expected: unknown, found: unknown, path: string): string[] {
  if (isObject(expected) && Array.isArray(expected.anyOf)) {
    const tries = expected.anyOf.map((one: unknown) => unlike(one, found, path))
    return tries.find((differs) => differs.length === 0) ?? tries[0] ?? []
  }
  if (Array.isArray(expected)) return unlikeList(expected, found, path)
  if (isObject(expected)) {
    if (!isObject(found)) return [`${path}: ${shown(found)} in place of an object`]
    const keys = path.endsWith('.schedule')
      ? [...new Set([...Object.keys(expected), ...Object.keys(found)])]
      : Object.keys(expected)
    return keys.flatMap((key) => unlike(expected[key], found[key], `${path}.${key}`))
  }
  return bare(expected) === bare(found) ? [] : [`${path}: ${shown(found)} in place of ${shown(expected)}`]
}

function unlikeList(expected: readonly unknown[], found: unknown, path: string): string[] {
  if (!Array.isArray(found)) return [`${path}: ${shown(found)} in place of a list`]
  const length =
    found.length === expected.length ? [] : [`${path}: ${found.length} in place of ${expected.length}`]
  return [...length, ...expected.flatMap((one, index) => unlike(one, found[index], `${path}[${index}]`))]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function bare(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s/g, '') : (value ?? null)
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
