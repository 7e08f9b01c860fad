import { plainXml } from './forms/plainXml'

/** As many bytes as every file system takes in a name, some left for a browser's ` (1)`. */
const MOST = 200

/** The name of a file that every file system takes: no sign it refuses, no dot at an end, its ending kept however long the rest is. */
export function fileName(wanted: string): string {
  const dot = wanted.lastIndexOf('.')
  const ending = dot > 0 && wanted.length - dot <= 6 ? wanted.slice(dot) : ''
  const stem = plainXml(ending === '' ? wanted : wanted.slice(0, dot))
    .replace(/[\\/:*?"<>|\s\u0080-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/g, '-')
    .replace(/^\.+|[. ]+$/g, '')
  const bytes = (text: string) => new TextEncoder().encode(text).length
  let own = ''
  for (const sign of stem) {
    if (bytes(own) + bytes(sign) + bytes(ending) > MOST) break
    own += sign
  }
  return `${own === '' ? '文件' : own}${ending}`
}

/** A moment as this machine's clock and calendar had it, for the name of a file: 2020-11-05-0610. */
export function nameStamp(moment: string): string {
  const at = new Date(moment)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}`
}
