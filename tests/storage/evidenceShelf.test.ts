import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { evidenceName, evidenceShelf, pageEvidenceShelf } from '@/storage/evidenceShelf'
import { readEvidence } from '@/storage/fileDigest'
import { dump, giveIndexedDb } from './fakeBrowser'

const file = (sha256: string, ...bytes: number[]) => ({ sha256, bytes: new Uint8Array(bytes) })

beforeEach(() => giveIndexedDb())
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  vi.unstubAllGlobals()
})

describe.each([
  ['in this browser', () => evidenceShelf()],
  ['of an account', () => evidenceShelf(evidenceName('server', 'account'))],
  ['in this page', pageEvidenceShelf],
])('a shelf of evidence %s', (_, make) => {
  it('keeps each content once and gives it back whole', async () => {
    const shelf = make()
    expect(await shelf.held()).toEqual({ kind: 'loaded', sizes: new Map() })
    expect(await shelf.keep([file('a', 1, 2, 3), file('b')])).toEqual({ kind: 'saved' })
    expect(await shelf.keep([file('a', 1, 2, 3)])).toEqual({ kind: 'saved' })
    expect(await shelf.held()).toEqual({
      kind: 'loaded',
      sizes: new Map([
        ['b', 0],
        ['a', 3],
      ]),
    })
    expect(await shelf.read('a')).toEqual({ kind: 'loaded', bytes: new Uint8Array([1, 2, 3]) })
    expect(await shelf.read('c')).toEqual({ kind: 'loaded', bytes: null })
  })
})

describe('the shelves of accounts on one machine', () => {
  it('show nobody the files of another, of another service, or of the board alone', async () => {
    const shelves = [
      evidenceShelf(),
      evidenceShelf(evidenceName('server', 'one')),
      evidenceShelf(evidenceName('server', 'two')),
      evidenceShelf(evidenceName('other', 'one')),
    ]
    for (const [index, shelf] of shelves.entries()) {
      expect(await shelf.keep([file(`file-${index}`, index)])).toEqual({ kind: 'saved' })
    }
    for (const [index, shelf] of shelves.entries()) {
      expect(await shelf.held()).toEqual({ kind: 'loaded', sizes: new Map([[`file-${index}`, 1]]) })
      expect(await shelf.read(`file-${(index + 1) % 4}`)).toEqual({ kind: 'loaded', bytes: null })
    }
  })
})

describe('the shelf of evidence in this browser', () => {
  it('is there at the next visit, in one numbered store of its own', async () => {
    await evidenceShelf().keep([file('a', 7)])
    expect(await evidenceShelf().read('a')).toEqual({ kind: 'loaded', bytes: new Uint8Array([7]) })
    expect(await dump('jixiao-board.evidence')).toMatchObject({
      version: 1,
      stores: [{ name: 'files', keyPath: 'sha256', indexes: [{ name: 'size', keyPath: 'size' }] }],
    })
  })

  it('says why where the browser keeps nothing', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const missing = { kind: 'failed', failure: { kind: 'missing' } }
    const shelf = evidenceShelf()
    expect(await shelf.keep([file('a', 1)])).toEqual(missing)
    expect(await shelf.held()).toEqual(missing)
    expect(await shelf.read('a')).toEqual(missing)
  })
})

describe('a file read as evidence', () => {
  const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  it.each(['with', 'without'])('has its name, size and SHA-256 %s a digest of the browser', async (how) => {
    if (how === 'without') vi.stubGlobal('crypto', {})
    const read = await readEvidence(new File(['abc'], '验收单.pdf'))
    expect(read.evidence).toEqual({ name: '验收单.pdf', place: null, size: 3, sha256: ABC })
    expect(new TextDecoder().decode(read.bytes)).toBe('abc')
  })
})
