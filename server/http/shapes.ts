import * as v from 'valibot'
import { ROLES } from '@/domain/ledger/role'
import { loginOf, readableName } from '../people/names'

/** A name as it stands on entries: what can be read, so that none looks like another's (`readableName`); no breaks, nothing that has no shape of its own. */
export const NAME = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform(readableName),
  v.minLength(1),
  v.maxLength(40),
  v.regex(/^[^\p{C}\p{Zl}\p{Zp}\u2800]*$/u),
)
/** What one signs in with: as it is typed, spaces around it and capitals do not matter. */
export const LOGIN = v.pipe(
  v.string(),
  v.maxLength(100),
  v.transform(loginOf),
  v.regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
)
/** A password: ten characters at least, of any kind. */
export const PASSWORD = v.pipe(v.string(), v.minLength(10), v.maxLength(200))
/** A role for a plan, or for one project of it. */
export const GRANT = v.strictObject({
  plan: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  role: v.picklist(ROLES),
  project: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(120))),
})
