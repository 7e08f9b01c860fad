import { comparableName } from '@/domain/number/visibleText'
import { type RecognitionIssue, seriousness } from '../../outcome/recognitionIssue'
import type { Candidate, PlanDraft, Recognition, Stated } from '../draft'
import { notStated } from '../leftOver'
import type { FileReading } from './fileReading'
import { areTwoAuthorities } from './saidDepartment'
import { type PlacedProject, type Repeat, type RepeatAnswers, repeatsIn, unchosen } from './repeats'

/** What a person states of several files that become one plan; places of projects are counted over all files. */
export interface StatedOfFiles extends Stated {
  /** Whether a file belongs to the plan, by its place from 0, where the person says otherwise than the rule. */
  readonly files?: Readonly<Record<number, boolean>>
  readonly repeats?: RepeatAnswers
}

/** A file of the sitting as the plan sees it: what it states of itself, where that differs from the plan, and whether it belongs to it. */
export interface JoinedFile {
  readonly name: string
  readonly year: number | null
  readonly department: string | null
  readonly title: string | null
  readonly projects: number
  readonly differs: readonly ('year' | 'department')[]
  readonly joined: boolean
}

/** One plan read from the files of a sitting. */
export interface Joined {
  readonly plan: PlanDraft
  readonly files: readonly JoinedFile[]
  readonly candidates: readonly (Candidate & { readonly file: number })[]
  readonly repeats: readonly Repeat[]
  /** Issues by the file they are about; `null` for the plan as a whole. */
  readonly issues: readonly { readonly file: number | null; readonly issue: RecognitionIssue }[]
  /** Where each project of the plan stands: its file, the recognition of it, and its place in that. */
  readonly origins: readonly {
    readonly file: number
    readonly recognition: Recognition
    readonly index: number
  }[]
}

/**
 * Makes one plan of several files: each is recognised alone, so that no unit, title or heading of one holds in another; one that states no year is read
 * with that of most. Projects follow each other in the order of the files. A file of another year or department stays out until a person joins it
 * (domain.md §2: ids are positions in one department's year); department goals and facts are those of the first file that states any.
 */
export function joinFiles(files: readonly FileReading[], stated: StatedOfFiles): Joined {
  if (files.length === 1 && files[0]) return alone(files[0], stated)
  const own = files.map((file) => file.recognise({}))
  const wanted = own.filter((_, file) => stated.files?.[file] !== false)
  const withProjects = wanted.filter(({ candidates }) => candidates.length > 0)
  const leading = <T>(valueOf: (plan: PlanDraft) => T | null) =>
    most(withProjects, valueOf) ?? most(wanted, valueOf)
  const year = stated.year ?? leading((plan) => plan.year)
  const code = stated.code ?? leading(({ department }) => department.code)
  const name = leading(({ department }) => department.name)
  const saidOf = (file: number) =>
    own[file]?.draft.plan.department.name ?? files[file]?.saidDepartment ?? null
  const said =
    name ?? mostOf(own.flatMap(({ candidates }, file) => (candidates.length > 0 ? (saidOf(file) ?? []) : [])))
  const differs = own.map(({ draft }, file) =>
    differencesOf(draft.plan, saidOf(file), { year, code, name: said }),
  )
  const joins = differs.map((marks, file) => stated.files?.[file] ?? marks.every(({ apart }) => !apart))
  const begins = own.map((_, file) =>
    own.slice(0, file).reduce((sum, { candidates }) => sum + candidates.length, 0),
  )
  const localOf = (file: number): Stated => ({
    ...(own[file]?.draft.plan.year === null && year !== null ? { year } : {}),
    names: Object.fromEntries(
      own[file]?.candidates.flatMap((_, at) => {
        const given = stated.names?.[at + (begins[file] ?? 0)]
        return given === undefined ? [] : [[at, given]]
      }) ?? [],
    ),
  })
  const placed = files.flatMap((reading, file): PlacedProject[] =>
    joins[file] ? placedIn(reading.recognise(localOf(file)), file, begins[file] ?? 0) : [],
  )
  const byHand = new Set(stated.leftOut)
  const repeats = repeatsIn(
    placed.filter(({ place }) => !byHand.has(place)),
    stated.repeats,
  )
  const left = new Set([...byHand, ...unchosen(repeats)])
  const read = files.map((reading, file) => {
    const begin = begins[file] ?? 0
    const leftOut = own[file]?.candidates.flatMap((_, at) => (left.has(at + begin) ? [at] : [])) ?? []
    return reading.recognise({ ...localOf(file), leftOut })
  })
  const members = read.filter((_, file) => joins[file])
  const plan = joinedPlan(members, { year, code, name }, stated)
  const origins = read.flatMap((recognition, file) =>
    joins[file] ? recognition.draft.plan.projects.map((_, index) => ({ file, recognition, index })) : [],
  )
  return {
    plan,
    files: own.map(({ draft, candidates }, file) => ({
      name: files[file]?.name ?? '',
      year: draft.plan.year,
      department: saidOf(file),
      title: draft.plan.source.title,
      projects: candidates.length,
      differs: (differs[file] ?? []).map(({ mark }) => mark),
      joined: joins[file] === true,
    })),
    candidates: read
      .flatMap(({ candidates }, file) =>
        candidates.map((candidate) => ({
          ...candidate,
          file,
          left: candidate.left || !joins[file],
          id: null,
        })),
      )
      .map(withIdOf(plan)),
    repeats,
    issues: [
      ...fileIssues(own, differs, joins),
      ...repeats.map((repeat) => ({ file: repeat.printings[0]?.file ?? null, issue: repeatIssue(repeat) })),
      ...notStated({ ...plan, projects: [] }).map((issue) => ({ file: null, issue })),
      ...membersIssues(read, joins),
    ].sort((one, other) => seriousness(one.issue) - seriousness(other.issue)),
    origins,
  }
}

function alone(file: FileReading, stated: StatedOfFiles): Joined {
  const recognition = file.recognise(stated)
  const { plan } = recognition.draft
  return {
    plan,
    files: [
      {
        name: file.name,
        year: plan.year,
        department: plan.department.name,
        title: plan.source.title,
        projects: recognition.candidates.length,
        differs: [],
        joined: true,
      },
    ],
    candidates: recognition.candidates.map((candidate) => ({ ...candidate, file: 0 })),
    repeats: [],
    issues: recognition.issues.map((issue) => ({ file: 0, issue })),
    origins: plan.projects.map((_, index) => ({ file: 0, recognition, index })),
  }
}

function placedIn({ draft }: Recognition, file: number, begin: number): PlacedProject[] {
  return draft.plan.projects.map((project, at) => ({
    file,
    place: begin + at,
    from: draft.sources.get(`projects[${at}].name`) ?? null,
    project,
  }))
}

/** The value that most files state, the first of equals; `null` where none does. */
function most<T>(recognitions: readonly Recognition[], valueOf: (plan: PlanDraft) => T | null): T | null {
  return mostOf(recognitions.flatMap(({ draft }) => valueOf(draft.plan) ?? []))
}

function mostOf<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const highest = Math.max(...counts.values())
  return [...counts].find(([, count]) => count === highest)?.[0] ?? null
}

interface Whose {
  readonly year: number | null
  readonly code: string | null
  readonly name: string | null
}

interface Difference {
  readonly mark: 'year' | 'department'
  /** Whether it keeps the file out: another year, a code that is neither the department's nor one of its units', or, without one, the name of another authority. */
  readonly apart: boolean
}

function differencesOf({ year, department }: PlanDraft, said: string | null, plan: Whose): Difference[] {
  const found: Difference[] = []
  if (year !== null && plan.year !== null && year !== plan.year) found.push({ mark: 'year', apart: true })
  const [own, code] = [department.code, plan.code]
  if (own !== null && code !== null && own !== code)
    found.push({ mark: 'department', apart: !own.startsWith(code) && !code.startsWith(own) })
  else if (said !== null && plan.name !== null && !sameDepartment(said, plan.name))
    found.push({ mark: 'department', apart: own === null && areTwoAuthorities(said, plan.name) })
  return found
}

function sameDepartment(one: string, other: string): boolean {
  const [first, second] = [comparableName(one), comparableName(other)]
  return first.includes(second) || second.includes(first)
}

/** The plan of all its files, its projects with ids by their place in it. */
function joinedPlan(members: readonly Recognition[], { year, code, name }: Whose, stated: Stated): PlanDraft {
  const plans = members.map(({ draft }) => draft.plan)
  const ranked = [...plans].sort((one, other) => Number(other.facts !== null) - Number(one.facts !== null))
  const first = <T>(valueOf: (plan: PlanDraft) => T | null): T | null =>
    ranked.map(valueOf).find((value) => value !== null) ?? null
  const id = year === null || code === null ? null : `${year}-${code}`
  const goals = ranked.find(({ departmentGoals }) => departmentGoals.length > 0)?.departmentGoals ?? []
  const under = (position: string): string | null => (id === null ? null : `${id}/${position}`)
  return {
    schema: 1,
    id,
    year,
    department: { code, name: stated.department ?? name },
    source: {
      title: stated.title ?? first(({ source }) => source.title),
      published: stated.published ?? first(({ source }) => source.published),
    },
    facts: first(({ facts }) => facts),
    departmentGoals: goals.map((goal, index) => ({ ...goal, id: under(`G${index + 1}`) })),
    projects: plans
      .flatMap(({ projects }) => projects)
      .map((project, index) => ({
        ...project,
        id: under(`${index + 1}`),
        indicators: project.indicators.map((indicator, row) => ({
          ...indicator,
          id: under(`${index + 1}/${row + 1}`),
        })),
      })),
  }
}

/** Gives each project that is taken the id of its place in the plan. */
function withIdOf({ id, projects }: PlanDraft) {
  let next = 0
  return <T extends { readonly left: boolean }>(candidate: T): T & { readonly id: string | null } => {
    if (candidate.left) return { ...candidate, id: null }
    next += 1
    return { ...candidate, id: id === null ? null : (projects[next - 1]?.id ?? null) }
  }
}

/** What the files say differently of themselves, each once, whether they were joined or not. */
function fileIssues(
  own: readonly Recognition[],
  differs: readonly (readonly Difference[])[],
  joins: readonly boolean[],
): Joined['issues'] {
  return own.flatMap(({ draft, candidates }, file) =>
    candidates.length === 0
      ? []
      : (differs[file] ?? []).map(({ mark }) => ({
          file,
          issue: {
            kind: `file-${joins[file] ? 'joined' : 'left'}-other-${mark}` as const,
            path: null,
            from: draft.sources.get(mark === 'year' ? 'year' : 'department.code') ?? null,
          },
        })),
  )
}

function repeatIssue({ answer, same, printings }: Repeat): RecognitionIssue {
  const [first] = printings
  return {
    kind: answer === null ? 'project-repeated' : same ? 'project-repeated-alike' : 'project-repeated-chosen',
    path: null,
    from: first?.from ?? null,
  }
}

/** The issues of the files in the plan, by the places of its projects; what a file does not state of itself is asked of the plan. */
function membersIssues(read: readonly Recognition[], joins: readonly boolean[]): Joined['issues'] {
  let before = 0
  return read.flatMap(({ draft, issues }, file) => {
    if (!joins[file]) return []
    const offset = before
    before += draft.plan.projects.length
    return issues.flatMap((issue) => {
      const [whole, index] = /^projects\[(\d+)\]/.exec(issue.path ?? '') ?? []
      if (whole !== undefined && issue.path !== null)
        return [
          {
            file,
            issue: { ...issue, path: issue.path.replace(whole, `projects[${Number(index) + offset}]`) },
          },
        ]
      const ofPlan = issue.kind === 'not-stated' || issue.kind === 'no-performance-table'
      return ofPlan ? [] : [{ file, issue }]
    })
  })
}
