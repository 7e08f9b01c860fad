import { readFileSync } from 'node:fs'
import { decodeSample } from '@/documents/entries/sampleFile'
import { countingSlice } from '@/domain/ledger/aside'
import { demoPlan } from '@/domain/ledger/demo'
import { addEntries, emptyLedger, sliceOf } from '@/domain/ledger/ledger'
import { projectMonitor } from '@/domain/monitoring/monitor'
import { HEBEI } from '@/domain/plan/preset'
import { rememberingFold } from '@/domain/status/board'
import type { Day } from '@/domain/time/day'
import { PUBLISHED } from './board'

const { entries } = decodeSample(readFileSync('public/data/2020-323002.demo.json', 'utf8'))

/** The demonstration's ledger. */
export const { ledger: DEMO } = addEntries(emptyLedger(demoPlan(PUBLISHED.id)), entries)

/** The department and the monitors of the demonstration, or of another ledger of its plan, as of a day. */
export function demoAt(asOf: Day, own = DEMO) {
  const department = rememberingFold()(PUBLISHED, own, { asOf, knownAt: null }, HEBEI)
  const monitors = department.projects.map((status) =>
    projectMonitor(status, countingSlice(own, status.project.id), sliceOf(own, PUBLISHED.id), HEBEI),
  )
  return { department, monitors }
}
