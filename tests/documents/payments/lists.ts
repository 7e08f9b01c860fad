import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { decodePlan } from '@/documents/plan/planFile'
import { readListFile } from '@/documents/payments/readList'
import type { ListTable } from '@/domain/payments/listTable'
import type { PaymentMark } from '@/domain/payments/knownPayments'
import { isTicked, type ListLine, type PaymentListReading } from '@/domain/payments/paymentList'
import { NO_ANSWERS, readPaymentList, type ListAnswers } from '@/domain/payments/readPaymentList'
import { lineWhy } from '@/format/payments/lineText'
import { realText, PLAN_FILE } from '../realPlan'

const decoded = decodePlan(realText, PLAN_FILE)
if (!decoded.plan) throw new Error('the published plan does not read')
/** The published plan the lists are read against. */
export const PLAN = decoded.plan

/** The bytes of one of the 13 lists. */
export function listBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/payments/${name}`, import.meta.url)))
}

interface Against {
  readonly held?: readonly PaymentMark[]
  readonly answers?: Partial<ListAnswers>
  readonly remembered?: Readonly<Record<string, string>>
  readonly today?: ListLine['day']
  readonly department?: typeof PLAN.department
}

/** Reads a list's bytes as the product does. */
export function readBytes(bytes: Uint8Array, name: string, against: Against = {}): PaymentListReading {
  const file = readListFile(bytes, name)
  if (!file.ok) throw new Error(`${name}: ${file.problem.kind}`)
  return readTables(file.tables, against)
}

/** Understands tables as the product does; throws where there is no list. */
export function readTables(tables: readonly ListTable[], against: Against = {}): PaymentListReading {
  const context = {
    year: PLAN.year,
    department: against.department ?? PLAN.department,
    projects: PLAN.projects,
    held: against.held ?? [],
    remembered: against.remembered ?? {},
    today: against.today ?? null,
  }
  const reading = readPaymentList(tables, context, { ...NO_ANSWERS, ...against.answers })
  if (!reading) throw new Error('no list')
  return reading
}

/** Reads a list written as text. */
export function readText(text: string, against: Against = {}): PaymentListReading {
  return readBytes(new TextEncoder().encode(text), 'list.csv', against)
}

/** A line as it is compared: project by its place, day, amount, and whether it is ticked. */
export function brief(line: ListLine): string {
  const project = line.project?.id.split('/')[1] ?? '-'
  return `${line.row} ${project} ${line.day ?? '-'} ${line.amount.toFixed(2)} ${isTicked(line) ? 'x' : '.'}`
}

/** What is said of a line. */
export function why(line: ListLine): string | null {
  return lineWhy(line, null, (id) => PLAN.projects.find((own) => own.id === id)?.name ?? id)
}

/** The payments that a taken line becomes, as duplicates are told by. */
export function marks(lines: readonly ListLine[]): PaymentMark[] {
  return lines.flatMap((line) =>
    line.project && line.day ? [{ ...line, project: line.project.id, day: line.day }] : [],
  )
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Rows as a page that a finance system names .xls. */
export function asPage(rows: readonly (readonly string[])[]): Uint8Array {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return new TextEncoder().encode(`<html><body><table border=1>${body.join('')}</table></body></html>`)
}

/** Rows as tab-separated text that a finance system names .xls. */
export function asTabs(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => row.join('\t')).join('\r\n'))
}

/** Rows as .csv, every cell quoted. */
export function asCsv(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
  )
}

const national = new Map<string, readonly number[]>()

/** Rows as .csv in GB18030, as Excel saves it here; the letters of two bytes, which is all that lists need. */
export function asGb18030(rows: readonly (readonly string[])[]): Uint8Array {
  if (national.size === 0) {
    const decoder = new TextDecoder('gb18030')
    for (let first = 0x81; first <= 0xfe; first += 1)
      for (let second = 0x40; second <= 0xfe; second += 1)
        if (second !== 0x7f) national.set(decoder.decode(new Uint8Array([first, second])), [first, second])
  }
  const text = new TextDecoder().decode(asCsv(rows))
  return new Uint8Array([...text].flatMap((letter) => national.get(letter) ?? [letter.charCodeAt(0)]))
}

/** Rows as UTF-16 with its mark, as “Unicode 文本” is saved. */
export function asUtf16(rows: readonly (readonly string[])[]): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${rows.map((row) => row.join('\t')).join('\r\n')}`, 'utf16le'))
}

const column = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${column(Math.floor(index / 26) - 1)}${column(index % 26)}`

/** A workbook of text cells, rows where they are; `raw` gives cells of a row's XML instead. */
export function asBook(
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[],
  change: (xml: string, sheet: number) => string = (xml) => xml,
): Uint8Array {
  const cell = (text: string, row: number, at: number) =>
    text === ''
      ? ''
      : `<c r="${column(at)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="s${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s${at}.xml"/>`).join('')}<Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="3"/></cellXfs></styleSheet>`,
    ),
  }
  sheets.forEach(({ rows }, at) => {
    const body = rows
      .map(
        (row, index) =>
          `<row r="${index + 1}">${row.map((text, place) => cell(text, index, place)).join('')}</row>`,
      )
      .join('')
    files[`xl/worksheets/s${at}.xml`] = strToU8(
      change(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`,
        at,
      ),
    )
  })
  return zipSync(files)
}

/** A workbook with one of its sheets hidden. */
export function hiding(book: Uint8Array, sheet: string): Uint8Array {
  const parts = unzipSync(book)
  const main = 'xl/workbook.xml'
  const text = strFromU8(parts[main] ?? new Uint8Array())
  const hidden = text.replace(/<sheet [^>]*>/g, (tag) =>
    tag.includes(`name="${sheet}"`)
      ? tag.replace(/ state="\w+"/, '').replace('<sheet ', '<sheet state="hidden" ')
      : tag,
  )
  if (hidden === text) throw new Error(`no sheet ${sheet}`)
  return zipSync({ ...parts, [main]: strToU8(hidden) })
}
