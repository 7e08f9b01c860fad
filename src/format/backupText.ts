import type { BackupNeed } from '@/domain/work/backupAge'

/** The reminder of a backup, in words; empty when none is due. */
export function backupText(need: BackupNeed): string {
  switch (need.kind) {
    case 'none':
      return ''
    case 'never':
      return `本机 ${need.entries} 条记录尚未备份过`
    case 'old':
      return `距上次备份 ${need.days} 天，新增 ${need.entries} 条，请备份`
  }
}
