import { describe, expect, it } from 'vitest'
import { gapParts, type GapPart } from '@/domain/status/gapParts'
import { gapSteps } from '@/format/board/gapText'
import { OCTOBER, pay } from '../../domain/build'
import { boardOf, PUBLISHED, read } from '../board'

const paid = ['3300', '760', '52', '8.50015', '215.6', ''].flatMap((sum, index) =>
  sum ? [pay(`${PUBLISHED.id}/${index + 1}`, '2020-06-01', sum)] : [],
)

describe('缺口分解', () => {
  it.each(['wan', 'yuan'] as const)('draws what it prints, in one unit: %s', (unit) => {
    const steps = gapSteps(gapParts(boardOf(paid, OCTOBER)), null, unit)
    const reported = steps.filter(({ tone }) => tone !== 'unreported')
    expect(reported).toHaveLength(5)
    for (const { value, now } of reported) expect(value.minus(read(now)).abs().toNumber()).toBeLessThan(0.01)
  })

  it('in 元 is ten thousand times what it is in 万元', () => {
    const parts = gapParts(boardOf(paid, OCTOBER))
    const [wan, yuan] = [gapSteps(parts, null, 'wan'), gapSteps(parts, null, 'yuan')]
    wan.forEach(({ value }, index) => expect(yuan[index]?.value).toEqual(value.times(10_000)))
  })

  it.each([
    ['nobody reported', [], '其余 4 个项目', '未填报', 'unreported'],
    [
      'one of them reported',
      [pay(`${PUBLISHED.id}/4`, '2020-06-01', '8')],
      '其余 4 个项目（2 个未填报）',
      '−129.00',
      'short',
    ],
  ] as const)('what stands together says what of it nobody reported: %s', (_, entries, name, now, tone) => {
    const parts = gapParts(boardOf(entries, OCTOBER))
    const twice = [1, 2].flatMap((copy) =>
      parts.map((part): GapPart => {
        const project = { ...part.status.project, id: `${part.status.project.id}-${copy}` }
        return { ...part, status: { ...part.status, project } }
      }),
    )
    const rest = gapSteps(twice, null, 'wan').find(({ key }) => key === 'rest')
    expect(rest).toMatchObject({ name, now, tone })
  })
})
