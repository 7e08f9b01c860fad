import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { backupNeed, type BackupNeed, type LastBackup } from '@/domain/work/backupAge'
import type { Setting } from '@/storage/world'
import { useClock } from '../clock'
import { useLedger } from '../ledger'
import { useWorld } from '../world'

/** When this browser was last backed up, and whether it is time again; a demonstration needs none. */
export const useBackupAge = defineStore('backupAge', () => {
  const ledgers = useLedger()
  const clock = useClock()
  const setting = useWorld().setting('jixiao-board.backup')
  const last = shallowRef<LastBackup | null>(read(setting))
  return {
    last,
    need: computed<BackupNeed>(() =>
      ledgers.origin === 'demo'
        ? { kind: 'none' }
        : backupNeed(last.value, ledgers.ledger.ids.size, clock.today),
    ),
    done: (entries: number) => {
      last.value = { on: clock.today, entries }
      setting.write(JSON.stringify(last.value))
    },
  }
})

function read(setting: Setting): LastBackup | null {
  try {
    return JSON.parse(setting.read() ?? 'null') as LastBackup | null
  } catch {
    return null
  }
}
