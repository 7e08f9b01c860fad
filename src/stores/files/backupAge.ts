import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { backupNeed, type BackupNeed, type LastBackup } from '@/domain/work/backupAge'
import type { Setting } from '@/storage/world'
import { useClock } from '../clock'
import { useLedger } from '../ledger'
import { useWorld } from '../world'

/** When this browser was last backed up, and whether it is time again; a demonstration needs none, and a shared service is backed up where it runs. */
export const useBackupAge = defineStore('backupAge', () => {
  const ledgers = useLedger()
  const clock = useClock()
  const { shared, setting: settingOf } = useWorld()
  const setting = settingOf('jixiao-board.backup')
  const last = shallowRef<LastBackup | null>(read(setting))
  return {
    last,
    need: computed<BackupNeed>(() =>
      ledgers.origin === 'demo' || shared
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
