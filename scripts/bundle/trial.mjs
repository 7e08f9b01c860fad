import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root.mjs'
import { running } from '../trials/running.mjs'

const PASSWORD = 'password of the trial'
const PLAN = '2020-323002'
/** Nothing of the machine's own is found by name but the shell's tools; no home, no settings. */
const BARE = { PATH: '/bin', HOME: '/nonexistent' }

function must(right, what) {
  if (!right) throw new Error(`the bundle does not do what it should: ${what}`)
}

/** Starts the unpacked bundle on a data folder. */
function started(home, data) {
  return running(`${home}/jixiao`, ['run', '--host', '127.0.0.1', '--port', '0', '--data', data], BARE)
}

async function ask({ address }, method, path, body, cookie = '') {
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  return {
    status: answer.status,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    text,
    json: type.startsWith('application/json') ? JSON.parse(text) : null,
  }
}

const signIn = async (service, login) =>
  (await ask(service, 'POST', '/api/session', { login, password: PASSWORD })).cookie

/** An administrator, a manager, and a payment of his; returns the entry. */
async function used(service) {
  const page = await ask(service, 'GET', '/')
  must(page.status === 200 && page.text.includes('jixiao-service'), 'serve its page')
  const admin = { code: service.code, name: '管理', login: 'admin', password: PASSWORD }
  must(
    (await ask(service, 'POST', '/api/first-administrator', admin)).status === 201,
    'take its first administrator',
  )
  const grants = [{ plan: PLAN, role: 'manager', project: null }]
  const account = { name: '经办', login: 'manager', password: PASSWORD, grants }
  const made = await ask(service, 'POST', '/api/accounts', account, await signIn(service, 'admin'))
  const cookie = await signIn(service, 'manager')
  const { json } = await ask(service, 'GET', '/api/plans', undefined, cookie)
  const entry = {
    schema: 2,
    id: randomUUID().replace(/^(.{14})4/, '$17'),
    plan: PLAN,
    kind: 'payment',
    subject: `${PLAN}/3`,
    effectiveOn: '2020-06-15',
    recordedAt: new Date().toISOString(),
    author: '经办',
    role: 'manager',
    account: made.json.id,
    amount: '123.45',
    memo: '',
    voucher: '',
  }
  const body = { epoch: json.plans[0].epoch, basedOn: 0, entries: [entry] }
  must(
    (await ask(service, 'POST', `/api/plans/${PLAN}/entries`, body, cookie)).status === 200,
    'take an entry',
  )
  return entry
}

async function entriesIn(service) {
  const cookie = await signIn(service, 'manager')
  const { json } = await ask(service, 'GET', `/api/plans/${PLAN}/entries`, undefined, cookie)
  return json.entries.map(({ entry }) => entry.id)
}

function commanded(home, ...args) {
  const { status, stdout, stderr } = spawnSync(`${home}/jixiao`, args, { env: BARE, encoding: 'utf8' })
  must(status === 0, `${args[0]}: ${stdout}${stderr}`)
}

/**
 * Tries an archive as somebody would who has only it: unpacks it, runs it with the Node and the PostgreSQL inside, works in it, backs up while it runs, restores elsewhere, runs
 * that; the ledger file in the backup is what `npm run board` reads. Throws with what went wrong.
 */
export async function tried(archive) {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-bundle-'))
  chmodSync(folder, 0o755)
  let service = null
  try {
    must(spawnSync('tar', ['xzf', archive, '-C', folder]).status === 0, 'unpack')
    const home = join(folder, 'jixiao-board')
    service = await started(home, `${folder}/data`)
    must(readlinkSync(`/proc/${service.child.pid}/exe`) === `${home}/node/bin/node`, 'run by its own Node')
    const entry = await used(service)
    commanded(home, 'backup', '--data', `${folder}/data`, `${folder}/backups`)
    must((await service.stop()) === 0, 'stop when it is told to')
    service = null
    const [name] = readdirSync(`${folder}/backups`)
    commanded(home, 'restore', '--data', `${folder}/other`, `${folder}/backups/${name}`)
    service = await started(home, `${folder}/other`)
    must((await entriesIn(service)).join() === entry.id, 'have the entry that was restored')
    must((await service.stop()) === 0, 'stop when it is told to')
    service = null
    const ledger = `${folder}/backups/${name}/${PLAN}.ledger.json`
    const board = spawnSync(process.execPath, [`${root}/scripts/board.mjs`, '--plan', PLAN, ledger], {
      encoding: 'utf8',
    })
    must(JSON.parse(board.stdout).projects[2].spent === entry.amount, 'back up a ledger the board reads')
    must(
      readFileSync(`${home}/第三方许可.txt`, 'utf8').includes('PostgreSQL Global Development Group'),
      'bring the licences',
    )
  } finally {
    if (service) await service.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
