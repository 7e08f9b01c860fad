import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Argon2id at 19 MiB and two passes; where there is no binary of it, scrypt at 32 MiB. Both write their parameters into the hash. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const SCRYPT = { N: 2 ** 15, r: 8, p: 1 }
const LENGTH = 32
const AT_ONCE = 2

/** What of @node-rs/argon2 is used. */
interface Argon2 {
  hash(password: string, options: typeof ARGON): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** Hashes and checks passwords; at most two at once, so that logging in never starves the rest. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Whether a password is the one of a hash; `null` (an unknown account) takes as long and is never right. */
  matches(hash: string | null, password: string): Promise<boolean>
  /** Whether a hash was made otherwise than would be today. */
  isOld(hash: string): boolean
}

/** The passwords of this machine: argon2id where its binary is, else scrypt. `load` gives the binary and is replaced in tests. */
export async function openPasswords(
  load: () => Promise<Argon2> = () => import('@node-rs/argon2'),
): Promise<Passwords> {
  const argon = await load().catch(() => null)
  const turn = turns(AT_ONCE)
  const make = (password: string) => (argon ? argon.hash(password, ARGON) : scryptHash(password))
  const nobody = await make(randomBytes(16).toString('hex'))
  return {
    hash: (password) => turn(() => make(password)),
    matches: async (hash, password) => {
      const right = await turn(() => check(argon, hash ?? nobody, password))
      return right && hash !== null
    },
    isOld: (hash) => !hash.startsWith(nobody.slice(0, nobody.lastIndexOf('$', nobody.lastIndexOf('$') - 1))),
  }
}

async function check(argon: Argon2 | null, hash: string, password: string): Promise<boolean> {
  if (hash.startsWith('$scrypt$')) return scryptMatches(hash, password)
  if (argon) return argon.verify(hash, password)
  throw new Error('a password was hashed with argon2, which this machine has no binary for')
}

async function scryptHash(password: string): Promise<string> {
  const salt = randomBytes(16)
  const { N, r, p } = SCRYPT
  const key = await derived(password, salt, N, r, p)
  return `$scrypt$ln=${Math.log2(N)},r=${r},p=${p}$${salt.toString('base64')}$${key.toString('base64')}`
}

const SHAPE = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

async function scryptMatches(hash: string, password: string): Promise<boolean> {
  const [, ln, r, p, salt = '', key = ''] = SHAPE.exec(hash) ?? []
  const wanted = Buffer.from(key, 'base64')
  const found = await derived(password, Buffer.from(salt, 'base64'), 2 ** Number(ln), Number(r), Number(p))
  return wanted.length === found.length && timingSafeEqual(wanted, found)
}

function derived(password: string, salt: Buffer, N: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, LENGTH, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** Lets so many run at once; the others wait in order. */
function turns(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
