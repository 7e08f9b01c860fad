import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DOORS, violations } from './doors'

const src = fileURLToPath(new URL('../src', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|vue)$/.test(name))

describe('the house', () => {
  it.each(files)('%s keeps to its doors', (file) => {
    expect(violations(file, readFileSync(`${src}/${file}`, 'utf8'))).toEqual([])
  })

  it('has no room without doors', () => {
    const rooms = new Set(files.filter((name) => name.includes('/')).map((name) => name.split('/')[0]))
    expect([...rooms].filter((room) => room !== undefined && !(room in DOORS))).toEqual([])
  })
})

describe('the checker goes red', () => {
  it.each([
    ['domain/x.ts', "import { ref } from 'vue'"],
    ['domain/x.ts', "import { amount } from '@/format/figures'"],
    ['domain/ledger/x.ts', "import { amount } from '../../format/figures'"],
    ['format/x.ts', "import type { PlanIssue } from '@/documents/plan/planIssue'"],
    ['components/X.vue', "import { useBoard } from '@/stores/board'"],
    ['views/x/XView.vue', "import { now } from '@/storage/clock'"],
    ['views/x/Grid.vue', "import { useBoard } from '@/stores/board'"],
    ['views/x/Grid.vue', "import { words } from '../y/words'"],
    ['views/x/Grid.vue', "import { word } from '@/documents/plan/planFile'"],
    ['views/x/XView.vue', "const later = () => import('@/storage/clock')"],
    ['stores/x.ts', 'const now = Date.now()'],
    ['domain/x.ts', 'const day = new Date()'],
    ['format/x.ts', 'return amount.toNumber()'],
    ['components/X.vue', 'color: #15202b;'],
    ['components/X.vue', 'color: rgb(0 0 0);'],
    ['domain/utils.ts', ''],
    ['domain/helpers/x.ts', ''],
  ])('%s: %s', (file, text) => {
    expect(violations(file, text)).toHaveLength(1)
  })

  it('lets the open doors stand', () => {
    expect(violations('views/x/XView.vue', "import { useBoard } from '@/stores/board'")).toEqual([])
    expect(violations('views/x/Grid.vue', "import { words } from './words'")).toEqual([])
    expect(violations('format/x.ts', "import type { A } from '@/documents/outcome/planIssue'")).toEqual([])
    expect(violations('domain/ledger/x.ts', "import { money } from '../money'")).toEqual([])
    expect(violations('storage/clock.ts', 'return new Date()')).toEqual([])
  })
})
