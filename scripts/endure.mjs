import { spawnSync } from 'node:child_process'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

requireNode()
installPackages()
const { status } = spawnSync(
  process.execPath,
  [
    `${root}/node_modules/vitest/vitest.mjs`,
    'run',
    'tests/documents/recognition/drawnLayouts.test.ts',
    'tests/stores/typingWalks.test.ts',
    'tests/server/kill.test.ts',
  ],
  {
    cwd: root,
    env: { ...process.env, LAYOUTS: '3000', WALKS: '2000', KILL_ROUNDS: '20' },
    stdio: 'inherit',
  },
)
const { failover } = await import('./trials/failover.mjs')
const good = await failover()
process.exit(good ? (status ?? 1) : 1)
