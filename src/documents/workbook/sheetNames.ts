import { plainXml } from '../forms/plainXml'

/** As many signs as a workbook takes in the name of a sheet, counted as UTF-16 does. */
const MOST = 31

/** Names of sheets that a workbook takes, in their order: without the signs it refuses (`/ : * ? [ ] \`), no apostrophe at an end, short enough, and none of them twice whatever their case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain = allowed(name)
    let own = cut(plain, MOST)
    for (let count = 2; taken.has(own.toLowerCase()); count += 1) {
      const tail = `(${count})`
      own = `${cut(plain, MOST - tail.length)}${tail}`
    }
    taken.add(own.toLowerCase())
    return own
  })
}

function allowed(name: string): string {
  const plain = plainXml(name)
    .replace(/[/:*?[\]\\：？＊［］／＼]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
  return plain === '' || /^history$/i.test(plain) ? `表${plain}` : plain
}

/** The longest beginning of whole signs; an apostrophe at its end would be refused. */
function cut(name: string, most: number): string {
  let own = ''
  for (const sign of name) {
    if (own.length + sign.length > most) break
    own += sign
  }
  return own.replace(/['\s]+$/, '')
}
