import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './ports.mjs'

/** Where Debian keeps the programs of its PostgreSQL 15. */
export const DEBIAN = '/usr/lib/postgresql/15/bin'
const SECRET = 'secret-of-the-trial'

/** Whom a PostgreSQL of Debian runs as: postgres where this is root, which PostgreSQL refuses. */
export function postgresUser() {
  if (process.getuid() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((own) => own.startsWith('postgres:'))
  const [, , uid, gid] = line.split(':').map(Number)
  return { uid, gid }
}

/** A folder for that user alone. */
export function folderOf(user, path) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
  return path
}

/** Debian's PostgreSQL 15 on a folder, durable as it comes; `null` where it is not installed. */
export async function startDebian(folder) {
  if (!existsSync(`${DEBIAN}/postgres`)) return null
  const user = postgresUser()
  const data = folderOf(user, folder)
  const secret = `${data}.secret`
  writeFileSync(secret, SECRET, { mode: 0o600 })
  if (user.uid !== undefined) chownSync(secret, user.uid, user.gid)
  const options = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-k', '-A', 'scram-sha-256']
  const { status, stderr } = spawnSync(`${DEBIAN}/initdb`, [...options, `--pwfile=${secret}`], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const port = await freePort()
  const places = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${data}`]
  const child = spawn(`${DEBIAN}/postgres`, ['-D', data, '-p', String(port), ...places], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  })
  const url = `postgres://postgres:${SECRET}@127.0.0.1:${port}/postgres`
  await answers(url, child)
  return {
    url,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGINT')
      await ended
    },
  }
}

async function answers(url, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error('postgres ended')
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await wait(100)
    }
  }
}
