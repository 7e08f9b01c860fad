import { decodeEntry, type Origin } from '@/documents/entries/entryCodec'
import { type Json } from '@/documents/entries/json'
import { decodePlan } from '@/documents/plan/planFile'
import { ledgerCsv, ledgerSheet } from '@/documents/workbook/ledgerBook'
import { writeBook } from '@/documents/workbook/writeBook'
import type { Day } from '@/domain/time/day'
import type { Entry, Moment } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { frameOf } from '@/domain/plan/frame'
import { HEBEI } from '@/domain/plan/preset'
import { departmentSheets } from '@/format/papers/departmentBook/departmentSheets'
import { LEDGER_HEADINGS, ledgerRows, ledgerTotal, planRows } from '@/format/papers/ledgerExport'

/** What a file is to hold: the ledger for an auditor, or the department workbook with the ledger in it. */
export interface BookOrder {
  readonly what: 'ledger' | 'department'
  readonly format: 'xlsx' | 'csv'
  /** The plan file as it was read, and the plan whose ledger it is (a demonstration's has its own). */
  readonly plan: { readonly text: string; readonly file: string }
  readonly ledger: string
  readonly origin: Origin
  readonly asOf: Day
  /** The day up to which anything can have happened: today where `asOf` is still ahead. */
  readonly reached: Day
  readonly knownOn: Day | null
  readonly knownAt: Moment | null
}

/** Writes one file from a plan file and encoded entries, which arrive in parts; nothing is handed out before all of it is written. */
export class BookWriting {
  readonly #order: BookOrder
  readonly #entries: Entry[] = []

  constructor(order: BookOrder) {
    this.#order = order
  }

  /** Takes a part of the ledger; throws on an entry that does not read back. Returns how many there are now. */
  add(part: readonly Json[]): number {
    for (const value of part) {
      const { entry, issues } = decodeEntry(value, this.#order.origin)
      if (!entry)
        throw new Error(`第 ${this.#entries.length + 1} 条记录读不回（${issues[0]?.path ?? '整条'}）`)
      this.#entries.push(entry)
    }
    return this.#entries.length
  }

  /** The bytes of the file. */
  async write(): Promise<Uint8Array> {
    const { what, format, plan: file, asOf, reached, knownOn, knownAt, origin } = this.#order
    const { plan } = decodePlan(file.text, file.file)
    if (!plan) throw new Error(`计划文件 ${file.file} 读不出来`)
    const { ledger } = addEntries(emptyLedger(this.#order.ledger, frameOf(plan)), this.#entries)
    const rows = ledgerRows(plan, ledger, knownAt)
    if (format === 'csv')
      return new TextEncoder().encode(ledgerCsv(LEDGER_HEADINGS, [...planRows(plan), ...rows]))
    const entries = ledgerSheet('台账', LEDGER_HEADINGS, rows, ledgerTotal(rows))
    return writeBook(
      what === 'ledger'
        ? [entries]
        : [
            ...departmentSheets(
              plan,
              ledger,
              { asOf, knownAt },
              { reached, known: knownOn, demo: origin === 'demo' },
              HEBEI,
            ),
            entries,
          ],
    )
  }
}
