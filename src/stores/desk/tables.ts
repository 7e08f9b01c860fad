import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FoundTemplate, NoTemplate, TemplateWords, TextSheet } from '@/documents/workbook/template'
import type { UnreadableFile } from '@/documents/reading/sourceDocument'
import { projectDesk } from '@/domain/desk/projectDesk'
import {
  readTemplate,
  type ChangeAnswers,
  type TemplateChoices,
  type TemplateReading,
} from '@/domain/sheets/templateSheet'
import { useActs, type Done } from '../acts'
import { useBoard } from '../board'
import { useLedger } from '../ledger'
import { usePlan } from '../plan'
import { useSaving } from '../files/saving'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LARGEST = 20 * 1024 * 1024

/** Why a table could not be opened. */
export type NoTable = UnreadableFile | NoTemplate | { readonly kind: 'too-large'; readonly where: null }

/** An uploaded template as read from one of the sheets of its file, which the annotated copy shows. */
interface OpenTemplate extends FoundTemplate {
  readonly name: string
  readonly sheets: readonly TextSheet[]
  readonly reading: TemplateReading
  readonly choices: TemplateChoices
  readonly answers: ChangeAnswers
}

async function annotatedBook(
  ...of: Parameters<typeof import('@/documents/workbook/template').annotatedSheets>
): Promise<Uint8Array> {
  const { annotatedSheets } = await import('@/documents/workbook/template')
  return (await import('@/documents/workbook/writeBook')).writeBook(annotatedSheets(...of))
}

async function templateBook(
  ...of: Parameters<typeof import('@/documents/workbook/template').templateSheets>
): Promise<Uint8Array> {
  const { templateSheets } = await import('@/documents/workbook/template')
  return (await import('@/documents/workbook/writeBook')).writeBook(templateSheets(...of))
}

/** Templates of actuals: written, read back, applied whole or not at all. Nothing is applied before it was shown. */
export const useTables = defineStore('tables', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const board = useBoard()
  const acts = useActs()
  const saving = useSaving()
  const template = shallowRef<OpenTemplate | null>(null)
  const trouble = shallowRef<{ readonly name: string; readonly why: NoTable } | null>(null)
  const result = shallowRef<Done | null>(null)

  const demoMark = () => (ledgers.origin === 'demo' ? '-演示数据' : '')
  const desksOf = (project: string | null) =>
    (plans.plan?.projects ?? [])
      .filter(({ id }) => project === null || id === project)
      .map((own) => projectDesk(own, plans.plan?.year ?? 0, ledgers.ledger, ledgers.workingDay, board.preset))

  function save(name: string, content: Uint8Array): void {
    saving.save(`${name}${demoMark()}.xlsx`, new Blob([content as BlobPart], { type: XLSX }))
  }

  async function writeTemplate(project: string | null, words: TemplateWords): Promise<void> {
    const part = plans.plan?.projects.find(({ id }) => id === project)?.name ?? '全部项目'
    save(`填报模板-${plans.plan?.year ?? ''}年-${part}`, await templateBook(desksOf(project), words))
  }

  function forget(): void {
    template.value = null
    trouble.value = null
    result.value = null
  }

  async function openTemplate(file: File, words: TemplateWords, choices: TemplateChoices): Promise<void> {
    forget()
    const fail = (why: NoTable) => (trouble.value = { name: file.name, why })
    if (file.size > LARGEST) return void fail({ kind: 'too-large', where: null })
    const { readBook } = await import('@/documents/workbook/readBook')
    const book = readBook(new Uint8Array(await file.arrayBuffer()))
    if (!book.ok) return void fail(book.problem)
    await readSheet({ name: file.name, sheets: book.sheets, choices }, words)
  }

  type Opened = Pick<OpenTemplate, 'name' | 'sheets' | 'choices'>
  async function readSheet(opened: Opened, words: TemplateWords, chosen?: string): Promise<void> {
    const { name, sheets, choices } = opened
    const { templateRows } = await import('@/documents/workbook/template')
    const desks = desksOf(null)
    const found = templateRows(sheets, desks, words, chosen)
    if (!found.ok) return void (trouble.value = { name, why: found.problem })
    const reading = readTemplate(desks, found.rows, choices)
    template.value = { ...found, name, sheets, reading, choices, answers: new Map() }
  }

  /** Reads another sheet of the opened file instead. */
  async function chooseSheet(chosen: string, words: TemplateWords): Promise<void> {
    const open = template.value
    trouble.value = null
    if (open) await readSheet(open, words, chosen)
  }

  /** Says of asked changes, by their keys, whether they are taken. */
  function answerTemplate(keys: readonly string[], answer: 'take' | 'skip'): void {
    const open = template.value
    if (!open) return
    const answers = new Map([...open.answers, ...keys.map((key) => [key, answer] as const)])
    const reading = readTemplate(desksOf(null), open.rows, open.choices, answers)
    template.value = { ...open, answers, reading }
  }

  async function saveAnnotated(
    faults: Parameters<typeof annotatedBook>[1],
    words: Parameters<typeof annotatedBook>[2],
  ): Promise<void> {
    if (!template.value) return
    const { name, sheet } = template.value
    save(`${name.replace(/\.xlsx$/i, '')}-错误标注`, await annotatedBook(sheet, faults, words))
  }

  async function applyTemplate(): Promise<boolean> {
    const reading = template.value?.reading
    if (reading?.kind !== 'step' || reading.open > 0) return false
    result.value = await acts.write(reading.drafts)
    if (result.value.kind === 'kept') template.value = null
    return result.value.kind === 'kept'
  }

  return {
    template,
    trouble,
    result,
    writeTemplate,
    openTemplate,
    chooseSheet,
    answerTemplate,
    saveAnnotated,
    applyTemplate,
    forget,
  }
})
