import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log'
import { copiedEngine, type Engine } from './binaries'
import { isAlive, postmasterOf } from './postmaster'
import { databaseUser, mayEnter, type RunAs } from './runAs'

const USER = 'jixiao'
const DATABASE = 'jixiao'
const STARTING = 60_000
const STOPPING = 30_000
const LOOK = 100

/** A PostgreSQL of our own on one data folder. */
export interface Cluster {
  readonly url: string
  /** Whether it was found running, left behind by a service that was killed. */
  readonly adopted: boolean
  readonly folder: string
  /** The process of the database, for the one who watches it. */
  pid(): number | null
  stop(): Promise<void>
  /** Leaves it running, for the service it was found with. */
  leave(): void
}

/** Where things lie below a data folder. The cluster itself lies elsewhere where the database's user may not enter the folder. */
interface Places {
  readonly data: string
  readonly cluster: string
  readonly password: string
  readonly log: string
}

/** The folder for what a database user must be able to read where the data folder is closed to it. */
const OPEN_PLACE = '/var/lib/jixiao-board'

/** Why the embedded database is not to be had. */
export class ClusterFailure extends Error {
  constructor(
    readonly kind: 'initdb' | 'start' | 'slow' | 'stop',
    detail: string,
  ) {
    super(detail)
  }
}

/**
 * Opens the database of a data folder: makes it when it is new (UTF8, C locale, scram, checksums), takes over one that still runs, else starts it; on loopback only, with a random
 * password in a file of mode 0600. It is started again when it dies. PostgreSQL's own files are never touched: it judges itself what a crash left.
 */
export async function openCluster(
  data: string,
  engine: Engine,
  log: Log,
  wantedUser: string | null = null,
  openPlace: string = OPEN_PLACE,
): Promise<Cluster> {
  const user = databaseUser(wantedUser)
  mkdirSync(data, { recursive: true, mode: user ? 0o711 : 0o700 })
  const places = placesFor(data, user, openPlace)
  const own = copiedEngine(engine, user && !mayEnter(user, data) ? openPlace : data)
  const secret = passwordIn(places.password)
  if (!existsSync(join(places.cluster, 'PG_VERSION'))) initialise(own, places, secret, user)
  const found = await running(places, secret)
  const supervised = found ?? (await started(own, places, secret, user, await freePort()))
  if (found) log('database-adopted', { pid: found.pid, port: found.port })
  else log('database-started', { pid: supervised.pid, port: supervised.port, user: user?.name })
  await makeDatabase(supervised.port, secret)
  const watch = watched(own, places, secret, user, supervised, log)
  return {
    url: urlOf(supervised.port, secret, DATABASE),
    adopted: found !== null,
    folder: places.cluster,
    pid: () => watch.pid(),
    stop: () => watch.stop(),
    leave: () => watch.leave(),
  }
}

/** Whether a folder is the data of a service that has run. */
export function holdsCluster(data: string): boolean {
  return existsSync(join(data, 'database-password'))
}

function placesFor(data: string, user: RunAs | null, openPlace: string): Places {
  const note = join(data, 'database-place')
  const elsewhere = existsSync(note) ? readFileSync(note, 'utf8').trim() : null
  const places = { data, password: join(data, 'database-password'), log: join(data, 'database.log') }
  if (elsewhere !== null) return { ...places, cluster: elsewhere }
  const here = join(data, 'database')
  if (user === null || existsSync(here) || mayEnter(user, data)) return { ...places, cluster: here }
  const cluster = join(openPlace, randomUUID())
  writeFileSync(note, `${cluster}\n`)
  return { ...places, cluster }
}

function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function urlOf(port: number, secret: string, database: string): string {
  return `postgres://${USER}:${secret}@127.0.0.1:${port}/${database}`
}

function binary({ folder }: Engine, name: string): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function asUser(user: RunAs | null) {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** Makes a cluster beside its place and moves it there when it is whole, so that a broken start leaves nothing that looks like one. */
function initialise(engine: Engine, { cluster }: Places, secret: string, user: RunAs | null): void {
  const part = `${cluster}.part`
  const given = `${cluster}.password`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true, mode: 0o700 })
  writeFileSync(given, secret, { mode: 0o600 })
  if (user) for (const path of [part, given]) chownSync(path, user.uid, user.gid)
  const options = ['-D', part, '-U', USER, '-E', 'UTF8', '--locale=C', '-k', '-A', 'scram-sha-256']
  const { status, stderr, error } = spawnSync(binary(engine, 'initdb'), [...options, `--pwfile=${given}`], {
    ...asUser(user),
    cwd: user ? '/' : part,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  rmSync(given, { force: true })
  if (status !== 0) throw new ClusterFailure('initdb', (error?.message ?? stderr).trim())
  renameSync(part, cluster)
}

interface Running {
  readonly pid: number
  readonly port: number
  readonly child: ChildProcess | null
}

/** A PostgreSQL that already runs on the cluster and takes our password; one that is starting is waited for. */
async function running({ cluster }: Places, secret: string): Promise<Running | null> {
  const until = performance.now() + STARTING
  for (;;) {
    const found = postmasterOf(cluster)
    if (!found || !isAlive(found.pid)) return null
    if (found.ready && (await isOurs(found.port, secret, cluster))) return { ...found, child: null }
    if (performance.now() > until) return null
    await wait(LOOK)
  }
}

async function isOurs(port: number, secret: string, cluster: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(port, secret, 'postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === cluster
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function started(
  engine: Engine,
  { cluster, log }: Places,
  secret: string,
  user: RunAs | null,
  port: number,
): Promise<Running> {
  const output = openSync(log, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '50',
    shared_buffers: '64MB',
    password_encryption: 'scram-sha-256',
    log_min_messages: 'warning',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(binary(engine, 'postgres'), ['-D', cluster, ...options], {
    ...asUser(user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(output)
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new ClusterFailure('start', error.message)))
    child.once('exit', (code) =>
      reject(new ClusterFailure('start', `postgres ended with ${code}; see ${log}`)),
    )
  })
  failed.catch(() => undefined)
  const pid = child.pid ?? 0
  const until = performance.now() + STARTING
  while (!(await Promise.race([failed, isReady(cluster, pid, port, secret)]))) {
    if (performance.now() > until) throw new ClusterFailure('slow', `see ${log}`)
    await wait(LOOK)
  }
  child.unref()
  return { pid, port, child }
}

async function isReady(cluster: string, pid: number, port: number, secret: string): Promise<boolean> {
  const found = postmasterOf(cluster)
  return found?.pid === pid && found.ready && (await isOurs(port, secret, cluster))
}

async function makeDatabase(port: number, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, secret, 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Watches the database and starts it again on the same port when it dies, until it is stopped. */
function watched(
  engine: Engine,
  places: Places,
  secret: string,
  user: RunAs | null,
  first: Running,
  log: Log,
) {
  let current: Running | null = first
  const ended = new AbortController()
  let reviving: Promise<void> | null = null

  async function revive(): Promise<void> {
    log('database-died', { pid: current?.pid })
    for (let pause = LOOK; !ended.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      try {
        current = (await running(places, secret)) ?? (await started(engine, places, secret, user, first.port))
        log('database-started', { pid: current.pid, port: current.port })
        break
      } catch (error) {
        log('database-not-started', { error: String(error) })
        await wait(pause)
      }
    }
  }

  const timer = setInterval(() => {
    if (!ended.signal.aborted && !reviving && current && !lives(current))
      reviving = revive().finally(() => (reviving = null))
  }, LOOK * 2)
  timer.unref()

  const leave = (): void => {
    ended.abort()
    clearInterval(timer)
  }

  return {
    pid: () => current?.pid ?? null,
    leave,
    async stop(): Promise<void> {
      leave()
      await reviving
      if (!current || !lives(current)) return
      process.kill(current.pid, 'SIGINT')
      const until = performance.now() + STOPPING
      while (lives(current)) {
        if (performance.now() > until) throw new ClusterFailure('stop', 'postgres does not stop')
        await wait(LOOK / 2)
      }
    },
  }
}

function lives({ pid, child }: Running): boolean {
  return child ? child.exitCode === null && child.signalCode === null : isAlive(pid)
}
