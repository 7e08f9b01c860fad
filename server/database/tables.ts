import type { Moment } from '@/domain/ledger/entry'
import type { Role } from '@/domain/ledger/role'

/** How an entry came: written by the account itself, or brought in a hand-over file. */
export type Via = 'own' | 'handover'

/** The tables of the service. Moments are ISO texts, so that they compare and restore as they are; `grant_of.project` is `''` for every project, `grant_of.plan` `'*'` for every plan. */
export interface Tables {
  schema_version: { version: number; applied_at: Moment }
  setting: { key: string; value: string }
  lease: { name: string; owner: string; detail: string; expires: Moment }
  account: {
    id: string
    name: string
    login: string
    hash: string
    created_at: Moment
    disabled_at: Moment | null
  }
  grant_of: { account: string; plan: string; role: Role; project: string }
  session: {
    digest: string
    account: string
    created_at: Moment
    seen_at: Moment
    expires_at: Moment
    address: string
    agent: string
  }
  login_try: { key: string; at: Moment; id: string; ok: number }
  audit: { id: string; at: Moment; account: string; act: string; about: string; address: string }
  plan_version: { plan: string; version: number; text: string; account: string | null; received_at: Moment }
  ledger_head: { plan: string; last: number; epoch: string }
  entry: {
    plan: string
    position: number
    id: string
    slice: string
    kind: string
    body: string
    digest: string
    account: string
    received_at: Moment
    via: Via
  }
  entry_id: { id: string; plan: string }
}
