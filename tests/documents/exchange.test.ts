import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBackup, encodeBackup } from '@/documents/exchange/backup'
import { decodeHandover, encodeHandover, type HandoverHead } from '@/documents/exchange/handover'
import { LARGEST, seal } from '@/documents/exchange/sealed'
import type { Entry } from '@/domain/ledger/entry'
import { anyEntry, payment, PLAN } from '../storage/entries'

const HEAD: HandoverHead = {
  plan: PLAN,
  department: '某局',
  year: 2020,
  project: null,
  author: '王芳',
  writtenAt: '2020-07-01T00:00:00.000Z',
}
const bytes = (text: string) => new TextEncoder().encode(text)
const kindOf = (text: string, plan = PLAN) => {
  const read = decodeHandover(bytes(text), plan)
  return read.ok ? 'taken' : read.refusal.kind
}
const ledgers = fc.uniqueArray(anyEntry, { maxLength: 12, selector: ({ id }) => id })
const edited = (text: string, change: (root: Record<string, unknown>) => void) => {
  const root = JSON.parse(text) as Record<string, unknown>
  change(root)
  return JSON.stringify(root)
}

describe('a hand-over file', () => {
  it('reads back any ledger equal', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const read = decodeHandover(bytes(encodeHandover(HEAD, entries)), PLAN)
        expect(read).toEqual({ ok: true, file: { head: HEAD, sealed: true, entries } })
      }),
      { numRuns: 1000 },
    )
  })

  it('may be laid out anew by a tool, but not changed', () => {
    const text = encodeHandover(HEAD, [payment({ amount: payment().amount })])
    expect(kindOf(JSON.stringify(JSON.parse(text)))).toBe('taken')
    expect(kindOf(text.replace('1234567.89', '1234567.98'))).toBe('checksum')
    expect(kindOf(text.replace('某局', '某某局'))).toBe('checksum')
    expect(kindOf(edited(text, (root) => (root.entries = [])))).toBe('checksum')
  })

  const good = encodeHandover(HEAD, [payment(), payment()])
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['a web page', '<!doctype html>', 'not-json'],
    ['cut short', good.slice(0, -20), 'not-json'],
    ['another JSON', '{"plans": []}', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['brackets that never close', '[[[[', 'not-json'],
    ['brackets a hundred deep', '['.repeat(100), 'too-deep'],
    ['brackets a hundred deep, closed', `${'['.repeat(100)}${']'.repeat(100)}`, 'too-deep'],
    ['a newer version', edited(good, (root) => (root.schema = 2)), 'newer'],
    ['no version', edited(good, (root) => delete root.schema), 'not-ours'],
    ['a key twice', good.replace('"plan"', '"year": 1, "plan"'), 'repeated'],
    ['no checksum', edited(good, (root) => delete root.checksum), 'checksum'],
    ['another plan', encodeHandover({ ...HEAD, plan: '2021-1' }, []), 'other-plan'],
    ['a demonstration', encodeHandover({ ...HEAD, plan: `demo:${PLAN}` }, []), 'demo'],
    ['entries of another plan', encodeHandover(HEAD, [payment({ plan: '2021-323002' })]), 'entries'],
    ['an id twice with different contents', twice(payment({ memo: '另一笔' })), 'entries'],
    ['a broken entry', encodeHandover(HEAD, [payment({ author: ' ' })]), 'entries'],
    [
      'a backup',
      encodeBackup({
        writtenAt: HEAD.writtenAt,
        settings: { author: '', role: 'admin' },
        damaged: [],
        plans: [],
        entries: [],
      }),
      'other-kind',
    ],
    ['no department', without('department'), 'cells'],
  ])('refuses %s and names the place', (_, text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  function twice(other: Entry): string {
    const entry = payment()
    return encodeHandover(HEAD, [entry, { ...other, id: entry.id }])
  }

  it('takes an entry that stands twice alike once', () => {
    const one = payment()
    const read = decodeHandover(bytes(encodeHandover(HEAD, [one, one])), PLAN)
    expect(read.ok && read.file.entries).toEqual([one])
  })

  function without(key: keyof HandoverHead): string {
    const { [key]: _, ...rest } = HEAD
    return encodeHandover(rest as HandoverHead, [])
  }

  it('says where it is cut and which entry is wrong', () => {
    const cut = decodeHandover(bytes(good.slice(0, -20)), PLAN)
    expect(cut).toMatchObject({ ok: false, refusal: { ends: true } })
    const broken = decodeHandover(bytes(encodeHandover(HEAD, [payment(), payment({ author: ' ' })])), PLAN)
    expect(broken).toMatchObject({ refusal: { issues: [{ path: 'entries[1].author', kind: 'blank' }] } })
  })

  it('answers a huge file by its size, and bytes that are no text', () => {
    expect(decodeHandover(new Uint8Array(LARGEST + 1), PLAN)).toMatchObject({
      refusal: { kind: 'too-large' },
    })
    expect(decodeHandover(new Uint8Array([0xff, 0xfe, 0x00]), PLAN)).toMatchObject({
      refusal: { kind: 'not-text' },
    })
  })

  it('takes an old export of a ledger, and says that it has no fingerprint', () => {
    const entries = [payment()]
    const old = edited(encodeHandover(HEAD, entries), (root) => {
      root.kind = 'ledger'
      delete root.checksum
    })
    expect(decodeHandover(bytes(old), PLAN)).toEqual({
      ok: true,
      file: { head: null, sealed: false, entries },
    })
  })

  it('never half-takes or crashes on a damaged one', () => {
    const whole: readonly Entry[] = Array.from({ length: 4 }, () => payment())
    const text = encodeHandover(HEAD, whole)
    const raw = bytes(text)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: raw.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.nat({ max: raw.length })),
        (flips, cut) => {
          const damaged = raw.slice(0, cut ?? raw.length)
          for (const [at, byte] of flips) if (at < damaged.length) damaged[at] = byte
          const read = decodeHandover(damaged, PLAN)
          if (read.ok) expect(read.file.entries).toEqual(whole)
          else expect(read.refusal.kind).toBeTruthy()
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('takes no key of an object’s nature for content', () => {
    expect(kindOf(good.replace('"plan"', '"__proto__": {"kind": "handover"}, "plan"'))).toBe('checksum')
  })
})

const keptPlan = fc.record(
  {
    id: fc.string(),
    plan: fc.string(),
    year: fc.integer(),
    department: fc.string(),
    text: fc.option(fc.string()),
    source: fc.string(),
    author: fc.string(),
    reason: fc.string(),
    at: fc.string(),
  },
  { noNullPrototype: true },
)

describe('a backup', () => {
  it('reads back everything equal', () => {
    fc.assert(
      fc.property(
        ledgers,
        fc.record({ author: fc.string(), role: fc.string() }, { noNullPrototype: true }),
        fc.array(keptPlan, { maxLength: 3 }),
        (entries, settings, plans) => {
          const backup = { writtenAt: HEAD.writtenAt, settings, damaged: [{ id: 'x' }], plans, entries }
          expect(decodeBackup(bytes(encodeBackup(backup)))).toEqual({ ok: true, backup })
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('of before plans could be taken in still reads', () => {
    const content = { writtenAt: HEAD.writtenAt, settings: { author: '', role: '' }, damaged: [] }
    expect(decodeBackup(bytes(seal('backup', content, [])))).toMatchObject({
      ok: true,
      backup: { plans: [] },
    })
  })

  it('is no hand-over, and says so', () => {
    expect(decodeBackup(bytes(encodeHandover(HEAD, [])))).toMatchObject({
      refusal: { kind: 'other-kind', found: 'handover', wanted: 'backup' },
    })
  })
})
