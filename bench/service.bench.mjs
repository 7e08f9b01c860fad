import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { buildService } from '../scripts/built.mjs'
import { root } from '../scripts/root.mjs'

const PLAN = '2020-323002'
const PEOPLE = Number(process.env.SERVICE_PEOPLE ?? 50)
const SECONDS = Number(process.env.SERVICE_SECONDS ?? 60)
const BARE_SECONDS = Math.max(2, SECONDS / 6)
const PASSWORD = 'password of the bench'

async function ask(address, method, path, body, cookie = '') {
  const answer = await fetch(`${address}/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return {
    status: answer.status,
    cookie: answer.headers.get('set-cookie'),
    json: await answer.json().catch(() => null),
  }
}

async function started(data, database) {
  const asked = {
    data,
    database,
    host: '127.0.0.1',
    port: 0,
    pages: null,
    tls: null,
    behindProxy: false,
    user: null,
  }
  const bundle = pathToFileURL(await buildService()).href
  const child = spawn(
    process.execPath,
    ['-e', `import('${bundle}').then(({ run }) => run(${JSON.stringify(asked)}))`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let [output, log] = ['', '']
  child.stderr.on('data', (chunk) => (log += chunk))
  await new Promise((ready, failed) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.includes('Ctrl+C')) ready()
    })
    child.on('exit', () => failed(new Error(`the service ended: ${output}${log}`)))
  })
  return {
    child,
    address: /http:\/\/[^/\s]+(?=\/)/.exec(output)[0],
    code: /^ {2}((?:\w{4}-){4}\w{4})$/m.exec(output)?.[1],
    databasePort: () => /"event":"database-started".*?"port":(\d+)/.exec(log)?.[1],
  }
}

/** People of one plan, each signed in, by the administrator's own API. */
async function peopleOf({ address, code }) {
  await ask(address, 'POST', 'first-administrator', {
    code,
    name: '管理',
    login: 'admin',
    password: PASSWORD,
  })
  const signIn = async (login) =>
    (await ask(address, 'POST', 'session', { login, password: PASSWORD })).cookie.split(';')[0]
  const admin = await signIn('admin')
  await ask(
    address,
    'POST',
    'plans',
    { text: readFileSync(`${root}/public/data/${PLAN}.json`, 'utf8') },
    admin,
  )
  const grants = [{ plan: PLAN, role: 'manager', project: null }]
  const people = []
  for (let at = 0; at < PEOPLE; at += 1) {
    const account = { name: `经办${at}`, login: `m${at}`, password: PASSWORD, grants }
    const { json } = await ask(address, 'POST', 'accounts', account, admin)
    people.push({
      id: json.id,
      name: account.name,
      cookie: await signIn(account.login),
      project: (at % 6) + 1,
    })
  }
  const { json } = await ask(address, 'GET', 'plans', undefined, admin)
  return { people, epoch: json.plans.find(({ plan }) => plan === PLAN).epoch }
}

/** A payment as a page writes it. */
function entryOf({ id, name, project }) {
  return {
    schema: 2,
    id: randomUUID().replace(/^(.{14})4/, '$17'),
    plan: PLAN,
    kind: 'payment',
    subject: `${PLAN}/${project}`,
    effectiveOn: '2020-06-15',
    recordedAt: new Date().toISOString(),
    author: name,
    role: 'manager',
    account: id,
    amount: '1.00',
    memo: '',
    voucher: '',
  }
}

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

/** Many people entering at once into one plan, against bare inserts in the same run; no entry may be refused. `DATABASE_URL` takes the place of the embedded database. */
export default async function service() {
  const folder = mkdtempSync(`${tmpdir()}/jixiao-bench-`)
  chmodSync(folder, 0o755)
  const database = process.env.DATABASE_URL || null
  const running = await started(`${folder}/data`, database)
  try {
    const staff = await peopleOf(running)
    const secret = database === null ? readFileSync(`${folder}/data/database-password`, 'utf8').trim() : ''
    const url = database ?? `postgres://jixiao:${secret}@127.0.0.1:${running.databasePort()}/jixiao`
    const bare = await bareInserts(url)
    const { took, wrong } = await entering(running, staff)
    const [each, floor] = [took.length / SECONDS, bare.length / BARE_SECONDS]
    console.log(
      `${PEOPLE} people for ${SECONDS} s (${database ? 'external' : 'embedded'}): ${each.toFixed(0)} entries/s against ${floor.toFixed(0)} bare inserts/s (ratio ${(each / floor).toFixed(2)}); p99 ${p99(took).toFixed(0)} ms against ${p99(bare).toFixed(1)} ms (ratio ${(p99(took) / p99(bare)).toFixed(1)}); ${wrong.length} refused`,
    )
    for (const line of new Set(wrong)) console.log(`  ${line}`)
    return wrong.length === 0 && took.length > 0
  } finally {
    running.child.removeAllListeners('exit')
    const ended = new Promise((done) => running.child.once('exit', done))
    running.child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
