import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const BINARIES = '/usr/lib/postgresql/15/bin'
const NEEDED = ['/usr/bin/patroni', '/usr/bin/etcd', `${BINARIES}/postgres`]
const SECRET = 'secret-of-the-trial'

/** What is missing for three nodes, as paths; nothing where Debian's postgresql-15, patroni and etcd-server are installed. */
export function missingForPatroni() {
  return NEEDED.filter((path) => !existsSync(path))
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Who runs the nodes: postgres where this is root, which PostgreSQL refuses. */
function runAs() {
  if (process.getuid() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((own) => own.startsWith('postgres:'))
  const [, , uid, gid] = line.split(':').map(Number)
  return { uid, gid }
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
  bin_dir: ${BINARIES}
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

/** Passes connections on to whoever is the primary when they are made, as the proxy in front of three nodes does. */
async function proxyTo(nodes) {
  const server = createServer((client) => {
    client.on('error', () => client.destroy())
    void primaryOf(nodes).then((node) => {
      if (!node) return client.destroy()
      const upstream = connect(node.port, '127.0.0.1')
      upstream.on('error', () => client.destroy())
      upstream.on('close', () => client.destroy())
      client.on('close', () => upstream.destroy())
      client.pipe(upstream).pipe(client)
    })
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
  const user = runAs()
  const own = (path) => {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
    return path
  }
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
    const roles = members.map(({ role }) => role)
    if (members.length === 3 && roles.includes('leader') && roles.includes('sync_standby')) return
    await wait(250)
  }
  throw new Error('Patroni has no leader with a synchronous standby')
}
