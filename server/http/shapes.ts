import * as v from 'valibot'
import { ROLES } from '@/domain/ledger/role'

/** A name as it stands on entries: what can be read, so that none looks like another's; no breaks, nothing invisible, nothing that turns the direction. */
export const NAME = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.maxLength(40),
  v.regex(/^\S(?:.*\S)?$/u),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u),
)
/** What one signs in with. */
export const LOGIN = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{1,39}$/))
/** A password: ten characters at least, of any kind. */
export const PASSWORD = v.pipe(v.string(), v.minLength(10), v.maxLength(200))
/** A role for a plan, or for one project of it. */
export const GRANT = v.strictObject({
  plan: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  role: v.picklist(ROLES),
  project: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(120))),
})
