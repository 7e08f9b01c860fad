import type { BulletRow, Caption } from '@/charts/picture'
import type { CurveNumbers } from '@/charts/spendingCurve'
import { MONEY_UNIT_NAME } from '@/format/figures'
import { fullDay } from '@/format/words'
import { useBoard } from '@/stores/board'
import { usePlan } from '@/stores/plan'
import { useSaving } from '@/stores/saving'
import { useViewing } from '@/stores/viewing'

type Kind = 'svg' | 'png'

/** Saves what a screen draws as pictures that can be read away from it: whose, as of when, and 演示数据 where it is. */
export function usePictures() {
  const board = useBoard()
  const plans = usePlan()
  const viewing = useViewing()
  const saving = useSaving()

  function caption(title: string, note: string): Caption {
    const { plan } = plans
    return {
      title,
      lines: [
        `${plan?.department.name ?? ''} · ${plan?.year ?? ''}年 · 截至 ${board.asOf ? fullDay(board.asOf) : ''}${note === '' ? '' : ` · ${note}`}`,
      ],
      mark: viewing.demo ? '演示数据' : null,
    }
  }

  async function save(kind: Kind, name: string, svg: string): Promise<void> {
    const title = `${name}-${board.asOf ?? ''}${viewing.demo ? '-演示数据' : ''}`
    if (kind === 'svg') return void saving.save(`${title}.svg`, new Blob([svg], { type: 'image/svg+xml' }))
    const { pngOf } = await import('@/charts/picture')
    const png = await pngOf(svg)
    if (png) saving.save(`${title}.png`, png)
  }

  return {
    curve: async (kind: Kind, name: string, numbers: CurveNumbers) => {
      const { unit } = viewing
      const [{ curvePicture, lightPalette }, { spendingCurve }] = await Promise.all([
        import('@/charts/picture'),
        import('@/charts/spendingCurve'),
      ])
      const note = caption(`${name}：累计支出与资金支出计划`, MONEY_UNIT_NAME[unit])
      await save(
        kind,
        `${name}-支出曲线`,
        curvePicture((drawing) => spendingCurve(numbers, unit, drawing), note, lightPalette()),
      )
    },
    bullets: async (kind: Kind, name: string, rows: readonly BulletRow[]) => {
      const { bulletPicture, lightPalette } = await import('@/charts/picture')
      await save(
        kind,
        `${name}-指标`,
        bulletPicture(rows, caption(`${name}：指标完成情况`, '粗线为指标值'), lightPalette()),
      )
    },
  }
}
