import { decodePlan } from '@/documents/plan/planFile'
import { planFileText } from '@/documents/plan/planFileText'
import { readDocument } from '@/documents/reading/readDocument'
import type { DocumentReading } from '@/documents/reading/sourceDocument'
import { attachmentsIn } from '@/documents/reading/withoutTable'
import type { Candidate } from '@/documents/recognition/draft'
import { FileReading } from '@/documents/recognition/several/fileReading'
import { type Joined, joinFiles, type StatedOfFiles } from '@/documents/recognition/several/joinFiles'
import { parseDay, type Day } from '@/domain/time/day'
import type { Plan } from '@/domain/plan/plan'
import { planDifference } from '@/domain/plan/planDifference'
import { yearDifference } from '@/domain/plan/yearDifference'
import type { DocumentRemark, TracedProject } from '@/format/published/documentFound'
import { planDifferenceText, type DifferenceLine } from '@/format/published/planDifferenceText'
import { recognitionText } from '@/format/published/recognitionText'
import { setAsideText } from '@/format/published/setAsideText'
import { noneInFilesText, noProjectText, unreadableText } from '@/format/published/unreadableText'
import { yearDifferenceText } from '@/format/published/yearDifferenceText'
import { checksOf, faultsBesidesId, faultsOf, projectOf } from './planRemarks'
import { type FoundRepeat, foundRepeats } from './repeatedProjects'
import { tracedProject } from './tracedProject'

/** A file of the sitting: what it states of itself, whether its projects are in the plan, and the sentence where it has none. */
export interface FoundFile {
  readonly name: string
  readonly year: number | null
  readonly department: string | null
  readonly title: string | null
  readonly projects: number
  readonly differs: readonly ('year' | 'department')[]
  readonly joined: boolean
  readonly answer: string | null
}

/** What was found in the files of a sitting: what plan it is, how much, and everything there is to say about it. */
export interface Found {
  readonly id: string | null
  readonly year: number | null
  readonly code: string | null
  readonly department: string | null
  readonly title: string | null
  readonly published: Day | null
  /** The plan file as it would be kept. */
  readonly text: string
  /** Whether the plan file stands: whether anything can be shown of it, and no project is asked about. */
  readonly stands: boolean
  readonly projects: readonly { readonly name: string; readonly indicators: number }[]
  /** What to say where there is no project in it. */
  readonly answer: string | null
  readonly files: readonly FoundFile[]
  /** Every project the files hold, those left out too, with the ids they are given and the place of their file. */
  readonly candidates: readonly (Candidate & { readonly file: number })[]
  /** The projects that several files print. */
  readonly repeats: readonly FoundRepeat[]
  /** How much of it will be left out because it is broken. */
  readonly lost: number
  /** What was not understood, or will be left out. */
  readonly left: readonly DocumentRemark[]
  /** What the checks of the tables ask. */
  readonly checks: readonly DocumentRemark[]
  /** What a document does not show and the reader therefore did not take. */
  readonly aside: readonly DocumentRemark[]
  /** Whether the values can be shown beside the cells they came from. */
  readonly traced: boolean
}

/** How far reading is. */
export type Step = 'reading' | 'recognising' | 'checking'

export type Opening =
  { readonly ok: true; readonly found: Found } | { readonly ok: false; readonly why: string }

const TOO_LARGE: DocumentReading = { ok: false, problem: { kind: 'too-large', where: null } }

/** A file that was read, or the sentence that says why it was not. */
interface Part {
  readonly name: string
  readonly reading: FileReading | null
  readonly answer: string | null
}

/** The documents of a sitting being looked at before they are taken as one plan: read once, recognised as often as something is stated anew, compared and shown project by project. */
export class DocumentSession {
  #parts: Part[] = []
  #joined: Joined | null = null
  #plan: Plan | null = null

  /** Reads one document or a plan file alone; `step` hears how far it is. */
  async open(
    bytes: Uint8Array,
    name: string,
    stated: StatedOfFiles,
    step: (step: Step) => void = () => {},
  ): Promise<Opening> {
    step('reading')
    this.#parts = []
    if (/\.json$/i.test(name)) return this.#openPlanFile(bytes, name)
    await this.add(bytes, name)
    return this.look(stated, step)
  }

  /** Reads one more document of the sitting; `null` for one that is too large to be read. A plan file is no part of a sitting. */
  async add(bytes: Uint8Array | null, name: string): Promise<void> {
    const reading = bytes === null ? TOO_LARGE : await readDocument(bytes, name)
    this.#parts.push(
      reading.ok
        ? { name, reading: new FileReading(name, reading.document), answer: null }
        : { name, reading: null, answer: unreadableText(reading.problem) },
    )
  }

  /** What the sitting comes to; a file alone that cannot be read is refused, one among others has its sentence. */
  look(stated: StatedOfFiles, step: (step: Step) => void = () => {}): Opening {
    const [only, second] = this.#parts
    if (only && !second && only.answer !== null) return { ok: false, why: only.answer }
    return { ok: true, found: this.restate(stated, step) }
  }

  /** Recognises the documents again with what a person states because they do not. */
  restate(stated: StatedOfFiles, step: (step: Step) => void = () => {}): Found {
    step('recognising')
    const read = this.#parts.flatMap(({ reading }, at) => (reading ? { reading, at } : []))
    const joined = joinFiles(
      read.map(({ reading }) => reading),
      byReading(
        stated,
        read.map(({ at }) => at),
      ),
    )
    step('checking')
    const { plan: draft } = joined
    const text = planFileText(draft)
    const file = `${draft.id ?? '计划'}.json`
    const decoded = draft.id === null ? faultsBesidesId(draft) : decodePlan(text, file)
    this.#joined = joined
    this.#plan = decoded.plan
    const signs = joined.issues.flatMap(({ issue: { kind, path, from } }) =>
      kind === 'no-figure' && path !== null && from !== null ? [[path, from.text] as const] : [],
    )
    const { grave, notes } = faultsOf(decoded.issues, file, new Map(signs))
    const several = this.#parts.length > 1
    const named = (place: number | null, where: string) =>
      !several || place === null ? where : `${joined.files[place]?.name ?? ''} · ${where}`
    return {
      ...ownOf(draft),
      text,
      stands: decoded.plan !== null && joined.repeats.every(({ answer }) => answer !== null),
      answer: draft.projects.length === 0 ? this.#noProject(several) : null,
      files: filesFound(this.#parts, read, joined),
      candidates: joined.candidates.map((one) => ({ ...one, file: read[one.file]?.at ?? 0 })),
      repeats: foundRepeats(joined.repeats, (place) => read[place]?.at ?? 0),
      lost: grave.length,
      left: [
        ...grave,
        ...joined.issues.map(({ file: place, issue }) => {
          const said = recognitionText(issue)
          return { ...said, where: named(place, said.where), project: projectOf(issue.path) }
        }),
      ],
      checks: [...notes, ...(decoded.plan ? checksOf(decoded.plan) : [])],
      aside: read.flatMap(({ reading }, place) =>
        joined.files[place]?.joined
          ? (reading.document.setAside ?? []).map((aside) => {
              const said = setAsideText(aside)
              return { ...said, where: named(place, said.where), project: null }
            })
          : [],
      ),
      traced: true,
    }
  }

  /** What changes against a plan that stands already, in words, `null` where one of the two cannot be read and nothing was compared; `filled` counts the entries of the ledger by subject. */
  compare(existing: string, file: string, filled: Readonly<Record<string, number>>): DifferenceLine[] | null {
    const { plan: before } = decodePlan(existing, file)
    const after = this.#plan
    if (!before || !after) return null
    return planDifferenceText(planDifference(before, after), before, after, filled)
  }

  /** What changes against an earlier year's plan of the same department, in words; `null` as above. */
  compareYears(earlier: string, file: string): DifferenceLine[] | null {
    const { plan: before } = decodePlan(earlier, file)
    return before && this.#plan ? yearDifferenceText(yearDifference(before, this.#plan)) : null
  }

  /** One project's values beside their cells, in the tables of its file. */
  project(index: number): TracedProject {
    const origin = this.#joined?.origins[index]
    const readings = this.#parts.flatMap(({ reading }) => reading ?? [])
    const reading = origin && readings[origin.file]
    if (!origin || !reading) return { name: '', groups: [], tables: [] }
    const traced = tracedProject(reading.document, origin.recognition.draft, origin.index)
    if (this.#parts.length === 1) return traced
    const tables = traced.tables.map((table) => ({ ...table, heading: `${reading.name} · ${table.heading}` }))
    return { ...traced, tables }
  }

  #noProject(several: boolean): string {
    const [only] = this.#parts
    return several || !only?.reading ? noneInFilesText() : noProjectText(attachmentsIn(only.reading.document))
  }

  #openPlanFile(bytes: Uint8Array, name: string): Opening {
    const text = new TextDecoder().decode(bytes)
    const { plan, issues } = decodePlan(text, name)
    const { grave, notes } = faultsOf(issues, name)
    this.#plan = plan
    if (!plan) return { ok: false, why: grave[0] ? `${grave[0].where}：${grave[0].what}` : '不是计划文件' }
    return {
      ok: true,
      found: {
        ...ownOf(plan),
        text,
        stands: true,
        answer: null,
        files: [],
        candidates: [],
        repeats: [],
        lost: grave.length,
        left: grave,
        checks: [...notes, ...checksOf(plan)],
        aside: [],
        traced: false,
      },
    }
  }
}

/** What is stated of files by their place among all, by their place among those that were read. */
function byReading(stated: StatedOfFiles, places: readonly number[]): StatedOfFiles {
  if (!stated.files && !stated.repeats) return stated
  const { files = {}, repeats = {} } = stated
  return {
    ...stated,
    files: Object.fromEntries(
      places.flatMap((at, place) => (files[at] === undefined ? [] : [[place, files[at]]])),
    ),
    repeats: Object.fromEntries(
      Object.entries(repeats).map(([key, answer]) => [
        key,
        answer === 'all' ? answer : places.indexOf(answer),
      ]),
    ),
  }
}

function filesFound(
  parts: readonly Part[],
  read: readonly { readonly reading: FileReading; readonly at: number }[],
  joined: Joined,
): FoundFile[] {
  return parts.map(({ name, answer }, at): FoundFile => {
    const place = read.findIndex((one) => one.at === at)
    const file = joined.files[place]
    const reading = read[place]?.reading
    if (!file || !reading)
      return {
        name,
        year: null,
        department: null,
        title: null,
        projects: 0,
        differs: [],
        joined: false,
        answer,
      }
    return { ...file, answer: file.projects > 0 ? null : noProjectText(attachmentsIn(reading.document)) }
  })
}

interface Own {
  readonly id: string | null
  readonly year: number | null
  readonly department: { readonly code: string | null; readonly name: string | null }
  readonly source: { readonly title: string | null; readonly published: string | null }
  readonly projects: readonly { readonly name: string | null; readonly indicators: readonly unknown[] }[]
}

function ownOf({ id, year, department: { code, name }, source: { title, published }, projects }: Own) {
  return {
    id,
    year,
    code,
    department: name,
    title,
    published: published === null ? null : parseDay(published),
    projects: projects.map((project) => ({
      name: project.name ?? '（没有名称）',
      indicators: project.indicators.length,
    })),
  }
}
