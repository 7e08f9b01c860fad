import { expect, it } from 'vitest'
import { toForget } from '@/workers/versionStores'

it.each([
  ['the first version', ['1'], '1', []],
  ['the next one', ['1', '2'], '2', []],
  ['the one after', ['1', '2', '3'], '3', ['1']],
  ['an earlier one that came back', ['1', '2', '3'], '1', ['2']],
  ['one that came back beside the one before', ['1', '1 service'], '1', []],
])('%s in force', (_, stores, own, gone) => {
  expect(toForget(stores, own)).toEqual(gone)
})
