import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The unprivileged user a database runs as where the service itself runs as root; PostgreSQL refuses root. */
export interface RunAs {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The users that are taken, the first that there is; none is ever made silently. */
const CANDIDATES = ['jixiao', 'postgres', 'nobody', 'daemon']

/** Whom the database runs as: nobody else (`null`) unless this is root, then the wanted user or the first candidate. */
export function databaseUser(wanted: string | null): RunAs | null {
  if (process.getuid?.() !== 0) return null
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of wanted === null ? CANDIDATES : [wanted]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined && uid !== '0')
      return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new NoDatabaseUser(wanted)
}

/** As root there is no unprivileged user to run the database as. */
export class NoDatabaseUser extends Error {
  constructor(readonly wanted: string | null) {
    super(`no unprivileged user (${wanted ?? CANDIDATES.join(', ')})`)
  }
}

/** Whether a user can enter a folder as its parents stand. */
export function mayEnter(user: RunAs, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return status === 0
}
