import type { InjectionKey } from 'vue'
import type { Evidence } from '@/domain/ledger/entry'

/** The files behind what entries name as evidence: whether one is here, and handing it out. */
export interface EvidenceFiles {
  has(evidence: Evidence): boolean
  save(evidence: Evidence): Promise<void>
}

/** How a list of evidence anywhere reaches the files; they are looked for when the first list shows. */
export const evidenceKey: InjectionKey<() => Promise<EvidenceFiles>> = Symbol('evidence')
