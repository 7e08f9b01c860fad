import { expect, it } from 'vitest'
import { keptTyping } from '@/domain/desk/keptTyping'

it.each<[string | null, object]>([
  [null, {}],
  ['', {}],
  ['{', {}],
  ['null', {}],
  ['[1]', {}],
  ['"a"', {}],
  ['{"a":"1"}', { a: '1' }],
])('%s', (text, kept) => {
  expect(keptTyping(text)).toEqual(kept)
})
