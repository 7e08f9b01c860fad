import { cleanCell } from '../number/cellText'
import type { Money } from '../number/money'

/** What a list needs to know of a project: its id, code and name as printed, and its 全年预算数. */
export interface ListProject {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly budget: Money
}

/** Which project a line names. `asked` says why it is not taken as it is, with the one it probably is and those it may be. */
export type ProjectMatch =
  | {
      readonly kind: 'found'
      readonly project: ListProject
      readonly by: 'both' | 'name' | 'code' | 'remembered'
    }
  | {
      readonly kind: 'asked'
      readonly why:
        | 'unnamed'
        | 'unknown'
        | 'suffix'
        | 'shared-code'
        | 'shared-name'
        | 'contradiction'
        | 'other-code'
        | 'other-name'
      readonly said: string
      readonly likely: ListProject | null
      readonly choices: readonly ListProject[]
    }

const CODE = /[a-z0-9]+(?:-[a-z0-9]+)+|[a-z]*\d[a-z0-9]{5,}/g
const YEAR = /[(（【[]?(?:19|20)\d{2}(?:年度?|财年)?[)）】\]]?|^(?:19|20)\d{2}年度?/g
const BRACKETS = /[()（）[\]【】〔〕{}<>《》「」“”"']/g
const SIMPLE_CODE = /^[A-Za-z0-9-]*$/
const SIMPLE_NAME = /^[\u4E00-\u9FA5a-z0-9-]*$/
const PRINTED_CODE = /^[A-Z0-9-]*$/
const HAS_CODE = new RegExp(CODE.source)
const NUMBER = /^(?:\d{1,3}|[一二三四五六七八九十]+)[.、．)）]/

function plainCode(text: string): string {
  if (SIMPLE_CODE.test(text)) return text.toLowerCase()
  return cleanCell(text).toLowerCase().replaceAll(/[—_]/g, '-').replaceAll(/[\s.]/g, '')
}

/** A code as it is looked up: nearly all are printed so that nothing has to be written anew. */
function codeKey(text: string): string {
  if (PRINTED_CODE.test(text)) return text
  return plainCode(text).replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase())
}

function plainName(text: string): string {
  if (SIMPLE_NAME.test(text)) return text
  return cleanCell(text).toLowerCase().replaceAll(/\s+/g, '').replaceAll(BRACKETS, '')
}

function withoutYear(text: string): string {
  return plainName(cleanCell(text).replaceAll(YEAR, ''))
}

/** The kind of a code by its shape: figures and letters of each part, so that codes of another system do not contradict the plan's. */
function shapeOf(code: string): string {
  return code
    .split('-')
    .map((part) => part.length)
    .join('-')
}

/** No code and name of a project have more characters together. */
const LONGEST = 400

/** Projects by a text; the few that share one stand behind the first, so that a plan of thousands costs one entry each. A project without the text is not found by it. */
class Lookup {
  private readonly first = new Map<string, ListProject>()
  private readonly others = new Map<string, readonly ListProject[]>()

  constructor(projects: readonly ListProject[], textOf: (project: ListProject) => string) {
    for (const project of projects) this.first.set(textOf(project), project)
    if (this.first.size < projects.length) this.shared(projects, textOf)
    this.first.delete('')
  }

  private shared(projects: readonly ListProject[], textOf: (project: ListProject) => string): void {
    this.first.clear()
    for (const project of projects) {
      const text = textOf(project)
      if (this.first.has(text)) this.others.set(text, [...(this.others.get(text) ?? []), project])
      else this.first.set(text, project)
    }
    this.others.delete('')
  }

  has(key: string): boolean {
    return this.first.has(key)
  }

  /** The project of a text that only one has. */
  only(key: string): ListProject | null {
    return this.others.size > 0 && this.others.has(key) ? null : (this.first.get(key) ?? null)
  }

  get(key: string): readonly ListProject[] {
    const one = this.first.get(key)
    return one ? [one, ...(this.others.get(key) ?? [])] : []
  }
}

/** Whether a cell is a project's name and nothing that may be a code of another. */
function bears(project: ListProject, name: string): boolean {
  const plain = plainName(name)
  return plain !== '' && plain === plainName(project.name) && !HAS_CODE.test(plain)
}

/** Finds the project a line names by code and name together; built once for a plan, asked once for each pair of texts. */
export class ProjectIndex {
  private readonly byCode: Lookup
  private readonly asked: boolean
  private names: Lookup | null = null
  private bareNames: Lookup | null = null
  private ids: ReadonlyMap<string, ListProject> | null = null
  private shapes: ReadonlySet<string> | null = null
  private readonly matched = new Map<string, ProjectMatch>()
  private readonly named = new Map<string, ListProject | null>()

  /** `remembered` gives the project of a name that was asked about before, by the name as `memoryKey` writes it. */
  constructor(
    readonly projects: readonly ListProject[],
    private readonly remembered: Readonly<Record<string, string>>,
  ) {
    this.asked = Object.keys(remembered).length > 0
    this.byCode = new Lookup(projects, ({ code }) => codeKey(code))
  }

  /** The names as printed; made when the first line is asked whose code and name alone do not tell its project. */
  private byName(): Lookup {
    return (this.names ??= new Lookup(this.projects, ({ name }) => plainName(name)))
  }

  /** The names without their years; made when the first name is asked that no project bears as it is. */
  private byBareName(): Lookup {
    return (this.bareNames ??= new Lookup(this.projects, ({ name }) => withoutYear(name)))
  }

  get(id: string): ListProject | null {
    this.ids ??= new Map(this.projects.map((project) => [project.id, project]))
    return this.ids.get(id) ?? null
  }

  /** The project that the cells of a line name. */
  match(code: string, name: string): ProjectMatch {
    const own = this.asked ? null : this.byCode.only(codeKey(code))
    if (own && bears(own, name)) return { kind: 'found', project: own, by: 'both' }
    const key = `${code}\u0000${name}`
    const known = this.matched.get(key)
    if (known) return known
    const match = this.matchAnew(code, name)
    this.matched.set(key, match)
    return match
  }

  private matchAnew(codeCell: string, nameCell: string): ProjectMatch {
    const said = [codeCell, nameCell].filter((text) => text.trim() !== '').join(' ')
    const asked = (
      why: Extract<ProjectMatch, { kind: 'asked' }>['why'],
      likely: ListProject | null,
      choices: readonly ListProject[] = likely ? [likely] : [],
    ): ProjectMatch => ({ kind: 'asked', why, said, likely, choices })
    if (said === '') return asked('unnamed', null)
    if (said.length > LONGEST) return asked('unknown', null)
    const held = this.asked ? this.get(this.remembered[memoryKey(codeCell, nameCell)] ?? '') : null
    if (held) return { kind: 'found', project: held, by: 'remembered' }
    const [one, ...more] = this.byCode.get(codeKey(codeCell))
    const [same, ...others] = this.byName().get(plainName(nameCell))
    if (one && one === same && more.length + others.length === 0)
      return { kind: 'found', project: one, by: 'both' }
    const { codes, name } = this.parted(codeCell, nameCell)
    const coded = [...new Set(codes.flatMap((code) => this.byCode.get(codeKey(code))))]
    const called = this.byName().get(name)
    const both = coded.filter((project) => called.includes(project))
    if (both.length === 1 && both[0]) return { kind: 'found', project: both[0], by: 'both' }
    if (both.length > 1) return asked('shared-name', null, both)
    const bare =
      name === '' ? [] : this.byBareName().get(withoutYear(nameCell.toLowerCase().replaceAll(CODE, '')))
    if (coded.length > 1) {
      const one = coded.filter((project) => bare.includes(project))
      return asked('shared-code', one.length === 1 ? (one[0] ?? null) : null, coded)
    }
    const [own] = coded
    if (own) return this.byOneCode(own, name, called, bare, asked)
    if (called.length === 1 && called[0]) {
      const strange = codes.some((code) => code.includes('-') && this.isShaped(code))
      return strange ? asked('other-code', called[0]) : { kind: 'found', project: called[0], by: 'name' }
    }
    if (called.length > 1) return asked('shared-name', null, called)
    return bare.length === 1 && bare[0] ? asked('suffix', bare[0]) : asked('unknown', null, bare)
  }

  private isShaped(code: string): boolean {
    this.shapes ??= new Set(this.projects.map((project) => shapeOf(plainCode(project.code))))
    return this.shapes.has(shapeOf(code))
  }

  private byOneCode(
    own: ListProject,
    name: string,
    called: readonly ListProject[],
    bare: readonly ListProject[],
    asked: (
      why: Extract<ProjectMatch, { kind: 'asked' }>['why'],
      likely: ListProject | null,
      choices?: readonly ListProject[],
    ) => ProjectMatch,
  ): ProjectMatch {
    if (called.length > 0) return asked('contradiction', null, [own, ...called])
    const printed = withoutYear(own.name)
    const near =
      name === '' ||
      bare.includes(own) ||
      (name.length >= 3 && (printed.includes(name) || name.includes(printed)))
    return near ? { kind: 'found', project: own, by: 'code' } : asked('other-name', own)
  }

  /** The codes that stand in either cell, and what is left of the name. */
  private parted(codeCell: string, nameCell: string): { codes: string[]; name: string } {
    const clean = cleanCell(nameCell)
    const inName = (clean.toLowerCase().match(CODE) ?? []).filter(
      (code) => this.byCode.has(codeKey(code)) || code.includes('-'),
    )
    const whole = plainCode(codeCell)
    const inCode = this.byCode.has(codeKey(whole)) ? [whole] : (whole.match(CODE) ?? [])
    let rest = clean.toLowerCase()
    for (const code of inName) rest = rest.replace(code, ' ')
    const name = this.byName().has(plainName(clean))
      ? plainName(clean)
      : plainName(rest.replace(/^[\s\-—_:：/\\|]+|[\s\-—_:：/\\|]+$/g, '').replace(NUMBER, ''))
    return { codes: [...inCode, ...inName.map(plainCode)], name }
  }

  /** The one project whose name stands inside a longer text (an account: 事业支出-项目支出-办公楼修缮); `null` when none or several do. */
  within(text: string): ListProject | null {
    const known = this.named.get(text)
    if (known !== undefined) return known
    const plain = plainName(text)
    const inside = this.projects.filter((project) => {
      const name = plainName(project.name)
      return name.length >= 2 && plain.includes(name)
    })
    const longest = inside.reduce<ListProject | null>(
      (best, project) =>
        best && plainName(best.name).length >= plainName(project.name).length ? best : project,
      null,
    )
    const only =
      longest &&
      inside.every(
        (project) =>
          project === longest ||
          (plainName(longest.name).includes(plainName(project.name)) && project.name !== longest.name),
      )
        ? longest
        : null
    this.named.set(text, only)
    return only
  }
}

/** How a name that was asked about is remembered. */
export function memoryKey(code: string, name: string): string {
  return `${plainCode(code)}|${plainName(name)}`
}
