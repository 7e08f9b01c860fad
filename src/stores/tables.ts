import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Annotation, NoTemplate, TemplateWords, TextSheet } from '@/documents/workbook/template'
import type { UnreadableFile } from '@/documents/reading/sourceDocument'
import type { Encoding } from '@/documents/reading/decodeText'
import { allEntries } from '@/domain/ledger/ledger'
import {
  findLayout,
  layoutOf,
  paymentDrafts,
  readPayments,
  rememberedHeading,
  runningTotals,
  type PaymentColumn,
  type PaymentLayout,
} from '@/domain/sheets/paymentList'
import { projectDesk } from '@/domain/desk/projectDesk'
import { readTemplate, type TemplateChoices, type TemplateReading } from '@/domain/sheets/templateSheet'
import { useActs, type Done } from './acts'
import { useBoard } from './board'
import { useClock } from './clock'
import { useLedger } from './ledger'
import { usePlan } from './plan'
import { useSaving } from './saving'
import { useWorld } from './world'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LARGEST = 20 * 1024 * 1024

/** Why a table could not be opened. */
export type NoTable =
  | UnreadableFile
  | NoTemplate
  | { readonly kind: 'too-large' | 'encoding' | 'no-columns'; readonly where: string | null }

/** An uploaded template as read, with its sheet for the annotated copy. */
interface OpenTemplate {
  readonly name: string
  readonly sheet: TextSheet
  readonly reading: TemplateReading
}

/** A payment list that is being looked at. */
interface OpenList {
  readonly name: string
  readonly encoding: Encoding | null
  readonly rows: readonly (readonly string[])[]
}

/** Workbooks and lists: templates of actuals, payment lists. Nothing is applied before it was shown. */
export const useTables = defineStore('tables', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const acts = useActs()
  const saving = useSaving()
  const clock = useClock()
  const setting = useWorld().setting('jixiao-board.payment-headings')
  const template = shallowRef<OpenTemplate | null>(null)
  const list = shallowRef<OpenList | null>(null)
  const layout = shallowRef<PaymentLayout | null>(null)
  const only = ref<string | null>(null)
  const taken = shallowRef<ReadonlyMap<number, boolean>>(new Map())
  const trouble = shallowRef<{ readonly name: string; readonly why: NoTable } | null>(null)
  const result = shallowRef<Done | null>(null)

  const demoMark = () => (ledgers.origin === 'demo' ? '-演示数据' : '')
  const desksOf = (project: string | null) =>
    (plans.plan?.projects ?? [])
      .filter(({ id }) => project === null || id === project)
      .map((own) => projectDesk(own, plans.plan?.year ?? 0, ledgers.ledger, clock.today, board.preset))

  function save(name: string, content: Uint8Array): void {
    saving.save(`${name}${demoMark()}.xlsx`, new Blob([content as BlobPart], { type: XLSX }))
  }

  async function writeTemplate(project: string | null, words: TemplateWords): Promise<void> {
    const [{ templateSheets }, { writeBook }] = await Promise.all([
      import('@/documents/workbook/template'),
      import('@/documents/workbook/writeBook'),
    ])
    const part = plans.plan?.projects.find(({ id }) => id === project)?.name ?? '全部项目'
    save(
      `填报模板-${plans.plan?.year ?? ''}年-${part}`,
      await writeBook(templateSheets(desksOf(project), words)),
    )
  }

  function forget(): void {
    template.value = null
    list.value = null
    layout.value = null
    trouble.value = null
    result.value = null
    taken.value = new Map()
  }

  async function openTemplate(file: File, words: TemplateWords, choices: TemplateChoices): Promise<void> {
    forget()
    const fail = (why: NoTable) => (trouble.value = { name: file.name, why })
    if (file.size > LARGEST) return void fail({ kind: 'too-large', where: null })
    const [{ readBook }, { templateRows }] = await Promise.all([
      import('@/documents/workbook/readBook'),
      import('@/documents/workbook/template'),
    ])
    const book = readBook(new Uint8Array(await file.arrayBuffer()))
    if (!book.ok) return void fail(book.problem)
    const desks = desksOf(null)
    const rows = templateRows(book.sheets, desks, words)
    if (!rows.ok) return void fail(rows.problem)
    template.value = { name: file.name, sheet: rows.sheet, reading: readTemplate(desks, rows.rows, choices) }
  }

  async function saveAnnotated(
    faults: readonly Annotation[],
    words: Parameters<typeof import('@/documents/workbook/template').annotatedSheets>[2],
  ): Promise<void> {
    if (!template.value) return
    const [{ annotatedSheets }, { writeBook }] = await Promise.all([
      import('@/documents/workbook/template'),
      import('@/documents/workbook/writeBook'),
    ])
    const name = template.value.name.replace(/\.xlsx$/i, '')
    save(`${name}-错误标注`, await writeBook(annotatedSheets(template.value.sheet, faults, words)))
  }

  async function applyTemplate(): Promise<boolean> {
    const reading = template.value?.reading
    if (reading?.kind !== 'step') return false
    result.value = await acts.write(reading.drafts)
    if (result.value.kind === 'kept') template.value = null
    return result.value.kind === 'kept'
  }

  function remembered(): Record<string, PaymentColumn> {
    try {
      return JSON.parse(setting.read() ?? '{}') as Record<string, PaymentColumn>
    } catch {
      return {}
    }
  }

  async function openList(file: File): Promise<void> {
    forget()
    const fail = (why: NoTable) => (trouble.value = { name: file.name, why })
    if (file.size > LARGEST) return void fail({ kind: 'too-large', where: null })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
    if (zipped || /\.xlsx?$/i.test(file.name)) {
      const { readBook } = await import('@/documents/workbook/readBook')
      const book = readBook(bytes)
      if (!book.ok) return void fail(book.problem)
      const found = book.sheets.find((sheet) => findLayout(sheet.rows, remembered())) ?? book.sheets[0]
      if (!found) return void fail({ kind: 'no-columns', where: null })
      list.value = { name: file.name, encoding: null, rows: found.rows }
    } else {
      const { readCsv } = await import('@/documents/payments/csvRows')
      const read = readCsv(bytes)
      if (!read) return void fail({ kind: 'encoding', where: null })
      list.value = { name: file.name, encoding: read.encoding, rows: read.rows }
    }
    layout.value = findLayout(list.value.rows, remembered()) ?? null
    if (layout.value === null) {
      list.value = null
      fail({ kind: 'no-columns', where: null })
    }
  }

  /** Says by hand what a column holds; remembered by its heading for the next list. */
  function choose(column: PaymentColumn, index: number | null): void {
    if (!layout.value) return
    const heading = index === null ? '' : (layout.value.headings[index] ?? '')
    const kept = Object.fromEntries(Object.entries(remembered()).filter(([, own]) => own !== column))
    const next = heading === '' ? kept : { ...kept, [rememberedHeading(heading)]: column }
    setting.write(JSON.stringify(next))
    layout.value = { ...layoutOf(layout.value.headings, layout.value.line, next), unit: layout.value.unit }
    taken.value = new Map()
  }

  const read = computed(() => {
    const { plan } = plans
    if (!plan || !list.value || !layout.value) return null
    const known = allEntries(ledgers.ledger).flatMap((entry) => (entry.kind === 'payment' ? entry : []))
    const project = plan.projects.find(({ id }) => id === only.value) ?? null
    return readPayments(plan, list.value.rows, layout.value, known, project)
  })
  const chosen = computed(() =>
    (read.value?.payments ?? []).filter((payment) => taken.value.get(payment.line) ?? payment.doubt === null),
  )
  const running = computed(() =>
    plans.plan
      ? runningTotals(
          desksOf(null).map(({ yearEnd }) => yearEnd),
          chosen.value,
        )
      : [],
  )

  async function applyList(): Promise<boolean> {
    if (!read.value || read.value.issues.length > 0 || chosen.value.length === 0) return false
    result.value = await acts.write(paymentDrafts(chosen.value))
    if (result.value.kind === 'kept') list.value = null
    return result.value.kind === 'kept'
  }

  return {
    template,
    list,
    layout,
    only,
    trouble,
    result,
    read,
    chosen,
    running,
    writeTemplate,
    openTemplate,
    saveAnnotated,
    applyTemplate,
    openList,
    choose,
    tick: (line: number, on: boolean) => (taken.value = new Map([...taken.value, [line, on]])),
    applyList,
    forget,
  }
})
