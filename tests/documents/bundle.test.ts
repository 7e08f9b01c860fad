import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { LARGEST_BUNDLE, openBundle, packBundle } from '@/documents/exchange/bundle'
import { fingerprintOf } from '@/documents/exchange/fingerprint'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (name: string, text: string) => ({
  name,
  sha256: fingerprintOf(bytesOf(text)),
  bytes: bytesOf(text),
})
const PAPERS = [file('验收单.pdf', '甲'), file('验收单.pdf', '乙'), file('发票/2020.jpg', '丙')]
const packed = () => packBundle('台账.jixiao.json', '{"a":1}', PAPERS)

describe('a hand-over with its evidence', () => {
  it('comes back as it was: text, contents, names, two of one name apart', () => {
    const read = openBundle(packed())
    expect(read.ok && new TextDecoder().decode(read.text)).toBe('{"a":1}')
    expect(read.ok && read.wrong).toEqual([])
    expect(read.ok && read.files.map(({ name, sha256 }) => [name, sha256])).toEqual(
      PAPERS.map(({ name, sha256 }) => [name.replace('/', '_'), sha256]),
    )
    expect(read.ok && read.files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      '甲',
      '乙',
      '丙',
    ])
  })

  it('can be opened by hand: the text on top, each file under its own name', () => {
    expect(Object.keys(unzipSync(packed())).map((path) => path.split('/').at(-1))).toEqual([
      '台账.jixiao.json',
      '验收单.pdf',
      '验收单.pdf',
      '发票_2020.jpg',
    ])
  })

  it('leaves out a file whose content is not what its fingerprint says, and says which', () => {
    const parts = unzipSync(packed())
    const [path = ''] = Object.keys(parts).filter((name) => name.includes('发票'))
    const read = openBundle(zipSync({ ...parts, [path]: bytesOf('改过') }))
    expect(read.ok && [read.files.length, read.wrong]).toEqual([2, ['发票_2020.jpg']])
  })

  it('takes the bare file of before, which carries none', () => {
    const bare = bytesOf('{}')
    expect(openBundle(bare)).toEqual({ ok: true, text: bare, files: [], wrong: [] })
  })

  it.each([
    ['an archive of something else', zipSync({ 'word/document.xml': bytesOf('<a/>') }), 'not-ours'],
    ['two texts', zipSync({ 'a.json': bytesOf('{}'), 'b.json': bytesOf('{}') }), 'not-ours'],
    ['one that is cut off', packed().slice(0, 60), 'damaged-archive'],
    [
      'one that would unpack beyond all bounds',
      zipSync({ 'a.json': new Uint8Array(LARGEST_BUNDLE + 1) }, { level: 9 }),
      'too-large',
    ],
  ])('refuses %s', (_, bytes, kind) => {
    expect(openBundle(bytes)).toMatchObject({ ok: false, refusal: { kind } })
  })

  it('gives the fingerprint that everybody else computes', () => {
    expect(fingerprintOf(bytesOf('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
