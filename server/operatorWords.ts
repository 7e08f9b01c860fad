import { ClusterFailure } from './embedded/cluster'
import { Leased } from './embedded/lease'
import { NoDatabaseUser } from './embedded/runAs'

/** There is no embedded PostgreSQL for this machine, and no address of another was given. */
export class NoEngine extends Error {}

/** What the system said, as Node tells it. */
interface SystemError {
  readonly code?: unknown
  readonly path?: unknown
  readonly syscall?: unknown
  readonly message?: unknown
  readonly address?: unknown
  readonly port?: unknown
}

const BY_CODE: Readonly<Record<string, (error: SystemError) => string>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: (error) => `${placeOf(error)}所在的盘是只读的。请换一个能写的文件夹。`,
  ENOENT: (error) => `没有${placeOf(error)}。`,
  ENOTDIR: (error) => `${placeOf(error)}的上级不是文件夹。`,
  EISDIR: (error) => `${placeOf(error)}是文件夹，不是文件。`,
  EEXIST: (error) => `${placeOf(error)}已经在了，不是文件夹。`,
  ENOSPC: () => '磁盘已满，写不下了。请腾出空间后重试。',
  EDQUOT: () => '超出了磁盘配额，写不下了。请腾出空间后重试。',
  EADDRINUSE: ({ port }) => `端口 ${textOf(port)} 已被占用，请用 --port 换一个。`,
  EADDRNOTAVAIL: ({ address }) => `这台机器没有地址 ${textOf(address)}，请检查 --host。`,
  ENOTFOUND: () => '找不到数据库所在的主机，请检查 DATABASE_URL。',
  ECONNREFUSED: () => '连不上数据库：那台机器的那个端口上没有数据库在运行。请检查 DATABASE_URL。',
  ETIMEDOUT: () => '连不上数据库：没有答复。请检查 DATABASE_URL 和网络。',
  ERR_INVALID_URL: () => 'DATABASE_URL 写得不对。应是 postgres://用户:口令@主机:端口/数据库。',
  '28P01': () => '数据库不认这个用户名或口令，请检查 DATABASE_URL。',
  '28000': () => '数据库不让这个用户登录，请检查 DATABASE_URL 和数据库的登录设置。',
  '3D000': () => '服务器上没有 DATABASE_URL 写的那个数据库，请先建好。',
  '42501': () => '数据库用户的权限不够：需要能在这个数据库里建表。',
  '53300': () => '数据库的连接数已用完，请稍后再试，或调大 max_connections。',
  '57P03': () => '数据库正在启动或停止，请稍后再试。',
}

const CLUSTER: Readonly<Record<ClusterFailure['kind'], string>> = {
  initdb: '内置数据库没有建起来',
  start: '内置数据库没有启动，或启动后又结束了',
  slow: '内置数据库一分钟内没有就绪',
  stop: '内置数据库半分钟内没有停下',
}

const EVENTS: Readonly<Record<string, string>> = {
  'first-code-used-up':
    '一次性代码输错了五次，已经作废，还没有设立系统管理员。请按 Ctrl+C 结束后重新启动服务，会显示新的代码。',
}

/** Says of an event of the log what its operator has to do, in Chinese; `null` where he need not. */
export function eventSentence(event: string): string | null {
  return EVENTS[event] ?? null
}

/** Says to the operator why the service or one of its commands did not do what it should and what he can do, in Chinese; of what nobody foresaw the original words, as such. */
export function operatorSentence(error: unknown): string {
  if (error instanceof NoEngine)
    return '这台机器上没有可用的内置 PostgreSQL（可选依赖没有安装，或没有这个平台的版本）。请设置 DATABASE_URL 使用已有的 PostgreSQL；单人使用请运行 npm start。'
  if (error instanceof Leased) {
    const { host, pid, since } = error.holder
    return `数据文件夹正由另一个服务使用：${host} 上的进程 ${pid}，自 ${since} 起。请先停止它。`
  }
  if (error instanceof NoDatabaseUser)
    return `以 root 运行时需要一个普通用户来运行数据库，没有找到（${error.wanted ?? 'jixiao、postgres、nobody、daemon'}）。请用 --user 指定。`
  if (error instanceof ClusterFailure) return `${CLUSTER[error.kind]}。${original(error.message)}`
  return (
    systemSentence(error) ??
    `出了没有预料到的错误。${original(textOf((error as SystemError | null)?.message ?? error))}`
  )
}

/** Says what the system refused: no right, no room, nothing there; `null` where it is no such error. */
export function systemSentence(error: unknown): string | null {
  const { code } = (error ?? {}) as SystemError
  if (typeof code !== 'string') return null
  if (code.startsWith('ERR_OSSL'))
    return `证书或私钥读不懂，应是两个 PEM 文件。${original(textOf((error as SystemError).message))}`
  return BY_CODE[code]?.(error as SystemError) ?? null
}

function denied(error: SystemError): string {
  return error.syscall === 'listen'
    ? `没有权限使用端口 ${textOf(error.port)}（1024 以下的端口要管理员权限），请用 --port 换一个。`
    : `没有权限读写${placeOf(error)}。请用有权限的用户运行，改它的权限，或换一个文件夹。`
}

function placeOf({ path }: SystemError): string {
  return typeof path === 'string' ? ` ${path} ` : '这个文件或文件夹'
}

function original(words: string): string {
  return words === '' ? '' : `原文（供排查）：${words}`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : String(value)
}
