import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { root } from '../root.mjs'

/** The plan the trials and benches work in. */
export const PLAN = '2020-323002'
const PASSWORD = 'password of the bench'

/** Asks a running service: the status, the cookie it gives, the JSON of its answer. */
export async function ask(address, method, path, body, cookie = '') {
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

/** So many managers of one plan, each signed in, made by the administrator's own API; and the epoch of the ledger. */
export async function peopleOf({ address, code }, count) {
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
  for (let at = 0; at < count; at += 1) {
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
export function entryOf({ id, name, project }) {
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

/** Every entry of the ledger, page by page, as the service answers it. */
export async function storedIn({ address }, { people: [reader] }) {
  const all = []
  for (;;) {
    const path = `plans/${PLAN}/entries?limit=2000&after=${all.length}`
    const { json } = await ask(address, 'GET', path, undefined, reader.cookie)
    all.push(...json.entries)
    if (!json.more) return all
  }
}
