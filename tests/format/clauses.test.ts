import { describe, expect, it } from 'vitest'
import { clauses, sentence } from '@/format/clauses'

describe('what people wrote, joined', () => {
  it.each([
    [['经费不足；', '', ' ；', '明年补付。'], '经费不足；明年补付。'],
    [['甲。', '乙，', '丙'], '甲；乙；丙'],
    [['监管系统升级；'], '监管系统升级'],
    [['  '], ''],
  ])('%j never has two marks in a row', (parts, joined) => {
    expect(clauses(parts)).toBe(joined)
  })

  it.each([
    [['医保补助到位'], '医保补助到位。'],
    [['全部到位。\n第二行：待追加。'], '全部到位；第二行：待追加。'],
    [['完成了！'], '完成了！'],
    [['。', ''], ''],
  ])('%j is one sentence', (parts, said) => {
    expect(sentence(parts)).toBe(said)
  })
})
