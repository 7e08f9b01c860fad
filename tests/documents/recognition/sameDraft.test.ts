import { describe, expect, it } from 'vitest'
import { readDocument } from '@/documents/reading/readDocument'
import { recogniseDocument } from '@/documents/recognition/recogniseDocument'
import { wholeDocument } from '../reading/formLayout'
import { docxOf, sixTablesDocx } from '../reading/sixTables.docx'
import { sixTablesHtml } from '../reading/sixTables.html'
import { sixTablesXlsx } from '../reading/sixTables.xlsx'
import { PUBLISHED_TEXT, recognised } from './published'

const bytes = (text: string) => new TextEncoder().encode(text)

async function planOf(content: Uint8Array, name: string) {
  const read = await readDocument(content, name)
  if (!read.ok) throw new Error(read.problem.kind)
  return recogniseDocument(read.document).draft.plan
}

describe('the same six tables from any format', () => {
  const text = recognised(PUBLISHED_TEXT).draft.plan

  it.each([
    ['a Word file', sixTablesDocx, '公开.docx'],
    ['a page pasted from Word', () => Promise.resolve(bytes(sixTablesHtml())), '公开.html'],
    ['a workbook', sixTablesXlsx, '公开.xlsx'],
  ])('%s: every project, cell for cell', async (_, make, name) => {
    const plan = await planOf(await make(), name)
    expect(plan.projects).toEqual(text.projects)
  })

  it('a Word file whose procurement table lost its merged cells: every item under its heading', async () => {
    const plan = await planOf(await docxOf(wholeDocument(true)), '公开.docx')
    expect(plan.facts).toEqual(text.facts)
  })

  it.each([
    ['not a zip', bytes('PK\u0003\u0004 nothing'), '坏.docx', 'damaged'],
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '旧.doc', 'old-doc'],
  ])('%s is answered with a kind', async (_, content, name, kind) => {
    expect(await readDocument(content, name)).toMatchObject({ ok: false, problem: { kind } })
  })
})
