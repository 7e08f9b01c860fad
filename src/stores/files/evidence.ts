import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { MOST_EVIDENCE, type BundledFile, type BundleReading } from '@/documents/exchange/bundle'
import type { Entry, Evidence } from '@/domain/ledger/entry'
import { pageEvidenceShelf, type EvidenceShelf } from '@/storage/evidenceShelf'
import type { StorageFailure } from '@/storage/ledgerStorage'
import { useLedger } from '../ledger'
import { useWorld } from '../world'
import { useSaving } from './saving'

/** The largest file that is kept as evidence, in bytes (our own bound): a scanned document of some fifty pages. */
const LARGEST_EVIDENCE = 20 * 1024 * 1024

/** Why a file itself is not kept, though the entry that names it is written: too large, no room; or why nothing is written: it cannot be read, is empty, or its content is named already. */
export type EvidenceTrouble = { readonly name: string } & (
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unreadable' | 'empty' | 'known' }
  | { readonly kind: 'not-kept'; readonly failure: StorageFailure }
)

/** The files behind the evidence that entries name: which of them are here, taking them in, giving them out again. */
export const useEvidence = defineStore('evidence', () => {
  const world = useWorld()
  const ledgers = useLedger()
  const saving = useSaving()
  const own = world.evidenceShelf()
  const trial = pageEvidenceShelf()
  const sizes = shallowRef<ReadonlyMap<string, number>>(new Map())
  const trouble = shallowRef<EvidenceTrouble | null>(null)

  const shelf = (): Promise<EvidenceShelf> => (ledgers.origin === 'demo' ? Promise.resolve(trial) : own)
  async function look(): Promise<void> {
    const held = await (await shelf()).held()
    if (held.kind === 'loaded') sizes.value = held.sizes
  }
  watch(() => ledgers.origin, look, { immediate: true })

  const has = ({ sha256 }: Evidence) => sha256 !== null && sizes.value.has(sha256)

  async function keep(
    files: readonly Pick<BundledFile, 'sha256' | 'bytes'>[],
  ): Promise<StorageFailure | null> {
    if (files.length === 0) return null
    const kept = await (await shelf()).keep(files.map(({ sha256, bytes }) => ({ sha256, bytes })))
    await look()
    return kept.kind === 'failed' ? kept.failure : null
  }

  /** The evidence that entries name and that is here, each once. */
  function heldOf(entries: readonly Entry[]): Evidence[] {
    const held = namedBy(entries).filter(has)
    return [...new Map(held.map((file) => [file.sha256, file])).values()]
  }

  return {
    trouble,
    has,
    /** How many files are here, and how many bytes they have together. */
    total: computed(() => ({
      files: sizes.value.size,
      bytes: [...sizes.value.values()].reduce((sum, size) => sum + size, 0),
    })),
    heldOf,
    keep,
    look,
    /** What of a bundle's evidence entries name and is not here yet, and what is not what its fingerprint says. */
    carried: (bundle: BundleReading, entries: readonly Entry[]) => {
      const named = new Set(namedBy(entries).map(({ sha256 }) => sha256))
      const files = bundle.ok ? bundle.files : []
      return {
        evidence: files.filter(({ sha256 }) => named.has(sha256) && !sizes.value.has(sha256)),
        wrong: bundle.ok ? bundle.wrong : [],
      }
    },
    /** Takes a file in: kept where it can be, described in any case; `null` when it cannot even be read, or is empty. */
    take: async (file: File): Promise<Evidence | null> => {
      trouble.value = null
      const read = await world.readEvidence(file).catch(() => null)
      if (!read || read.bytes.length === 0) {
        trouble.value = { kind: read ? 'empty' : 'unreadable', name: file.name }
        return null
      }
      if (read.bytes.length > LARGEST_EVIDENCE)
        trouble.value = { kind: 'too-large', name: file.name, limit: LARGEST_EVIDENCE }
      else {
        const failure = await keep([{ sha256: read.evidence.sha256, bytes: read.bytes }])
        if (failure) trouble.value = { kind: 'not-kept', name: file.name, failure }
      }
      return read.evidence
    },
    /** A file was not named once more: its content is named at that place already. */
    known: ({ name }: Evidence) => (trouble.value ??= { kind: 'known', name }),
    /** The files that entries name, with their content, as far as they are here and one bundle carries them; `left` counts those that found no place. */
    gather: async (entries: readonly Entry[]): Promise<{ files: BundledFile[]; left: number }> => {
      const from = await shelf()
      const files: BundledFile[] = []
      let [room, left] = [MOST_EVIDENCE, 0]
      for (const { name, sha256 } of heldOf(entries)) {
        const read = sha256 === null ? null : await from.read(sha256)
        if (sha256 === null || read?.kind !== 'loaded' || !read.bytes) continue
        if (read.bytes.length > room) left += 1
        else {
          room -= read.bytes.length
          files.push({ name, sha256, bytes: read.bytes })
        }
      }
      return { files, left }
    },
    /** Hands a kept file out again under its own name; one that is gone is seen to be gone. */
    save: async ({ name, sha256 }: Evidence): Promise<void> => {
      const read = sha256 === null ? null : await (await shelf()).read(sha256)
      if (read?.kind === 'loaded' && read.bytes)
        saving.save(name, new Blob([read.bytes], { type: 'application/octet-stream' }))
      else await look()
    },
  }
})

/** The evidence that entries name, as often as they do. */
export function namedBy(entries: readonly Entry[]): Evidence[] {
  return entries.flatMap((entry) => (entry.kind === 'indicator-actual' ? entry.evidence : []))
}
