import { describe, expect, it } from 'vitest'
import { planFileText } from '@/documents/plan/planFileText'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { unaccounted } from './accounting'
import { documentOf, PUBLISHED_TEXT, recognised } from './published'

const MUTATIONS = 2000
const PIECES = [
  '\t',
  '\n',
  '\n\n',
  '　',
  '≥',
  '９５％',
  '100',
  '项目名称',
  '项目编码',
  '三级指标',
  '3月底',
  '绩效目标',
  '绩效目标表',
  '一、',
  '"',
  '万元',
  '[bookmark: x]',
  '\u0007',
  '😀',
]

/** The published text with the first two of its six tables, so that most mutations strike them. */
const SHORT_TEXT =
  PUBLISHED_TEXT.slice(0, PUBLISHED_TEXT.indexOf('一、部门职责')) +
  PUBLISHED_TEXT.slice(PUBLISHED_TEXT.indexOf('第二部分'), PUBLISHED_TEXT.indexOf('3、办公楼修缮'))
const WHOLE_EVERY = 8

/** A small generator of the same numbers on every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function mutated(text: string, random: (below: number) => number): string {
  const at = random(text.length)
  const length = 1 + random(40)
  const piece = PIECES[random(PIECES.length)] ?? ''
  const lines = text.split('\n')
  const line = random(lines.length)
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length)
    case 1:
      return text.slice(0, at) + piece + text.slice(at)
    case 2:
      return text.slice(0, at) + piece + text.slice(at + length)
    case 3:
      lines.splice(line, 1 + random(6))
      return lines.join('\n')
    case 4:
      lines.splice(line, 0, lines[random(lines.length)] ?? '')
      return lines.join('\n')
    case 5:
      return text.slice(0, at)
    default: {
      const other = random(lines.length)
      const held = lines[line] ?? ''
      lines[line] = lines[other] ?? ''
      lines[other] = held
      return lines.join('\n')
    }
  }
}

describe(`${MUTATIONS} mutations of the published text`, () => {
  it('never throw and drop nothing in silence', () => {
    const random = randomFrom(20_200_212)
    const dropped: unknown[] = []
    for (let run = 0; run < MUTATIONS; run += 1) {
      let text = mutated(run % WHOLE_EVERY === 0 ? PUBLISHED_TEXT : SHORT_TEXT, random)
      for (let more = random(3); more > 0 && text.length > 10; more -= 1) text = mutated(text, random)
      if (text.trim() === '') continue
      const document = documentOf(text)
      const lost = unaccounted(document, recogniseDocument(document))
      if (lost.length > 0) dropped.push([run, lost])
    }
    expect(dropped).toEqual([])
  })

  it('always leave a plan that can be written', () => {
    const random = randomFrom(7)
    for (let run = 0; run < 50; run += 1) {
      const text = mutated(PUBLISHED_TEXT, random)
      if (text.trim() !== '')
        expect(() => JSON.parse(planFileText(recognised(text).draft.plan)) as unknown).not.toThrow()
    }
  })
})
