import { describe, expect, it } from 'vitest'
import { separatedText } from '@/documents/reading/separatedText'

const HEAD = '项目名称,指标值'

describe('a text parted by commas or bars', () => {
  it.each([
    ['a line of one text above', `绩效目标表\n${HEAD}\n甲,≥5`, true],
    ['a line of one text between', `${HEAD}\n甲,≥5\n注：见附件\n${HEAD}\n乙,≥6`, true],
    ['a row with a cell less', `序号,${HEAD}\n1,甲,≥5\n乙,≥6`, false],
    ['a row with a cell more', `${HEAD}\n甲,≥5,备注`, false],
  ])('%s: even %s', (_, text, _even) => {
    expect(separatedText(text, 100)?.even).toBe(_even)
    expect(separatedText(text.replaceAll(',', '|'), 100)?.even).toBe(_even)
  })

  it('is read no further than so many cells', () => {
    const rows = (count: number) => `${HEAD}\n${'甲,1\n'.repeat(count)}`
    for (const text of [rows(9), rows(9).replaceAll(',', '|')]) {
      expect(separatedText(text, 20)?.tooMany).toBe(false)
      expect(separatedText(text, 18)).toMatchObject({ tooMany: true })
    }
    expect(separatedText(rows(1000), 20)?.rows.length).toBeLessThan(12)
  })
})
