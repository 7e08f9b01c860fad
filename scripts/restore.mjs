import { care } from './care.mjs'

const USAGE = `用法：npm run restore -- [--data 文件夹] 备份文件夹

  恢复到一个空的数据文件夹（或 DATABASE_URL 指向的空数据库）；请先停止服务。`

await care('runRestore', USAGE)
