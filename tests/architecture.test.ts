import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DOORS, violations } from './doors'

const root = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/')
const src = `${root}src`

function below(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ts|vue)$/.test(name))
}

const files = below(src)
const service = below(`${root}server`).map((name) => `server/${name}`)

describe('the house', () => {
  it.each(files)('%s keeps to its doors', (file) => {
    expect(violations(file, readFileSync(`${src}/${file}`, 'utf8'))).toEqual([])
  })

  it('keeps the service to its doors', () => {
    expect(service.flatMap((file) => violations(file, readFileSync(`${root}${file}`, 'utf8')))).toEqual([])
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
    ['server/app.ts', "import { amount } from '../src/format/figures'"],
    ['server/app.ts', "import { useBoard } from '@/stores/board'"],
    ['server/app.ts', "import { ref } from 'vue'"],
    ['domain/x.ts', "import { readFile } from 'node:fs'"],
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
    expect(violations('server/app.ts', "import { Hono } from 'hono'")).toEqual([])
    expect(violations('server/app.ts', "import { readFile } from 'node:fs/promises'")).toEqual([])
    expect(violations('server/app.ts', "import { money } from '../src/domain/number/money'")).toEqual([])
    expect(violations('storage/clock.ts', 'return new Date()')).toEqual([])
  })
})

describe('the picture of the house in the README', () => {
  const [, picture = ''] =
    /## The house\s+```\n([^]*?)```/.exec(readFileSync(`${root}README.md`, 'utf8')) ?? []
  const places: string[] = []
  const open: string[] = []
  for (const [, indent = '', name = ''] of picture.matchAll(/^( *)(\S+)\/(?: |$)/gm)) {
    open.splice(indent.length / 2)
    open.push(name)
    places.push(open.join('/'))
  }
  const folders = (place: string) =>
    readdirSync(`${root}${place}`, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !/^(\.|node_modules|dist|data$|test-results)/.test(entry.name),
      )
      .map(({ name }) => (place === '' ? name : `${place}/${name}`))

  it('shows every folder there is, and none that is not', () => {
    const there = ['', 'src', 'src/domain', 'server'].flatMap(folders)
    expect(there.sort()).toEqual(places.sort())
  })
})
