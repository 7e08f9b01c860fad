import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { startDebian } from '../scripts/trials/debian.mjs'
import { ask, entryOf, peopleOf, PLAN, storedIn } from '../scripts/trials/inUse.mjs'
import { started } from '../scripts/trials/running.mjs'

const PEOPLE = Number(process.env.SERVICE_PEOPLE ?? 50)
const SECONDS = Number(process.env.SERVICE_SECONDS ?? 60)
const BARE_SECONDS = Math.max(2, SECONDS / 6)

/** Everybody enters one entry after the other for a while; how many, how long each took, and what went wrong. */
async function entering({ address }, { people, epoch }) {
  const took = []
  const wrong = []
  const until = performance.now() + SECONDS * 1000
  await Promise.all(
    people.map(async (person) => {
      while (performance.now() < until) {
        const from = performance.now()
        const body = { epoch, basedOn: 0, entries: [entryOf(person)] }
        const { status, json } = await ask(address, 'POST', `plans/${PLAN}/entries`, body, person.cookie)
        if (status === 200) took.push(performance.now() - from)
        else wrong.push(JSON.stringify(json))
      }
    }),
  )
  return { took, wrong }
}

/** One row after another in the same database by one connection, each durable: what the disk allows at all. */
async function bareInserts(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const table = `bare_${randomUUID().slice(0, 8)}`
  await client.query(`create table ${table} (id uuid primary key, body text not null)`)
  const text = JSON.stringify(entryOf({ id: randomUUID(), name: '经办', project: 1 }))
  const took = []
  const until = performance.now() + BARE_SECONDS * 1000
  while (performance.now() < until) {
    const from = performance.now()
    await client.query(`insert into ${table} values ($1, $2)`, [randomUUID(), text])
    took.push(performance.now() - from)
  }
  await client.query(`drop table ${table}`)
  await client.end()
  return took
}

function p99(took) {
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN
}

/** Many people entering at once into one plan, against bare inserts in the same run, on the embedded database or another. Returns whether nothing went wrong. */
async function round(name, database) {
  const folder = mkdtempSync(`${tmpdir()}/jixiao-bench-`)
  chmodSync(folder, 0o755)
  const running = await started(`${folder}/data`, { database })
  try {
    const staff = await peopleOf(running, PEOPLE)
    const secret = database === null ? readFileSync(`${folder}/data/database-password`, 'utf8').trim() : ''
    const url = database ?? `postgres://jixiao:${secret}@127.0.0.1:${running.databases()[0].port}/jixiao`
    const bare = await bareInserts(url)
    const { took, wrong } = await entering(running, staff)
    const rows = await storedIn(running, staff)
    const [each, floor] = [took.length / SECONDS, bare.length / BARE_SECONDS]
    console.log(
      `${PEOPLE} people for ${SECONDS} s (${name}): ${each.toFixed(0)} entries/s against ${floor.toFixed(0)} bare inserts/s (ratio ${(each / floor).toFixed(2)}); p99 ${p99(took).toFixed(0)} ms against ${p99(bare).toFixed(1)} ms (ratio ${(p99(took) / p99(bare)).toFixed(1)}); ${took.length} acknowledged, ${rows.length} there, ${wrong.length} refused`,
    )
    for (const line of new Set(wrong)) console.log(`  ${line}`)
    return wrong.length === 0 && took.length > 0 && rows.length === took.length
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The round on the embedded PostgreSQL, and on an external one: that of `DATABASE_URL`, else Debian's 15 where it is installed. */
export default async function service() {
  const embedded = await round('embedded', null)
  const own = process.env.DATABASE_URL
  if (own) return (await round('external', own)) && embedded
  const folder = mkdtempSync(`${tmpdir()}/jixiao-debian-`)
  chmodSync(folder, 0o755)
  const debian = await startDebian(`${folder}/data`)
  try {
    if (debian) return (await round('external, PostgreSQL 15', debian.url)) && embedded
    console.log(
      'external: PostgreSQL 15 is not here (apt-get install postgresql-15), DATABASE_URL is not set',
    )
    return embedded
  } finally {
    await debian?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
