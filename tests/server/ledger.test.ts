import { describe, expect, it } from 'vitest'
import { describeLedger } from './contract'
import { databasesAt, DEBIAN_15, EMBEDDED, startCluster } from './databases'

let commits = 0
/** Every third commit fails as a distributed engine's may. */
function conflicting(): void {
  commits += 1
  if (commits % 3 === 0) throw Object.assign(new Error('injected conflict'), { code: '40001' })
}

const strict = () => ({ isolation: 'serializable' as const, beforeCommit: conflicting })
const { CHECK_DATABASE_URL } = process.env
const [embedded, debian] = [EMBEDDED, DEBIAN_15]
if (CHECK_DATABASE_URL) {
  describeLedger('the engine asked about', () => databasesAt(CHECK_DATABASE_URL))
  describeLedger(
    'the engine asked about, serializable, with conflicts',
    () => databasesAt(CHECK_DATABASE_URL),
    strict,
  )
} else {
  if (embedded) describeLedger('the embedded PostgreSQL 18', () => startCluster(embedded))
  if (debian) {
    describeLedger('PostgreSQL 15', () => startCluster(debian))
    describeLedger('PostgreSQL 15, serializable, with conflicts', () => startCluster(debian), strict)
  }
}

describe('the engines this machine has', () => {
  it.each([
    ['the embedded PostgreSQL 18', EMBEDDED, 'an optional package of npm install'],
    ['PostgreSQL 15', DEBIAN_15, 'apt-get install postgresql-15'],
  ])('says whether %s was tried', (name, engine, how) => {
    console.log(engine ? `${name}: tried` : `${name} is not here and was not tried (${how})`)
    expect(engine?.version ?? '').toMatch(/^(?:1[58]|$)/)
  })
})
