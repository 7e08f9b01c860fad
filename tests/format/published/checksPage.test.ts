import { describe, expect, it } from 'vitest'
import { checkDecisions, decisionDraft, planFindings } from '@/domain/published/checkDecisions'
import type { CheckDecision, Decided } from '@/domain/ledger/entry'
import { addEntries, emptyLedger } from '@/domain/ledger/ledger'
import { writeEntries } from '@/domain/ledger/draft'
import type { Plan } from '@/domain/plan/plan'
import { checksHeadline, findingGroups, lostText } from '@/format/published/checksPage'
import { phraseText } from '@/format/phrase'
import { decisionContent, findingWord } from '@/format/published/findingWord'
import { JUNE } from '../../domain/build'
import { PUBLISHED } from '../board'

const open = planFindings(PUBLISHED, checkDecisions(emptyLedger(PUBLISHED.id), null))
const all = new Set(open.map(({ key }) => key))
const of = (key: string) => {
  const found = open.find((own) => own.key.startsWith(key))
  if (!found) throw new Error(`no finding ${key}`)
  return found
}
let written = 0
function decided(key: string, what: Decided, reason = '已核对原件'): CheckDecision {
  const draft = decisionDraft(of(key), JUNE, what, reason)
  const [entry] = writeEntries(draft ? [draft] : [], {
    plan: PUBLISHED.id,
    author: '赵敏',
    role: null,
    account: null,
    recordedAt: '2020-07-01T01:32:00.000Z',
    nextId: () => `id-${(written += 1)}`,
  })
  if (entry?.kind !== 'check') throw new Error('nothing was decided')
  return entry
}
const after = (plan: Plan, ...entries: CheckDecision[]) =>
  planFindings(plan, checkDecisions(addEntries(emptyLedger(PUBLISHED.id), entries).ledger, null))

describe('the findings in words', () => {
  it('stand by kind, each quoting the document at its place', () => {
    const groups = findingGroups(PUBLISHED, open, [], all)
    expect(groups.map(({ title, open: count }) => `${title} ${count}`)).toEqual([
      '编码重复 1',
      '名称重复 1',
      '空白节点 1',
      '一个目标两个计量 3',
      '不能照字面理解 1',
      '比率的单位 1',
      '抄录的目标或指标 4',
      '部门名称不一 1',
      '文字与表格不一 2',
    ])
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(open.length)
    expect(groups[4]?.findings[0]?.quotes).toEqual([
      {
        place: '项目 3 办公楼修缮 · 第 4 项指标 · 指标值',
        text: '成本费用压缩 ≥95百分比',
        at: { project: 3, indicator: 4 },
      },
    ])
    expect(groups[0]?.findings[0]?.quotes.map(({ place }) => place)).toEqual([
      '项目 4 人员招聘费用',
      '项目 6 港诚人力资源招聘人员费用',
    ])
  })

  it('that were open on arrival come first, whatever was decided since', () => {
    const found = after(PUBLISHED, decided('names-differ', { kind: 'accepted' }))
    const titles = (first: ReadonlySet<string>) =>
      findingGroups(PUBLISHED, found, [], first).map(({ title }) => title)
    const still = new Set(found.filter(({ state }) => state.kind === 'open').map(({ key }) => key))
    expect(titles(all).at(-1)).toBe('文字与表格不一')
    expect(titles(still).at(-1)).toBe('部门名称不一')
  })

  it.each<[string, CheckDecision[]]>([
    ['15 处待核对', []],
    ['14 处待核对，1 处已认可', [decided('names-differ', { kind: 'accepted' })]],
    [
      '13 处待核对，1 处存疑，1 处已更正',
      [
        decided('names-differ', { kind: 'noted' }),
        decided('same-code', { kind: 'mended', should: 'V0X3', by: { kind: 'document', title: '更正公告' } }),
      ],
    ],
  ])('headline: %s', (text, entries) => {
    expect(phraseText(checksHeadline(after(PUBLISHED, ...entries)))).toBe(text)
  })

  it('say when nothing is left, and when there never was anything', () => {
    expect(phraseText(checksHeadline([]))).toBe('没有需要核对的地方')
    expect(
      phraseText(
        checksHeadline(
          after(PUBLISHED, decided('same-code', { kind: 'noted' })).filter(({ key }) =>
            key.startsWith('same-code'),
          ),
        ),
      ),
    ).toBe('1 处都有核对意见，1 处存疑')
  })

  it('say why a decision no longer counts', () => {
    const entry = { ...decided('names-differ', { kind: 'accepted' }), said: ['甲 旧名', ''] }
    const [group] = findingGroups(PUBLISHED, after(PUBLISHED, entry), [], new Set([of('names-differ').key]))
    expect(group?.findings[0]).toMatchObject({
      mark: 'open',
      again: '原文已变，请重新核对；当时的原文是“甲 旧名”、“空白”。',
      decision: { what: '无误，认可原文', reason: '已核对原件' },
    })
  })
})

describe('a decision in the ledger', () => {
  it('says on what, what, and why', () => {
    expect(
      decisionContent(
        decided('not-literal', {
          kind: 'mended',
          should: '≤95%',
          by: { kind: 'document', title: '更正公告' },
        }),
      ),
    ).toBe(
      '指标值不能照字面理解（原文：成本费用压缩 ≥95百分比）：已更正，应为“≤95%”，见更正后的文件《更正公告》；已核对原件',
    )
    expect(lostText(decided('blank', { kind: 'noted' }))).toMatchObject({
      name: '空白节点',
      said: Array.from({ length: 6 }, () => '“空白”').join('、'),
    })
    expect(findingWord('from-a-later-version:x')).toBe('其他核对事项')
  })
})
