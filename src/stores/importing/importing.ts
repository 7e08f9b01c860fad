import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { StatedOfFiles } from '@/documents/recognition/several/joinFiles'
import type { StorageFailure } from '@/storage/ledgerStorage'
import type { DocumentReply } from '@/workers/document.worker'
import type { Found } from '@/workers/documentSession'
import { documentReader, type NamedContent, pasted } from './documentReader'
import {
  answered,
  foundNow,
  type Importing,
  type RefusedWhy,
  stopped,
  versionOf,
  withoutLines,
} from './importState'
import { refusedFor, sittingName, sittingsInTurn, sittingsOf } from './sittings'
import { usePlan } from '../plan'
import { usePlansBeside } from './plansBeside'
import { useWorld } from '../world'

type Traced = Extract<DocumentReply, { kind: 'project' }>['project']

/** Taking in next year's tables: the documents of a sitting are read beside the page, looked at as one plan, and kept whole or not at all (issue of the reading, part 5). */
export const useImporting = defineStore('importing', () => {
  const plans = usePlan()
  const world = useWorld()
  const plansBeside = usePlansBeside()
  const reader = documentReader(() => world.startWorker('document'))
  const state = shallowRef<Importing>({ kind: 'idle' })
  const traced = shallowRef<Traced | null>(null)
  const failure = shallowRef<StorageFailure | null>(null)
  const kept = ref<string | null>(null)
  let stated: StatedOfFiles = {}
  const sittings = sittingsInTurn(open, () => (state.value = { kind: 'idle' }))

  const stop = () => {
    reader.stop()
    traced.value = null
  }
  const refuse = (name: string, why: RefusedWhy) => (state.value = { kind: 'refused', name, why })

  function heard(name: string, reply: DocumentReply): void {
    if (reply.kind === 'project') traced.value = reply.project
    else if (reply.kind === 'found') compare(name, reply.found)
    else state.value = answered(state.value, name, reply)
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

  async function open(sitting: readonly NamedContent[]): Promise<void> {
    const name = sittingName(sitting)
    kept.value = null
    failure.value = null
    stated = {}
    stop()
    const tooMuch = refusedFor(sitting)
    if (tooMuch) return void refuse(name, { kind: tooMuch })
    state.value = { kind: 'reading', name, step: 'reading', more: 0 }
    await reader.open(
      sitting,
      (reply) => heard(name, reply),
      () => refuse(name, { kind: 'no-worker' }),
    )
  }

  /** Keeps the plan as found, whole, in this browser; `false` when it could not be kept and nothing changed. */
  async function take(author: string, reason: string): Promise<boolean> {
    const made = { id: world.nextId(), author, reason, at: world.clock.now() }
    const version = versionOf(state.value, made)
    if (!version) return false
    failure.value = await plans.keep([version])
    if (failure.value) return false
    goOn()
    kept.value = version.plan
    return true
  }

  /** Leaves what was found and goes on to what belongs to another plan, then to what waits. */
  function goOn(): void {
    const found = foundNow(state.value)
    stop()
    sittings.next(found)
  }

  return {
    state,
    traced,
    waiting: computed(() => sittings.namesAfter(foundNow(state.value))),
    failure,
    kept,
    /** Reads documents together as one plan; plan files, and documents of another plan, follow when it is decided on. */
    openFiles: (files: readonly File[]) => sittings.begin(sittingsOf(files)),
    paste: (kind: 'html' | 'text', content: string) => open([pasted(kind, content)]),
    restate: (more: StatedOfFiles) => {
      stated = { ...stated, ...more }
      reader.ask({ kind: 'restate', stated })
    },
    show: (index: number) => reader.ask({ kind: 'project', index }),
    take,
    /** Stops reading; nothing was changed. */
    cancel: () => {
      stop()
      sittings.forget()
      state.value = stopped(state.value)
    },
    skip: goOn,
  }
})
