import { installPackages, requireNode } from './install.mjs'
import { program } from './steps.mjs'

requireNode()
installPackages()
const passed = await program(
  '3,000 drawn layouts',
  'vitest/vitest.mjs',
  ['run', 'tests/documents/recognition/drawnLayouts.test.ts'],
  {
    LAYOUTS: '3000',
  },
)
process.exit(passed ? 0 : 1)
