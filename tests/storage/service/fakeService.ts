import { decodeEntry, encodeEntry } from '@/documents/entries/entryCodec'
import type { Me, ServiceRow } from '@/documents/service/answers'
import type { Entry } from '@/domain/ledger/entry'
import { isDecisive } from '@/domain/ledger/ruling'
import { entryText } from '@/storage/records'
import { answered, type Line } from '@/storage/service/line'
import { step, voidOf } from '../../domain/build'
import { payment, PLAN } from '../entries'

/** Who works in these tests. */
export const ME: Me = {
  account: { id: 'account-1', name: '王芳', login: 'wangfang' },
  grants: [{ plan: PLAN, role: 'manager', project: null }],
  server: 'server-1',
  notices: [],
}

/** A memo that the service refuses. */
export const REFUSED = '不收'

/** A memo of what the account has lost the right to. */
export const NOT_GRANTED = '无权'

/** A payment of this account, or with the memo that is refused. */
export function own(memo = '拨付'): Entry {
  return payment({ account: ME.account.id, role: 'manager', author: ME.account.name, memo })
}

/** A void by this account, as a manager. */
export function takenBack(entry: Entry): Entry {
  return { ...voidOf(entry), ...AS_MANAGER }
}

/** A step of the round by this account, as a leader or a manager. */
export function roundStep(kind: 'submit' | 'accept'): Entry {
  const role = kind === 'submit' ? ('manager' as const) : ('leader' as const)
  return { ...step(kind, `${PLAN}/1`, '2020-06-30'), ...AS_MANAGER, role }
}

const AS_MANAGER = { account: ME.account.id, author: ME.account.name, role: 'manager' as const }

/** How the line is: well, cut, or such that what is sent arrives and the answer is lost; or the service has no room for what is sent. */
export type Manner = 'well' | 'cut' | 'deaf' | 'full' | 'signed-out'

/** A service that keeps to docs/service-api.md, in memory: positions without gaps, known by id, all or nothing, epochs. A `comment` gets its own time, as what is decisive does. */
export function fakeService() {
  let rows: ServiceRow[] = []
  let epoch = 1
  let manner: Manner = 'well'
  let clock = 'then'
  const said = (status: number, json: unknown) => answered(status, JSON.stringify(json))

  function put(entry: Entry, by: string): ServiceRow {
    const record = encodeEntry(entry) as { id: string }
    const row = { position: rows.length + 1, receivedAt: clock, via: 'own', by, entry: record, id: entry.id }
    rows = [...rows, row]
    return row
  }

  function read(query: URLSearchParams) {
    const after = Number(query.get('after'))
    const wanted = query.get('epoch')
    if (wanted !== null && wanted !== String(epoch))
      return said(410, { error: { kind: 'epoch', epoch: String(epoch) } })
    const behind = rows.filter(({ position }) => position > after)
    const entries = behind.slice(0, 2)
    return said(200, {
      plan: PLAN,
      epoch: String(epoch),
      head: rows.length,
      more: behind.length > 2,
      entries,
    })
  }

  function append(body: { epoch: string; basedOn: number; entries: readonly unknown[] }) {
    if (body.epoch !== String(epoch)) return said(410, { error: { kind: 'epoch', epoch: String(epoch) } })
    const sent = body.entries.map((record) => decodeEntry(record).entry as Entry)
    const index = sent.findIndex((entry) => 'memo' in entry && entry.memo === REFUSED)
    if (index >= 0)
      return said(422, { error: { kind: 'refused', index, refusal: { kind: 'negative-total' } } })
    if (sent.some((entry) => 'memo' in entry && entry.memo === NOT_GRANTED))
      return said(403, { error: { kind: 'not-granted', index: 0, role: 'manager' } })
    const news = rows.filter(({ position, by }) => position > body.basedOn && by !== ME.account.id)
    if (sent.some(({ kind }) => isDecisive(kind)) && news.length > 0)
      return said(409, { error: { kind: 'moved', index: 0, since: body.basedOn, news } })
    const taken = sent.map(
      (entry) => rows.find(({ id }) => id === entry.id) ?? put(stamped(entry), ME.account.id),
    )
    return said(200, { head: rows.length, epoch: String(epoch), added: 0, known: 0, entries: taken })
  }

  const line: Line = (method, path, body) => {
    if (manner === 'cut') return Promise.resolve({ kind: 'away' })
    if (manner === 'signed-out') return Promise.resolve(said(401, { error: { kind: 'signed-out' } }))
    const { pathname, searchParams } = new URL(path, 'http://service.test/')
    if (pathname !== `/plans/${PLAN}/entries`)
      return Promise.resolve(said(404, { error: { kind: 'unknown-plan' } }))
    if (manner === 'full' && method === 'POST')
      return Promise.resolve(said(507, { error: { kind: 'disk-full' } }))
    const answer = method === 'GET' ? read(searchParams) : append(JSON.parse(JSON.stringify(body)))
    return Promise.resolve(manner === 'deaf' ? { kind: 'away' } : answer)
  }

  return {
    line,
    be: (next: Manner) => (manner = next),
    /** What its clock says from now on. */
    at: (moment: string) => (clock = moment),
    rows: () => rows,
    ids: () => rows.map(({ id }) => id),
    /** What the ledger says, by id. */
    says: () => new Map(rows.map(({ id, entry }) => [id, textOf(entry)])),
    /** Somebody else writes. */
    other: () => put(payment({ account: 'account-2', author: '周平' }), 'account-2'),
    /** Somebody else sends again what a restored service lacked. */
    again: (row: ServiceRow | undefined) => {
      const entry = row && decodeEntry(row.entry).entry
      if (entry) put(entry, row.by)
    },
    /** The service is restored from a backup that holds the first of its entries. */
    restore: (held: number) => {
      rows = rows.slice(0, held)
      epoch += 1
    },
  }
}

function stamped(entry: Entry): Entry {
  return entry.kind === 'comment' ? { ...entry, recordedAt: '2020-07-02T00:00:00.000Z' } : entry
}

/** The text of a record. */
export function textOf(record: unknown): string {
  const { entry } = decodeEntry(record)
  return entry ? entryText(entry) : 'unreadable'
}
