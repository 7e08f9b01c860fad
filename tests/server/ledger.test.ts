import { describe, expect, it } from 'vitest'
import { describeLedger } from './contract'
import { databasesAt, DEBIAN_15, EMBEDDED, ENGINES, startCluster, strict } from './databases'

const { CHECK_DATABASE_URL } = process.env
if (CHECK_DATABASE_URL) {
  describeLedger('the engine asked about', () => databasesAt(CHECK_DATABASE_URL))
  describeLedger(
    'the engine asked about, serializable, with conflicts',
    () => databasesAt(CHECK_DATABASE_URL),
    strict,
  )
} else {
  for (const { name, engine, opening } of ENGINES)
    describeLedger(
      name,
      () => startCluster(engine),
      () => opening,
    )
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
