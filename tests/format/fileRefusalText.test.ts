import { describe, expect, it } from 'vitest'
import { decodeHandover } from '@/documents/exchange/handover'
import { refusalLine } from '@/format/fileRefusalText'
import { STORED_FIRST } from '../fixtures/storedEntries'

describe('why a file was not taken, in one line', () => {
  it('ends every sentence before the next begins', () => {
    const entries = [{ ...STORED_FIRST.payment, kind: 'payment', recordedAt: '昨天' }]
    const text = JSON.stringify({ schema: 1, kind: 'ledger', plan: '2020-323002', entries })
    const read = decodeHandover(new TextEncoder().encode(text), '2020-323002')
    expect(read.ok ? '' : refusalLine(read.refusal)).toMatch(
      /整份未采用：第 1 条记录 recordedAt「昨天」不是时间；请对方重新导出一份。$/,
    )
  })
})
