import type { BulletRow, Caption } from '@/charts/picture'
import type { CurveNumbers } from '@/charts/spendingCurve'
import type { Day } from '@/domain/time/day'
import { MONEY_UNIT_NAME } from '@/format/figures'
import type { indicatorCards } from '@/format/project/indicatorCards'
import { asOfText } from '@/format/words'
import { useBoard } from '@/stores/board'
import { useClock } from '@/stores/clock'
import { usePlan } from '@/stores/plan'
import { useSaving } from '@/stores/files/saving'
import { useViewing } from '@/stores/viewing'

type Kind = 'svg' | 'png'

/** The rows of a picture of indicators: one for each thing that is measured, one name twice told apart by its place. */
export function bulletRows(rows: ReturnType<typeof indicatorCards>): BulletRow[] {
  const named = ({ name, position }: (typeof rows)[number]) =>
    rows.filter((row) => row.name === name).length > 1 ? `${name}（第${position}项）` : name
  return rows.flatMap((row) =>
    row.parts.map((part) => ({
      ...row,
      name: part.name ? `${named(row)} ${part.name}` : named(row),
      value: part.value,
      text: part.text,
      light: part.light,
      word: part.word,
    })),
  )
}

/** Draws and saves what a screen shows as pictures that can be read away from it: whose, as of when, and 演示数据 where it is. */
export function usePictures() {
  const board = useBoard()
  const clock = useClock()
  const plans = usePlan()
  const viewing = useViewing()
  const saving = useSaving()

  function caption(title: string, note: string, day: Day | null): Caption {
    const { plan } = plans
    return {
      title,
      lines: [
        `${plan?.department.name ?? ''} · ${plan?.year ?? ''}年 · ${day ? asOfText(day, clock.today) : ''}${note === '' ? '' : ` · ${note}`}`,
      ],
      mark: viewing.demo ? '演示数据' : null,
    }
  }

  async function curve(name: string, numbers: CurveNumbers): Promise<string> {
    const { unit } = viewing
    const [{ curvePicture }, { lightPalette }, { spendingCurve }] = await Promise.all([
      import('@/charts/picture'),
      import('@/charts/palette'),
      import('@/charts/spendingCurve'),
    ])
    const said = caption(`${name}：累计支出与资金支出计划`, MONEY_UNIT_NAME[unit], numbers.asOf)
    return curvePicture((drawing) => spendingCurve(numbers, unit, drawing), said, lightPalette())
  }

  async function bullets(name: string, rows: readonly BulletRow[], day: Day | null): Promise<string> {
    const [{ bulletPicture }, { lightPalette }] = await Promise.all([
      import('@/charts/picture'),
      import('@/charts/palette'),
    ])
    return bulletPicture(rows, caption(`${name}：指标完成情况`, '粗线为指标值', day), lightPalette())
  }

  /** Saves a picture; what is returned says where it went, or why it did not. */
  async function save(kind: Kind, name: string, drawing: Promise<string>): Promise<string> {
    const title = `${name}-${board.asOf ?? ''}${viewing.demo ? '-演示数据' : ''}`
    const svg = await drawing
    const picture =
      kind === 'svg'
        ? new Blob([svg], { type: 'image/svg+xml' })
        : await import('@/charts/picture').then(({ pngOf }) => pngOf(svg))
    return picture
      ? `已存为 ${saving.save(`${title}.${kind}`, picture)}（浏览器的下载文件夹）`
      : '图片没有画成，没有存下文件；请改存 SVG，或换用新版浏览器。'
  }

  return {
    curve,
    bullets,
    saveCurve: (kind: Kind, name: string, numbers: CurveNumbers) =>
      save(kind, `${name}-支出曲线`, curve(name, numbers)),
    saveBullets: (kind: Kind, name: string, rows: readonly BulletRow[]) =>
      save(kind, `${name}-指标`, bullets(name, rows, board.asOf)),
  }
}
