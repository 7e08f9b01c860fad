import { spawnSync } from 'node:child_process'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

const USAGE = `用法：npm run check-database -- postgres://用户:口令@主机:端口/数据库

  在这个数据库引擎上试一遍台账的约定（编号连续、整步写入、重发不重复、并发、冲突重试）。
  用户要能建库：试验在新建的库里进行，试完删除，不动已有的库。`

const [url] = process.argv.slice(2)
if (!url || !/^postgres(ql)?:\/\//.test(url)) {
  console.error(USAGE)
  process.exit(1)
}
requireNode()
installPackages()
const { status } = spawnSync(
  process.execPath,
  [`${root}/node_modules/vitest/vitest.mjs`, 'run', '--project', 'domain', 'tests/server/ledger.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHECK_DATABASE_URL: url } },
)
console.log(
  status === 0 ? '这个引擎合用：台账的约定全部通过。' : '这个引擎不合用，或没有连上；哪一条没有通过见上。',
)
process.exit(status ?? 1)
