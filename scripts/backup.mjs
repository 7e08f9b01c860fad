import { care } from './care.mjs'

const USAGE = `用法：npm run backup -- [--data 文件夹] [放备份的文件夹]

  服务运行时也可以备份。默认放在当前文件夹的 backups/ 下。
  环境变量 DATABASE_URL 指向已有的 PostgreSQL 时，备份它。`

await care('runBackup', USAGE, 'backups')
