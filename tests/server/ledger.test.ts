import { describe, expect, it } from 'vitest'
import { describeLedger } from './contract'
import { DEBIAN_15, EMBEDDED } from './databases'

let commits = 0
/** Every third commit fails as a distributed engine's may. */
function conflicting(): void {
  commits += 1
  if (commits % 3 === 0) throw Object.assign(new Error('injected conflict'), { code: '40001' })
}

if (EMBEDDED) describeLedger('the embedded PostgreSQL 18', EMBEDDED)
if (DEBIAN_15) {
  describeLedger('PostgreSQL 15', DEBIAN_15)
  describeLedger('PostgreSQL 15, serializable, with conflicts', DEBIAN_15, () => ({
    isolation: 'serializable',
    beforeCommit: conflicting,
  }))
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
