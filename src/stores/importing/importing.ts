import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Stated } from '@/documents/recognition/draft'
import { READING_LIMITS } from '@/documents/reading/readingLimits'
import type { StorageFailure } from '@/storage/ledgerStorage'
import type { DocumentReply } from '@/workers/document.worker'
import type { Found } from '@/workers/documentSession'
import { documentReader } from './documentReader'
import { type Importing, type RefusedWhy, versionOf, withLines, withoutLines } from './importState'
import { usePlan } from '../plan'
import { usePlansBeside } from './plansBeside'
import { useWorld } from '../world'

type Traced = Extract<DocumentReply, { kind: 'project' }>['project']

const PASTED = { html: '粘贴的表格.html', text: '粘贴的文字.txt' }

/** Taking in next year's tables: a document is read beside the page, looked at, and kept whole or not at all (issue of the reading, part 5). */
export const useImporting = defineStore('importing', () => {
  const plans = usePlan()
  const world = useWorld()
  const plansBeside = usePlansBeside()
  const reader = documentReader(() => world.startWorker('document'))
  const state = shallowRef<Importing>({ kind: 'idle' })
  const traced = shallowRef<Traced | null>(null)
  const failure = shallowRef<StorageFailure | null>(null)
  const kept = ref<string | null>(null)
  let stated: Stated = {}
  const files = filesInTurn(
    (file) => open(file.name, file),
    () => (state.value = { kind: 'idle' }),
  )

  function stop(): void {
    reader.stop()
    traced.value = null
  }

  function refuse(name: string, why: RefusedWhy): void {
    state.value = { kind: 'refused', name, why }
  }

  function heard(name: string, reply: DocumentReply): void {
    if (reply.kind === 'step') state.value = { kind: 'reading', name, step: reply.step }
    else if (reply.kind === 'refused') refuse(name, { kind: 'said', text: reply.why })
    else if (reply.kind === 'project') traced.value = reply.project
    else if (reply.kind === 'found') compare(name, reply.found)
    else state.value = withLines(state.value, reply)
  }

  /** Shows what was found, and asks what changes where a plan of that id, or one of the year before, stands already. */
  function compare(name: string, found: Found): void {
    const beside = plansBeside.beside(found)
    state.value = { kind: 'found', name, found, ...beside }
    if (found.traced) reader.ask({ kind: 'project', index: 0 })
    const still = reader.still()
    void plansBeside.comparisons(
      beside,
      (request) => still() && reader.ask(request),
      (which) => still() && (state.value = withoutLines(state.value, which)),
    )
  }

  async function open(name: string, content: Blob): Promise<void> {
    kept.value = null
    failure.value = null
    stated = {}
    stop()
    if (content.size > READING_LIMITS.fileBytes) return refuse(name, { kind: 'too-large' })
    state.value = { kind: 'reading', name, step: 'reading' }
    const broken = () => refuse(name, { kind: 'no-worker' })
    await reader.open(name, content, (reply) => heard(name, reply), broken)
  }

  /** Keeps the plan as found, whole, in this browser; `false` when it could not be kept and nothing changed. */
  async function take(author: string, reason: string): Promise<boolean> {
    const made = { id: world.nextId(), author, reason, at: world.clock.now() }
    const version = versionOf(state.value, made)
    if (!version) return false
    failure.value = await plans.keep([version])
    if (failure.value) return false
    kept.value = version.plan
    stop()
    files.next()
    return true
  }

  return {
    state,
    traced,
    waiting: computed(() => files.waiting.value.map(({ name }) => name)),
    failure,
    kept,
    /** Reads files one after another: the first now, each of the others when the one before is decided on. */
    openFiles: files.begin,
    paste: (kind: 'html' | 'text', content: string) => open(PASTED[kind], new Blob([content])),
    restate: (more: Stated) => {
      stated = { ...stated, ...more }
      reader.ask({ kind: 'restate', stated })
    },
    show: (index: number) => reader.ask({ kind: 'project', index }),
    take,
    /** Stops reading; nothing was changed. */
    cancel: () => {
      const { value: at } = state
      stop()
      files.forget()
      if (at.kind === 'reading') refuse(at.name, { kind: 'stopped' })
      else state.value = { kind: 'idle' }
    },
    /** Leaves this document and goes on to the next one waiting. */
    skip: () => {
      stop()
      files.next()
    },
  }
})

/** Files opened one after another: the first now, each of the others when the one before is decided on. */
function filesInTurn(open: (file: File) => unknown, idle: () => unknown) {
  const waiting = shallowRef<readonly File[]>([])
  function next(): void {
    const [file, ...rest] = waiting.value
    waiting.value = rest
    if (file) void open(file)
    else idle()
  }
  return {
    waiting,
    next,
    begin: (files: readonly File[]) => {
      waiting.value = files
      next()
    },
    forget: () => (waiting.value = []),
  }
}
