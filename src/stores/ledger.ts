import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { decodeSample } from '@/documents/sampleFile'
import { addEntries, emptyLedger, type Ledger } from '@/domain/ledger/ledger'
import { fetchDataFile } from '@/storage/dataFiles'

/** The ledger the board folds: the real one, or in a demonstration the sample's, which is bound to another plan id and never mixes. */
export const useLedger = defineStore('ledger', () => {
  const origin = shallowRef<'real' | 'demo'>('real')
  const real = shallowRef<Ledger>(emptyLedger(''))
  const sample = shallowRef<Ledger>(emptyLedger(''))
  const sampleFailed = shallowRef(false)

  const openReal = (plan: string) => {
    origin.value = 'real'
    if (real.value.plan !== plan) real.value = emptyLedger(plan)
  }
  const openDemo = async (plan: string) => {
    const file = await fetchDataFile(`${plan}.demo.json`)
    const decoded = file.kind === 'text' ? decodeSample(file.text) : null
    sampleFailed.value = decoded === null || decoded.issues.length > 0
    const base = emptyLedger(`demo:${plan}`)
    sample.value = decoded && decoded.issues.length === 0 ? addEntries(base, decoded.entries).ledger : base
    origin.value = 'demo'
  }
  return {
    origin,
    ledger: computed(() => (origin.value === 'demo' ? sample.value : real.value)),
    sampleFailed,
    openReal,
    openDemo,
  }
})
