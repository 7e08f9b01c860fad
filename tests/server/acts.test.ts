import { beforeAll, describe, expect, it } from 'vitest'
import { decodeEntry } from '@/documents/entries/entryCodec'
import type { Draft } from '@/domain/ledger/draft'
import type { Entry, EntryKind } from '@/domain/ledger/entry'
import { ROLES, type Role } from '@/domain/ledger/role'
import { takePlan } from '../../server/ledger/plans'
import { STORED } from '../fixtures/storedEntries'
import { ENGINES } from './databases'
import { browser, PLAN, planTextOf, sent, type Person } from './stand'
import { standing } from './standing'

type Kind = Exclude<EntryKind, 'zero-spending'>

/** Who may write a kind (domain.md §9), and what one who may is answered. */
interface Row {
  readonly by: readonly Role[]
  /** An act about a project, or about the whole plan. */
  readonly of: 'project' | 'plan'
  /** What has to be there before, by whom. */
  readonly after?: readonly (readonly [Person, Kind])[]
  /** The cells that name other entries: `own` are those of the one who acts (a statement, a payment), `last` the newest of a kind. */
  readonly names?: (
    scene: Readonly<Record<'statement' | 'payment', string>> & { readonly last: string },
  ) => object
  /** The rule that refuses it even so, where the scene does not hold all it needs; else it is taken. */
  readonly refused?: string
}

const ROWS: Readonly<Record<Kind, Row>> = {
  payment: { by: ['manager'], of: 'project' },
  'spending-total': { by: ['manager'], of: 'project' },
  'spending-estimate': { by: ['manager'], of: 'project' },
  'spending-reason': { by: ['manager'], of: 'project' },
  'spending-by-source': { by: ['manager'], of: 'project', refused: 'source-faults' },
  'indicator-actual': { by: ['manager'], of: 'project', names: () => ({ measure: null }) },
  measures: { by: ['manager'], of: 'project' },
  'budget-adjustment': { by: ['leader'], of: 'project' },
  'target-change': { by: ['leader'], of: 'project' },
  weights: { by: ['evaluator'], of: 'project', refused: 'bad-weights' },
  'score-adjustment': { by: ['evaluator'], of: 'project' },
  scheme: { by: ['evaluator'], of: 'plan' },
  'sign-off': { by: ['evaluator'], of: 'project', refused: 'not-ready' },
  reopen: {
    by: ['evaluator'],
    of: 'project',
    after: [['evaluator', 'sign-off']],
    names: ({ last }) => ({ signOff: last }),
  },
  're-evaluation': { by: ['evaluator'], of: 'project', refused: 'no-row' },
  appraisal: { by: ['evaluator'], of: 'project', names: () => ({ seen: [] }) },
  'appraisal-frame': { by: ['evaluator'], of: 'plan' },
  summary: { by: ['manager', 'evaluator'], of: 'project' },
  'goal-progress': { by: ['leader'], of: 'plan' },
  submit: { by: ['manager'], of: 'project' },
  return: { by: ['leader'], of: 'project', after: [['manager', 'submit']] },
  accept: { by: ['leader'], of: 'project', after: [['manager', 'submit']] },
  lock: { by: ['leader'], of: 'plan' },
  unlock: { by: ['leader'], of: 'plan', after: [['leader', 'lock']] },
  rectification: { by: ['leader', 'evaluator'], of: 'project' },
  'rectification-result': { by: ['manager'], of: 'project' },
  settlement: {
    by: ['manager', 'leader'],
    of: 'project',
    names: ({ statement }) => ({ seen: [statement], kept: statement }),
  },
  comment: { by: ROLES, of: 'project' },
  wording: { by: ['leader', 'manager', 'evaluator'], of: 'project' },
  check: { by: ['leader', 'evaluator'], of: 'project' },
  void: { by: ['manager'], of: 'project', names: ({ payment: entry }) => ({ entry }) },
  'project-manager': { by: ['admin'], of: 'project' },
}

const PERSONS: readonly Person[] = ['manager', 'other', 'leader', 'evaluator', 'admin', 'stranger']

/** Which roles a person was granted for a project of the plan (stand.ts). */
const GRANTED: Readonly<Record<Person, (project: number) => Role | null>> = {
  manager: () => 'manager',
  other: (project) => (project === 2 ? 'manager' : null),
  leader: () => 'leader',
  evaluator: () => 'evaluator',
  admin: () => 'admin',
  stranger: () => null,
}

/** What is judged here is the domain's and the same on every engine: one is enough. */
const [FIRST] = ENGINES

describe.each(FIRST ? [FIRST] : [])('every act on $name', ({ engine, opening }) => {
  const at = standing(engine, opening)
  const as = {} as Record<Person, ReturnType<typeof browser>>
  let plans = 0

  beforeAll(async () => {
    for (const person of PERSONS) {
      as[person] = browser(at.app)
      await as[person].signIn(person)
    }
  })

  /** A plan of its own, like the first and granted alike, with an empty ledger. */
  async function anotherPlan(): Promise<string> {
    plans += 1
    const plan = `2020-3240${String(plans).padStart(3, '0')}`
    await takePlan(at.db, planTextOf(plan), 'plan.json', null, at.service.clock.now())
    await at.db.read.updateTable('ledger_head').set({ epoch: at.epoch }).where('plan', '=', plan).execute()
    const granted = await at.db.read.selectFrom('grant_of').selectAll().where('plan', '=', PLAN).execute()
    const alike = granted.map((row) => ({ ...row, plan, project: row.project.replace(PLAN, plan) }))
    await at.db.read.insertInto('grant_of').values(alike).execute()
    return plan
  }

  function written(
    plan: string,
    person: Person,
    kind: Kind,
    project: number,
    names: object = {},
    role?: Role,
  ) {
    const { entry } = decodeEntry({ ...STORED[kind], ...names })
    if (!entry) throw new Error(`the stored ${kind} cannot be read`)
    const rest =
      ROWS[kind].of === 'plan' ? entry.subject.slice(PLAN.length) : entry.subject.slice(`${PLAN}/1`.length)
    const subject = ROWS[kind].of === 'plan' ? `${plan}${rest}` : `${plan}/${project}${rest}`
    const [own] = at.write(person, [{ ...(entry as Draft), subject }], role)
    return { ...own, plan } as Entry
  }

  /** Brings an entry as a hand-over of the administrator, whom nobody asks. */
  async function bring(plan: string, entry: Entry): Promise<string> {
    const outcome = await at.service.appender.append(plan, {
      ...at.stepOf('admin', [entry]),
      via: 'handover',
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return entry.id
  }

  /** What stands in a project before anybody acts: a statement and a payment of who acts (of the manager, where it is no manager), and what the act follows on. */
  async function scene(plan: string, person: Person, kind: Kind, project: number) {
    const writer = person === 'other' && project === 2 ? person : 'manager'
    const statement = await bring(plan, written(plan, writer, 'spending-total', project))
    const own = await bring(plan, written(plan, writer, 'payment', project))
    let last = ''
    for (const [who, before] of ROWS[kind].after ?? [])
      last = await bring(plan, written(plan, who, before, project))
    return { statement, payment: own, last }
  }

  async function answered(person: Person, plan: string, entry: Entry) {
    const { last } = await at.db.read
      .selectFrom('ledger_head')
      .select('last')
      .where('plan', '=', plan)
      .executeTakeFirstOrThrow()
    const answer = await as[person].post(`/api/plans/${plan}/entries`, sent(at.epoch, [entry], last))
    const { error } = (await answer.json()) as { error?: { kind: string; refusal?: { kind: string } } }
    return [answer.status, error?.refusal?.kind ?? error?.kind]
  }

  const kinds = Object.keys(ROWS) as Kind[]
  it.each(kinds)(
    '%s is for whom domain.md §9 says, in his own projects, under a role he was granted',
    async (kind) => {
      const { by, of, after, names, refused } = ROWS[kind]
      const common = await anotherPlan()
      for (const person of PERSONS) {
        const projects = of === 'plan' ? [1] : [1, 2]
        const acts = projects.some((project) => by.some((role) => role === GRANTED[person](project)))
        const plan = acts ? await anotherPlan() : common
        for (const project of projects) {
          const there = names || after ? await scene(plan, person, kind, project) : null
          const named = (there && names?.(there)) ?? {}
          const own = GRANTED[person](project)
          for (const role of claimsOf(own, by)) {
            const entry = written(plan, person, kind, project, named, role)
            const found = await answered(person, plan, entry)
            expect([person, project, role, ...found]).toEqual([
              person,
              project,
              role,
              ...expected(person, role, own, by, refused),
            ])
          }
        }
      }
    },
  )

  it.each(WORDS)('%s with a blank %s is refused: %s', async (kind, cell, refusal) => {
    const { by, names, after } = ROWS[kind]
    const [role] = by
    const plan = await anotherPlan()
    const person = PERSONS.find((own) => GRANTED[own](1) === role)
    if (!role || !person) throw new Error(`nobody writes ${kind}`)
    const there = names || after ? await scene(plan, person, kind, 1) : null
    const named = (there && names?.(there)) ?? {}
    for (const blank of ['', ' \u3000']) {
      const entry = written(plan, person, kind, 1, { ...named, [cell]: blank }, role)
      expect(await answered(person, plan, entry)).toEqual([422, refusal])
    }
    expect(await answered(person, plan, written(plan, person, kind, 1, named, role))).toEqual([
      200,
      undefined,
    ])
  })
})

/** The acts that say something to others, by the cell that says it, and what refuses a blank one. */
const WORDS: readonly (readonly [Kind, string, string])[] = [
  ['return', 'note', 'no-note'],
  ['lock', 'reason', 'no-reason'],
  ['unlock', 'reason', 'no-reason'],
  ['rectification', 'text', 'no-note'],
  ['rectification-result', 'text', 'no-note'],
  ['comment', 'text', 'no-note'],
  ['summary', 'text', 'no-note'],
  ['settlement', 'reason', 'no-reason'],
  ['void', 'reason', 'no-reason'],
]

/** The roles somebody claims: one he was not granted that may write the kind, then his own. */
function claimsOf(own: Role | null, by: readonly Role[]): Role[] {
  const foreign = by.find((role) => role !== own) ?? ROLES.find((role) => role !== own)
  return [foreign ?? [], own ?? []].flat()
}

function expected(
  person: Person,
  role: Role,
  own: Role | null,
  by: readonly Role[],
  refused: string | undefined,
): readonly [number, string | undefined] {
  if (person === 'stranger') return [404, 'unknown-plan']
  if (role !== own) return [403, 'not-granted']
  if (!by.includes(role)) return [403, 'role']
  return refused === undefined ? [200, undefined] : [422, refused]
}
