import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { backupNeed, type BackupNeed, type LastBackup } from '@/domain/work/backupAge'
import { today } from '@/storage/clock'
import { forgetful } from '@/storage/settings'
import { useLedger } from './ledger'

const LAST = forgetful('jixiao-board.backup')

/** When this browser was last backed up, and whether it is time again; a demonstration needs none. */
export const useBackupAge = defineStore('backupAge', () => {
  const ledgers = useLedger()
  const last = shallowRef<LastBackup | null>(read())
  return {
    last,
    need: computed<BackupNeed>(() =>
      ledgers.origin === 'demo' ? { kind: 'none' } : backupNeed(last.value, ledgers.ledger.ids.size, today()),
    ),
    done: (entries: number) => {
      last.value = { on: today(), entries }
      LAST.write(JSON.stringify(last.value))
    },
  }
})

function read(): LastBackup | null {
  try {
    return JSON.parse(LAST.read() ?? 'null') as LastBackup | null
  } catch {
    return null
  }
}
