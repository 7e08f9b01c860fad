import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeptPlan } from '@/documents/plan/keptPlan'
import { planShelf } from '@/storage/planShelf'
import { giveIndexedDb } from './fakeBrowser'

const version = (id: string): KeptPlan => ({
  id,
  plan: '2021-323002',
  year: 2021,
  department: '局',
  text: '{}',
  source: '公开.docx',
  author: '孙科长',
  reason: '',
  at: '2021-03-01T00:00:00.000Z',
})

beforeEach(() => giveIndexedDb())
afterEach(async () => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  vi.unstubAllGlobals()
})

describe('the shelf of plans in this browser', () => {
  it('keeps every version; the same one again costs nothing', async () => {
    const shelf = planShelf(() => {})
    expect(await shelf.versions()).toEqual({ kind: 'loaded', versions: [] })
    expect(await shelf.add([version('a'), version('b')])).toEqual({ kind: 'saved' })
    expect(await shelf.add([version('a')])).toEqual({ kind: 'saved' })
    const found = await planShelf(() => {}).versions()
    expect(found).toEqual({ kind: 'loaded', versions: [version('a'), version('b')] })
  })

  it('tells the other tabs', async () => {
    const told = vi.fn()
    const other = planShelf(told)
    await other.versions()
    await planShelf(() => {}).add([version('a')])
    await vi.waitFor(() => expect(told).toHaveBeenCalled())
    expect(await other.versions()).toMatchObject({ versions: [{ id: 'a' }] })
  })

  it('says why where the browser keeps nothing, and nothing is kept', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const shelf = planShelf(() => {})
    expect(await shelf.add([version('a')])).toEqual({ kind: 'failed', failure: { kind: 'missing' } })
    expect(await shelf.versions()).toEqual({ kind: 'failed', failure: { kind: 'missing' } })
  })

  it('adds all or nothing', async () => {
    const shelf = planShelf(() => {})
    const broken = { ...version('b'), id: undefined } as unknown as KeptPlan
    expect(await shelf.add([version('a'), broken])).toMatchObject({ kind: 'failed' })
    expect(await shelf.versions()).toEqual({ kind: 'loaded', versions: [] })
  })
})
