import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Stated } from '@/documents/recognition/draft'
import { READING_LIMITS } from '@/documents/reading/readingLimits'
import { filledSubjects } from '@/domain/ledger/filled'
import type { StorageFailure } from '@/storage/ledgerStorage'
import type { DocumentReply, DocumentRequest } from '@/workers/document.worker'
import type { Found, Step } from '@/workers/documentSession'
import { useLedger } from './ledger'
import { usePlan, type KnownPlan } from './plan'
import { useWorld } from './world'

type Difference = Extract<DocumentReply, { kind: 'difference' }>['lines']
type Traced = Extract<DocumentReply, { kind: 'project' }>['project']

/** How far one is with a document: nothing yet, being read, refused, or found and waiting for a decision. */
type Importing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly step: Step }
  | { readonly kind: 'refused'; readonly name: string; readonly why: RefusedWhy }
  | {
      readonly kind: 'found'
      readonly name: string
      readonly found: Found
      /** The plan of the same id that stands already, and what changes against it. */
      readonly against: { readonly plan: KnownPlan; readonly lines: Difference } | null
    }

/** Why nothing came of a document: words of the reader, or a kind that the screen says. */
type RefusedWhy =
  { readonly kind: 'said'; readonly text: string } | { readonly kind: 'too-large' | 'no-worker' | 'stopped' }

const PASTED = { html: '粘贴的表格.html', text: '粘贴的文字.txt' }

/** Taking in next year's tables: a document is read beside the page, looked at, and kept whole or not at all (issue of the reading, part 5). */
export const useImporting = defineStore('importing', () => {
  const plans = usePlan()
  const ledgers = useLedger()
  const world = useWorld()
  const state = shallowRef<Importing>({ kind: 'idle' })
  const traced = shallowRef<Traced | null>(null)
  const waiting = shallowRef<readonly File[]>([])
  const failure = shallowRef<StorageFailure | null>(null)
  const kept = ref<string | null>(null)
  let worker: Worker | null = null
  let stated: Stated = {}

  function stop(): void {
    worker?.terminate()
    worker = null
    traced.value = null
  }

  /** Starts a worker for one document; what an older one still says counts for nothing. */
  function start(name: string): Worker {
    stop()
    const mine = world.startWorker('document')
    worker = mine
    mine.addEventListener('message', ({ data }: MessageEvent<DocumentReply>) => {
      if (worker === mine) void heard(name, data)
    })
    mine.addEventListener('error', () => {
      if (worker === mine) state.value = { kind: 'refused', name, why: { kind: 'no-worker' } }
    })
    return mine
  }

  function ask(request: DocumentRequest, transfer: Transferable[] = []): void {
    worker?.postMessage(request, transfer)
  }

  async function heard(name: string, reply: DocumentReply): Promise<void> {
    if (reply.kind === 'step') state.value = { kind: 'reading', name, step: reply.step }
    if (reply.kind === 'refused')
      state.value = { kind: 'refused', name, why: { kind: 'said', text: reply.why } }
    if (reply.kind === 'project') traced.value = reply.project
    if (reply.kind === 'found') await compare(name, reply.found)
    if (reply.kind === 'difference' && state.value.kind === 'found' && state.value.against)
      state.value = { ...state.value, against: { ...state.value.against, lines: reply.lines } }
  }

  /** Shows what was found, and asks what changes where a plan of that id stands already. */
  async function compare(name: string, found: Found): Promise<void> {
    const standing = plans.known.find(({ id }) => id === found.id)
    state.value = { kind: 'found', name, found, against: standing ? { plan: standing, lines: [] } : null }
    if (found.traced) ask({ kind: 'project', index: 0 })
    if (!standing) return
    const [file, held] = await Promise.all([plans.textOf(standing), ledgers.everything()])
    if (file.kind !== 'text' || held?.kind !== 'loaded') return
    ask({
      kind: 'compare',
      existing: file.text,
      file: standing.file,
      filled: filledSubjects(held.entries, standing.id),
    })
  }

  async function open(name: string, content: Blob): Promise<void> {
    kept.value = null
    failure.value = null
    stated = {}
    if (content.size > READING_LIMITS.fileBytes) {
      stop()
      state.value = { kind: 'refused', name, why: { kind: 'too-large' } }
      return
    }
    start(name)
    state.value = { kind: 'reading', name, step: 'reading' }
    const mine = worker
    const bytes = new Uint8Array(await content.arrayBuffer())
    if (worker === mine) ask({ kind: 'open', bytes, name, stated }, [bytes.buffer])
  }

  function next(): void {
    const [file, ...rest] = waiting.value
    waiting.value = rest
    if (file) void open(file.name, file)
    else state.value = { kind: 'idle' }
  }

  /** Keeps the plan as found, whole, in this browser; `false` when it could not be kept and nothing changed. */
  async function take(author: string, reason: string): Promise<boolean> {
    const { value: at } = state
    if (at.kind !== 'found' || !at.found.stands || at.found.id === null || at.found.year === null)
      return false
    failure.value = await plans.keep([
      {
        id: world.nextId(),
        plan: at.found.id,
        year: at.found.year,
        department: at.found.department ?? '',
        text: at.found.text,
        source: at.name,
        author,
        reason,
        at: world.clock.now(),
      },
    ])
    if (failure.value) return false
    kept.value = at.found.id
    stop()
    next()
    return true
  }

  return {
    state,
    traced,
    waiting: computed(() => waiting.value.map(({ name }) => name)),
    failure,
    kept,
    /** Reads files one after another: the first now, each of the others when the one before is decided on. */
    openFiles: (files: readonly File[]) => {
      waiting.value = files
      next()
    },
    paste: (kind: 'html' | 'text', content: string) => open(PASTED[kind], new Blob([content])),
    restate: (more: Stated) => {
      stated = { ...stated, ...more }
      ask({ kind: 'restate', stated })
    },
    show: (index: number) => ask({ kind: 'project', index }),
    take,
    /** Stops reading; nothing was changed. */
    cancel: () => {
      const { value: at } = state
      stop()
      waiting.value = []
      state.value =
        at.kind === 'reading'
          ? { kind: 'refused', name: at.name, why: { kind: 'stopped' } }
          : { kind: 'idle' }
    },
    /** Leaves this document and goes on to the next one waiting. */
    skip: () => {
      stop()
      next()
    },
  }
})
