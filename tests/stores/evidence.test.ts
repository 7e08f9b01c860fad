import { describe, expect, it } from 'vitest'
import { evidenceTroubleText } from '@/format/evidenceText'
import { useEvidence } from '@/stores/files/evidence'
import { useExchange } from '@/stores/files/exchange'
import { atWork, cellAt } from './atWork'
import { FULL, settled } from './testWorld'

const PAPER = new File(['验收合格'], '验收单.pdf')

/** A desk with one value and its evidence. */
async function withEvidence(paper = PAPER) {
  const world = await atWork()
  world.desk.open(1)
  const cell = cellAt(world.desk, 1, 1)
  await world.desk.enter(cell, '95', 'wan')
  const kept = await world.desk.addEvidence(cell, paper)
  const named = () =>
    (world.entries() as unknown as { evidence?: { name: string; sha256: string }[] }[]).at(-1)
  return {
    ...world,
    cell,
    kept,
    named,
    evidence: useEvidence(world.pinia),
    exchange: useExchange(world.pinia),
  }
}

describe('evidence', () => {
  it('is named by the entry and kept itself, and can be had again', async () => {
    const { kept, named, evidence, files } = await withEvidence()
    const [paper] = named()?.evidence ?? []
    expect([kept, paper?.name]).toEqual([true, '验收单.pdf'])
    expect(evidence.has(paper as never)).toBe(true)
    await evidence.save(paper as never)
    expect(files.map(({ name }) => name)).toEqual(['验收单.pdf'])
    expect(await files[0]?.content.text()).toBe('验收合格')
  })

  it('is named once however often the same file is chosen, and says so', async () => {
    const { desk, cell, entries, evidence } = await withEvidence()
    const before = entries().length
    await desk.addEvidence(cell, new File(['验收合格'], '验收单（副本）.pdf'))
    expect(entries()).toHaveLength(before)
    expect(evidence.trouble && evidenceTroubleText(evidence.trouble)).toBe(
      '验收单（副本）.pdf 的内容与本格已登记的佐证相同，没有重复登记。',
    )
  })

  it('is not named where the file is empty', async () => {
    const { kept, evidence, named } = await withEvidence(new File([], '扫描件.pdf'))
    expect([kept, evidence.total.files, named()?.evidence]).toEqual([false, 0, []])
    expect(evidence.trouble && evidenceTroubleText(evidence.trouble)).toContain(
      '扫描件.pdf 是空文件（0 字节）',
    )
  })

  it('stays described where there is no room for the file, and the screen says so', async () => {
    const world = await atWork()
    world.desk.open(1)
    const cell = cellAt(world.desk, 1, 1)
    await world.desk.enter(cell, '95', 'wan')
    const evidence = useEvidence(world.pinia)
    world.shelved.keep = () => Promise.resolve({ kind: 'failed', failure: { kind: 'full' } })
    expect(await world.desk.addEvidence(cell, PAPER)).toBe(true)
    expect(evidence.trouble && evidenceTroubleText(evidence.trouble)).toContain(
      '本机存储已满，放不下 验收单.pdf',
    )
    expect(evidence.total.files).toBe(0)
  })

  it('larger than is kept is described only', async () => {
    const { evidence, named } = await withEvidence(
      new File([new Uint8Array(20 * 1024 * 1024 + 1)], '录像.mp4'),
    )
    expect(evidence.trouble && evidenceTroubleText(evidence.trouble)).toContain('录像.mp4 超过 20.0 MB')
    expect([named()?.evidence?.length, evidence.total.files]).toEqual([1, 0])
  })

  it('that cannot be read is not named at all', async () => {
    const gone = new File(['x'], '优盘上的.pdf')
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'))
    const { kept, evidence, entries } = await withEvidence(gone)
    expect([kept, entries().length, evidence.trouble?.kind]).toEqual([false, 1, 'unreadable'])
  })

  it('in the demonstration stays in the page', async () => {
    const { pinia, shelved, desk } = await atWork()
    const { useLedger } = await import('@/stores/ledger')
    await useLedger(pinia).openDemo('2020-323002')
    desk.open(1)
    await useEvidence(pinia).take(PAPER)
    expect(useEvidence(pinia).total.files).toBe(1)
    expect(await shelved.held()).toEqual({ kind: 'loaded', sizes: new Map() })
  })
})

describe('evidence on its way', () => {
  it.each(['handover', 'backup'] as const)(
    'a %s carries it, and it is there on the other machine',
    async (kind) => {
      const here = await withEvidence()
      expect(
        kind === 'backup' ? await here.exchange.backup() : await here.exchange.handOver(null, true),
      ).toBe(true)
      const { name, content } = here.files[0]!
      expect(name).toMatch(/\.jixiao\.zip$/)
      const there = await atWork()
      const exchange = useExchange(there.pinia)
      const open = () => (kind === 'backup' ? exchange.openBackup : exchange.open)(new File([content], name))
      await open()
      expect(exchange.looking).toMatchObject({ kind, evidence: [{ name: '验收单.pdf' }], wrong: [] })
      await exchange.apply()
      expect(exchange.done).toContain('佐证原件 1 份')
      const evidence = useEvidence(there.pinia)
      const [paper] = here.named()?.evidence ?? []
      expect(evidence.has(paper as never)).toBe(true)
      await open()
      expect(exchange.looking).toMatchObject({ kind, evidence: [] })
    },
  )

  it('is left at home when it is not wanted, and described all the same', async () => {
    const here = await withEvidence()
    await here.exchange.handOver(null, false)
    const { name, content } = here.files[0]!
    expect(name).toMatch(/\.jixiao\.json$/)
    const there = await atWork()
    const exchange = useExchange(there.pinia)
    await exchange.open(new File([content], name))
    await exchange.apply()
    expect([there.entries().length, useEvidence(there.pinia).total.files]).toEqual([2, 0])
  })

  it('that finds no room is said, and the entries stand', async () => {
    const here = await withEvidence()
    await here.exchange.handOver(null, true)
    const there = await atWork()
    const exchange = useExchange(there.pinia)
    await exchange.open(new File([here.files[0]!.content], '交接.zip'))
    there.shelved.keep = () => Promise.resolve({ kind: 'failed', failure: { kind: 'full' } })
    await exchange.apply()
    await settled()
    expect([there.entries().length, exchange.done]).toEqual([2, expect.stringContaining('没有存上')])
  })

  it('comes with nothing where the storage refuses the entries', async () => {
    const here = await withEvidence()
    await here.exchange.handOver(null, true)
    const there = await atWork()
    const exchange = useExchange(there.pinia)
    await exchange.open(new File([here.files[0]!.content], '交接.zip'))
    there.behave(FULL)
    await exchange.apply()
    expect(useEvidence(there.pinia).total.files).toBe(0)
  })
})
