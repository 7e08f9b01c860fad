import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noticesText, permissive, shippedPackages } from '../../scripts/notices'

describe('which licences may be shipped', () => {
  it.each([
    'MIT',
    'Apache-2.0',
    'ISC',
    '0BSD',
    '(MIT OR GPL-3.0-or-later)',
    '(MIT AND Zlib)',
    'BSD-3-Clause',
  ])('%s may', (expression) => expect(permissive(expression)).toBe(true))
  it.each([
    'GPL-3.0',
    'AGPL-3.0-only',
    'LGPL-2.1',
    'MIT AND GPL-2.0',
    'UNLICENSED',
    '未写明',
    '',
    'SSPL-1.0',
  ])('%s may not', (expression) => expect(permissive(expression)).toBe(false))
})

describe('what is shipped', () => {
  const root = resolve('.')

  it('names the package of a module and what it depends on, with the texts', () => {
    const notices = shippedPackages(
      [`${root}/node_modules/echarts/lib/echarts.js`, `${root}/src/main.ts`],
      root,
    )
    expect(notices.map(({ name }) => name)).toEqual(expect.arrayContaining(['echarts', 'zrender']))
    expect(notices.map(({ name }) => name)).not.toContain('jixiao-board')
    const text = noticesText(notices)
    expect(text).toContain('Apache License')
    expect(text).toContain('Redistribution and use in source and binary forms')
  })

  it('takes a scoped package whole', () => {
    const [notice] = shippedPackages([`${root}/node_modules/@noble/hashes/sha2.js`], root)
    expect(notice).toMatchObject({ name: '@noble/hashes', licence: 'MIT' })
  })
})
