import { spawn } from 'node:child_process'
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { DEBIAN, folderOf, postgresUser } from './debian.mjs'
import { freePort } from './ports.mjs'

const NEEDED = ['/usr/bin/patroni', '/usr/bin/etcd', `${DEBIAN}/postgres`]
const SECRET = 'secret-of-the-trial'

/** What is missing for three nodes, as paths; nothing where Debian's postgresql-15, patroni and etcd-server are installed. */
export function missingForPatroni() {
  return NEEDED.filter((path) => !existsSync(path))
}

function settings({ name, rest, port, etcd, folder }) {
  return `scope: jixiao
name: ${name}
restapi: { listen: "127.0.0.1:${rest}", connect_address: "127.0.0.1:${rest}" }
etcd3: { host: "127.0.0.1:${etcd}" }
bootstrap:
  dcs:
    ttl: 30
    loop_wait: 10
    retry_timeout: 10
    synchronous_mode: true
    postgresql: { use_pg_rewind: true, parameters: { max_connections: 60 } }
  initdb: [{ encoding: UTF8 }, { locale: C }, data-checksums]
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication all 127.0.0.1/32 scram-sha-256
postgresql:
  listen: "127.0.0.1:${port}"
  connect_address: "127.0.0.1:${port}"
  data_dir: ${folder}/data
  bin_dir: ${DEBIAN}
  pgpass: ${folder}/pgpass
  parameters: { unix_socket_directories: ${folder}, shared_buffers: 32MB }
  authentication:
    superuser: { username: postgres, password: ${SECRET} }
    replication: { username: replicator, password: ${SECRET} }
    rewind: { username: rewinder, password: ${SECRET} }
`
}

async function primaryOf(nodes) {
  for (const node of nodes) {
    const answer = await fetch(`http://127.0.0.1:${node.rest}/primary`).catch(() => null)
    if (answer?.status === 200) return node
  }
  return null
}

async function passOn(client, nodes) {
  const node = await primaryOf(nodes)
  if (!node) return client.destroy()
  const upstream = connect(node.port, '127.0.0.1')
  upstream.on('error', () => client.destroy())
  upstream.on('close', () => client.destroy())
  client.on('close', () => upstream.destroy())
  return client.pipe(upstream).pipe(client)
}

/** Passes connections on to whoever is the primary when they are made, as the proxy in front of three nodes does. */
async function proxyTo(nodes) {
  const server = createServer((client) => {
    client.on('error', () => client.destroy())
    void passOn(client, nodes)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return server
}

function postmasterOf({ folder }) {
  const file = `${folder}/data/postmaster.pid`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

function killed(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Three PostgreSQL 15 under Patroni, replicating synchronously, behind a proxy, below a folder. `killPrimary` kills the leader's Patroni and postmaster; `stop` ends everything. */
export async function startPatroni(folder) {
  const user = postgresUser()
  const own = (path) => folderOf(user, path)
  const [etcdPort, peer] = [await freePort(), await freePort()]
  const url = (port) => `http://127.0.0.1:${port}`
  const etcd = spawn(
    '/usr/bin/etcd',
    [
      ['--data-dir', own(`${folder}/etcd`)],
      ['--listen-client-urls', url(etcdPort), '--advertise-client-urls', url(etcdPort)],
      ['--listen-peer-urls', url(peer), '--initial-advertise-peer-urls', url(peer)],
      ['--initial-cluster', `default=${url(peer)}`],
    ].flat(),
    { ...user, cwd: '/', stdio: 'ignore' },
  )
  const nodes = []
  for (const name of ['n1', 'n2', 'n3']) {
    const node = { name, rest: await freePort(), port: await freePort(), folder: own(`${folder}/${name}`) }
    const file = `${node.folder}/patroni.yml`
    writeFileSync(file, settings({ ...node, etcd: etcdPort }))
    if (user.uid !== undefined) chownSync(file, user.uid, user.gid)
    node.child = spawn('/usr/bin/patroni', [file], { ...user, cwd: '/', stdio: 'ignore' })
    nodes.push(node)
  }
  await synchronous(nodes)
  const proxy = await proxyTo(nodes)
  return {
    url: (database) => `postgres://postgres:${SECRET}@127.0.0.1:${proxy.address().port}/${database}`,
    async killPrimary() {
      const node = await primaryOf(nodes)
      node.child.kill('SIGKILL')
      killed(postmasterOf(node))
      return node.name
    },
    async stop() {
      proxy.close()
      for (const node of nodes) {
        node.child.kill('SIGKILL')
        const pid = postmasterOf(node)
        if (pid !== null) killed(pid)
      }
      etcd.kill('SIGKILL')
      await wait(500)
    },
  }
}

/** Waits until there is a leader with a synchronous standby: then nothing acknowledged hangs on one node. */
async function synchronous(nodes) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${nodes[0].rest}/cluster`).catch(() => null)
    const members = answer?.ok ? (await answer.json()).members : []
    const roles = new Set(members.map(({ role }) => role))
    if (members.length === 3 && roles.has('leader') && roles.has('sync_standby')) return
    await wait(250)
  }
  throw new Error('Patroni has no leader with a synchronous standby')
}
