import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readDocument } from '@/documents/reading/readDocument'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import type { DocumentRemark } from '@/format/published/documentFound'
import { DocumentSession } from '@/workers/documentSession'
import { unaccounted } from './accounting'
import {
  type CaseAnswer,
  caseBytes,
  caseNames,
  casePath,
  differences,
  expectedOf,
  unmetWishes,
} from './expectedCases'

async function answerOf(name: string): Promise<CaseAnswer> {
  const opening = await new DocumentSession().open(caseBytes(name), name, {})
  if (!opening.ok) return { draft: null, lines: [opening.why] }
  const { text, answer, left, checks, aside } = opening.found
  return { draft: JSON.parse(text), lines: linesOf(answer, [...left, ...checks, ...aside]) }
}

function linesOf(answer: string | null, findings: readonly DocumentRemark[]): string[] {
  const said = findings.map(({ where, what, source }) =>
    [where, what, source === null ? '' : `「${source}」`].join(' '),
  )
  return answer === null ? said : [answer, ...said]
}

interface Report {
  readonly plan: Readonly<Record<string, unknown>> | null
  readonly answer: string | null
  readonly issues: readonly DocumentRemark[]
  readonly checks: readonly DocumentRemark[]
  readonly aside: readonly DocumentRemark[]
}

describe('published tables as files, through the session of the screen', () => {
  const names = caseNames()

  it('are all there', () => expect(names).toHaveLength(57))

  it.each(names)('%s', async (name) => {
    expect(differences(expectedOf(name), await answerOf(name))).toEqual([])
  })

  it.each(names)('%s: every cell is in the plan or named', async (name) => {
    const reading = await readDocument(caseBytes(name), name)
    const lost = reading.ok ? unaccounted(reading.document, recogniseDocument(reading.document)) : []
    expect(lost).toEqual([])
  })

  it('meet the wishes beyond what is demanded, as far as printed', async () => {
    const unmet: string[] = []
    for (const name of names) {
      const expected = expectedOf(name)
      if (expected.better)
        unmet.push(...unmetWishes(expected, await answerOf(name)).map((one) => `${name}: ${one}`))
    }
    const wished = names.flatMap((name) => expectedOf(name).better ?? []).length
    console.info(`wishes met: ${wished - unmet.length} of ${wished}`, ...unmet)
    expect(unmet.length).toBeLessThanOrEqual(wished)
  })
})

describe('the same files through one run of npm run plan', () => {
  it('give the same answers', () => {
    const names = caseNames()
    const script = fileURLToPath(new URL('../../../scripts/plan.mjs', import.meta.url))
    const { stdout } = spawnSync(process.execPath, [script, '--json', ...names.map(casePath)], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    const reports = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report)
    expect(reports).toHaveLength(names.length)
    const wrong = names.flatMap((name, index) => {
      const { plan = null, answer = null, issues = [], checks = [], aside = [] } = reports[index] ?? {}
      const lines = linesOf(answer, [...issues, ...checks, ...aside])
      return differences(expectedOf(name), { draft: plan, lines }).map((one) => `${name}: ${one}`)
    })
    expect(wrong).toEqual([])
  })
})
