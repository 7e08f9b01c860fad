import * as v from 'valibot'
import { ROLES } from '@/domain/ledger/role'
import type { ServiceRefusal } from '../outcome/serviceRefusal'

const TEXT = v.string()
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0))
const GRANT = v.object({ plan: TEXT, role: v.picklist(ROLES), project: v.nullable(TEXT) })
const ROW = v.pipe(
  v.object({
    position: COUNT,
    receivedAt: TEXT,
    via: TEXT,
    by: TEXT,
    entry: v.looseObject({ id: TEXT }),
  }),
  v.transform((row) => ({ ...row, id: row.entry.id })),
)

/** The header in which every answer of the service tells its time. */
export const SERVICE_TIME = 'Service-Time'

/** The answer of `GET /api/service`. */
export const SERVICE = v.object({
  service: v.literal('jixiao-board'),
  server: TEXT,
  needsFirstAdministrator: v.boolean(),
  time: TEXT,
})

/** The answer of `GET /api/me`. */
export const ME = v.object({
  account: v.object({ id: TEXT, name: TEXT, login: TEXT }),
  grants: v.array(GRANT),
  server: TEXT,
  notices: v.array(TEXT),
})

/** The answer of `GET /api/plans`. */
export const PLANS = v.object({
  plans: v.array(
    v.object({ plan: TEXT, year: v.number(), department: TEXT, version: COUNT, head: COUNT, epoch: TEXT }),
  ),
})

/** The answer of `GET /api/plans/:plan/entries`; an entry stays as it was sent, its meaning is read where it is folded. */
export const PAGE = v.object({
  plan: TEXT,
  epoch: TEXT,
  head: COUNT,
  more: v.boolean(),
  entries: v.array(ROW),
})

/** The answer of an appended step: the rows are its entries as they stand in the ledger now. */
export const TAKEN = v.object({ head: COUNT, epoch: TEXT, entries: v.array(ROW) })

/** The data of an event of `GET /api/live`. */
export const HEAD = v.object({ plan: TEXT, head: COUNT, epoch: TEXT })

/** The answer of `GET /api/accounts`. */
export const ACCOUNTS = v.object({
  accounts: v.array(
    v.object({
      id: TEXT,
      name: TEXT,
      login: TEXT,
      createdAt: TEXT,
      disabledAt: v.nullable(TEXT),
      grants: v.array(GRANT),
    }),
  ),
})

/** The answer of making an account or a new password: the password that was made, where one was. */
export const PASSWORD_MADE = v.object({ password: v.optional(TEXT) })

/** The answer of `GET /api/sessions`. */
export const SESSIONS = v.object({
  sessions: v.array(
    v.object({
      id: TEXT,
      createdAt: TEXT,
      seenAt: TEXT,
      address: TEXT,
      agent: TEXT,
      current: v.boolean(),
    }),
  ),
})

const BACKUP_SHOWN = v.object({ name: TEXT, takenAt: TEXT, entries: COUNT, accounts: COUNT })

/** The answer of `GET /api/backups`: the folder they lie in on the service's machine, the newest first. */
export const BACKUPS = v.object({ folder: v.nullable(TEXT), backups: v.array(BACKUP_SHOWN) })

/** The answer of `GET /api/audit`. */
export const AUDIT = v.object({
  lines: v.array(v.object({ at: TEXT, account: TEXT, act: TEXT, about: TEXT, address: TEXT })),
})

/** Who is signed in, and what he was granted. */
export type Me = Readonly<v.InferOutput<typeof ME>>
/** A role for a plan (`'*'`: every plan), for one project of it or for all. */
export type Grant = Readonly<v.InferOutput<typeof GRANT>>
/** An entry as it stands in the service. */
export type ServiceRow = Readonly<v.InferOutput<typeof ROW>>
/** Part of a ledger in the order of its positions. */
export type ServicePage = Readonly<v.InferOutput<typeof PAGE>>
/** An account as an administrator sees it. */
export type ServiceAccount = Readonly<v.InferOutput<typeof ACCOUNTS>>['accounts'][number]
/** A session as its owner sees it. */
export type ServiceSession = Readonly<v.InferOutput<typeof SESSIONS>>['sessions'][number]
/** A line of the audit. */
export type ServiceAuditLine = Readonly<v.InferOutput<typeof AUDIT>>['lines'][number]
/** The backups of the service and where they lie. */
export type ServiceBackups = Readonly<v.InferOutput<typeof BACKUPS>>
/** A plan of the service and where its ledger stands. */
export type ServicePlan = Readonly<v.InferOutput<typeof PLANS>>['plans'][number]

const ERROR = v.object({ error: v.looseObject({ kind: TEXT }) })
const INDEX = { index: COUNT }
const SAID = v.looseObject({ kind: TEXT })
const REFUSAL = v.variant('kind', [
  v.object({ kind: v.literal('not-granted'), ...INDEX, role: v.nullable(v.picklist(ROLES)) }),
  v.object({ kind: v.literal('refused'), ...INDEX, refusal: SAID }),
  v.object({ kind: v.literal('aside'), ...INDEX, because: SAID }),
  v.object({ kind: v.literal('clock'), ...INDEX, ahead: v.number() }),
  v.object({ kind: v.literal('moved'), ...INDEX, since: v.optional(COUNT), news: v.array(ROW) }),
  v.object({ kind: v.literal('differing'), ids: v.array(TEXT) }),
])

/** What an answer that is no says is wrong; `null` where it is no answer of the service. */
export function readError(json: unknown): { readonly kind: string; readonly [cell: string]: unknown } | null {
  const read = v.safeParse(ERROR, json)
  return read.success ? read.output.error : null
}

/** Reads why a step was refused; `refusal` and `because` are values of the domain, written as JSON has them. */
export function readRefusal(json: unknown): ServiceRefusal {
  const error = readError(json)
  const read = v.safeParse(REFUSAL, error)
  return read.success
    ? (read.output as unknown as ServiceRefusal)
    : { kind: 'other', said: error?.kind ?? 'unknown' }
}

/** The shape of an answer. */
export type AnswerShape = v.GenericSchema
/** What an answer of a shape says. */
export type Answer<Shape extends AnswerShape> = v.InferOutput<Shape>

/** Reads an answer in a shape; `null` where it has another. */
export function readAnswer<Shape extends AnswerShape>(shape: Shape, json: unknown): Answer<Shape> | null {
  const read = v.safeParse(shape, json)
  return read.success ? read.output : null
}
