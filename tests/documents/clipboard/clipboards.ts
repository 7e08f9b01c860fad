import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ClipboardTexts } from '@/documents/clipboard/clipboard'

const FOLDER = fileURLToPath(new URL('../../fixtures/clipboards/', import.meta.url))

function part(name: string, ending: 'txt' | 'html'): string | null {
  const path = `${FOLDER}${name}.${ending}`
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** The clipboards of tests/fixtures/clipboards by name: `<name>.txt` is their plain text, `<name>.html` their HTML. */
export function clipboards(): readonly { readonly name: string; readonly texts: ClipboardTexts }[] {
  const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.(?:txt|html)$/.exec(file)?.[1] ?? [])
  return [...new Set(names)]
    .sort()
    .map((name) => ({ name, texts: { text: part(name, 'txt'), html: part(name, 'html') } }))
}

/** What each clipboard comes to, as reviewed by eye: the block, and each cell pasted at 支出 × 6月底 of project 2 in 万元. */
export interface ExpectedReading {
  readonly source: string
  readonly issues: readonly unknown[]
  readonly rows: readonly (readonly string[])[]
  readonly merged: readonly unknown[]
  readonly underlying: readonly unknown[]
  readonly cells: readonly string[]
}

/** The expectations of every clipboard fixture. */
export function expectedReadings(): Readonly<Record<string, ExpectedReading>> {
  return JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')) as Record<string, ExpectedReading>
}
