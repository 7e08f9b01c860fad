import { readListFile } from '@/documents/payments/readList'
import type { UnreadableFile } from '@/documents/reading/sourceDocument'
import { money } from '@/domain/number/money'
import type { ListRole } from '@/domain/payments/listHeadings'
import type { ListTable } from '@/domain/payments/listTable'
import type { UnitFound } from '@/domain/payments/listUnit'
import {
  canTick,
  isTicked,
  onlyQuestion,
  type LineDoubt,
  type ListLine,
  type PaymentListReading,
} from '@/domain/payments/paymentList'
import {
  lineKey,
  namedKey,
  readPaymentList,
  type ListAnswers,
  type ListContext,
} from '@/domain/payments/readPaymentList'
import type { Day } from '@/domain/time/day'
import { leftOutText } from '@/format/payments/leftOutText'
import { lineWhy } from '@/format/payments/lineText'

/** A plan and its payments as they go to the worker: amounts as decimal texts in 元. */
export interface SentContext {
  readonly year: number
  readonly department: ListContext['department']
  readonly today: Day | null
  readonly projects: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly budget: string
  }[]
  readonly held: readonly {
    readonly project: string
    readonly day: Day
    readonly amount: string
    readonly voucher: string
    readonly memo: string
  }[]
  readonly remembered: Readonly<Record<string, string>>
}

/** One line as it is shown: `asks` names what a person may choose (a project by `name`, a day of `days`). */
export interface ShownLine {
  readonly key: string
  readonly sheet: string | null
  readonly row: number
  readonly project: string | null
  readonly day: Day | null
  /** In 元, as a plain decimal text. */
  readonly amount: string
  readonly voucher: string
  readonly memo: string
  readonly ticked: boolean
  readonly tickable: boolean
  readonly why: string
  /** The one kind of question that keeps it from being ticked, where there is but one. */
  readonly question: LineDoubt['kind'] | null
  readonly days: readonly Day[]
}

/** A name of the list that is no project's: asked once for all lines that say it. */
export interface AskedName {
  readonly key: string
  readonly said: string
  readonly lines: number
  readonly likely: string | null
}

/** A payment list as it is shown before it is taken. */
export interface ShownList {
  readonly name: string
  readonly encoding: 'utf-8' | 'utf-16' | 'gb18030' | null
  readonly unit: 'yuan' | 'wan' | 'other'
  readonly unitBy: UnitFound['by']
  readonly sheets: readonly string[]
  /** Hidden sheets that are lists; those in `sheets` are read. */
  readonly hidden: readonly string[]
  /** Sheets named after a project (by id), whose lines name none. */
  readonly namedSheets: readonly { readonly sheet: string; readonly project: string }[]
  readonly headings: readonly string[]
  readonly columns: Readonly<Partial<Record<ListRole, number>>>
  readonly lines: readonly ShownLine[]
  readonly names: readonly AskedName[]
  readonly leftOut: readonly { readonly sheet: string | null; readonly row: number; readonly why: string }[]
  readonly sums: readonly {
    readonly sheet: string | null
    readonly row: number
    readonly stated: string
    readonly found: string
    readonly agrees: boolean
  }[]
}

export type ListOpening =
  | { readonly ok: true; readonly list: ShownList }
  | {
      readonly ok: false
      readonly problem: UnreadableFile | { readonly kind: 'no-columns'; readonly where: null }
    }

/** A payment list being looked at: read once, understood again as often as something is answered. */
export class PaymentSession {
  #name = ''
  #encoding: ShownList['encoding'] = null
  #tables: readonly ListTable[] = []
  #context: ListContext | null = null

  /** Reads a file; `step` hears how many of its rows are understood. */
  open(
    bytes: Uint8Array,
    name: string,
    context: SentContext,
    answers: ListAnswers,
    step: (done: number, of: number) => void = () => {},
  ): ListOpening {
    const file = readListFile(bytes, name)
    if (!file.ok) return file
    this.#name = name
    this.#encoding = file.encoding
    this.#tables = file.tables
    this.#context = {
      ...context,
      projects: context.projects.map((project) => ({ ...project, budget: money(project.budget) })),
      held: context.held.map((payment) => ({ ...payment, amount: money(payment.amount) })),
    }
    return this.answer(answers, step)
  }

  /** Understands the file again with what a person answered. */
  answer(answers: ListAnswers, step: (done: number, of: number) => void = () => {}): ListOpening {
    const context = this.#context
    const reading = context && readPaymentList(this.#tables, context, answers, step)
    if (!context || !reading) return { ok: false, problem: { kind: 'no-columns', where: null } }
    return {
      ok: true,
      list: this.#shown(reading, new Map(context.projects.map(({ id, name }) => [id, name]))),
    }
  }

  #shown(reading: PaymentListReading, names: ReadonlyMap<string, string>): ShownList {
    const nameOf = (id: string) => names.get(id) ?? id
    return {
      name: this.#name,
      encoding: this.#encoding,
      unit: reading.unit.unit,
      unitBy: reading.unit.by,
      sheets: reading.sheets,
      hidden: reading.hidden,
      namedSheets: reading.namedSheets.map(({ sheet, project }) => ({ sheet, project: project.id })),
      headings: reading.shown.headings,
      columns: Object.fromEntries([...reading.shown.columns].map(([role, columns]) => [role, columns[0]])),
      lines: reading.lines.map((line) => shownLine(line, nameOf)),
      names: askedNames(reading.lines),
      leftOut: reading.leftOut.map(({ sheet, row, why }) => ({ sheet, row, why: leftOutText(why) })),
      sums: reading.sums.map((sum) => ({ ...sum, stated: sum.stated.toFixed(), found: sum.found.toFixed() })),
    }
  }
}

function shownLine(line: ListLine, nameOf: (id: string) => string): ShownLine {
  return {
    key: lineKey(line),
    sheet: line.sheet,
    row: line.row,
    project: line.project?.id ?? null,
    day: line.day,
    amount: line.amount.toFixed(),
    voucher: line.voucher,
    memo: line.memo,
    ticked: isTicked(line),
    tickable: canTick(line),
    why: lineWhy(line, null, nameOf) ?? '',
    question: onlyQuestion(line),
    days: line.doubts.flatMap((doubt) =>
      doubt.kind === 'day-asked' || doubt.kind === 'day-elsewhere' ? doubt.choices : [],
    ),
  }
}

function askedNames(lines: readonly ListLine[]): AskedName[] {
  const names = new Map<string, AskedName>()
  for (const line of lines) {
    const doubt = line.doubts.find(({ kind }) => kind === 'project')
    if (doubt?.kind !== 'project' || doubt.match.why === 'unnamed') continue
    const key = namedKey(line)
    const before = names.get(key)
    names.set(key, {
      key,
      said: doubt.match.said,
      lines: (before?.lines ?? 0) + 1,
      likely: doubt.match.likely?.id ?? null,
    })
  }
  return [...names.values()]
}
