import type { AttainmentLight } from '@/domain/status/attainment'
import type { Decimal } from '@/domain/number/decimal'
import type { Target } from '@/domain/plan/target'
import { bullet } from './bullet'
import type { ChartOption } from './echarts'
import type { Drawing, Palette } from './palette'
import { init } from './stillCharts'

/** What stands on a picture beside its chart, so that it can be read away from the page; `mark` is 演示数据 where it is. */
export interface Caption {
  readonly title: string
  readonly lines: readonly string[]
  readonly mark: string | null
}

/** One indicator of a bullet picture. */
export interface BulletRow {
  readonly name: string
  readonly value: Decimal | null
  readonly text: string
  readonly target: Target
  readonly targetText: string
  readonly light: AttainmentLight
  readonly word: string
}

/** The size of a slide: 16 to 9. */
export const PICTURE = { width: 1600, height: 900 } as const

const FONT = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"
const EDGE = 64
const HEAD = 150

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function textAt(x: number, y: number, size: number, colour: string, text: string, more = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" ${more}>${escaped(text)}</text>`
}

/** Frames the inside of a picture: title and lines above, the mark in the corner, on a white slide. */
export function framed(inside: string, caption: Caption, palette: Palette): string {
  const { width, height } = PICTURE
  const mark =
    caption.mark === null
      ? ''
      : textAt(width - EDGE, 62, 30, palette.bad, caption.mark, 'text-anchor="end" font-weight="700"')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    `<rect width="${width}" height="${height}" fill="${palette.surface}"/>`,
    textAt(EDGE, 66, 40, palette.ink, caption.title, 'font-weight="700"'),
    ...caption.lines.map((line, index) => textAt(EDGE, 106 + index * 30, 22, palette.quiet, line)),
    mark,
    inside,
    '</svg>',
  ].join('')
}

/** A curve as a picture: the same option as on the page, drawn for the size of a slide, with its key. */
export function curvePicture(
  build: (drawing: Drawing) => ChartOption,
  caption: Caption,
  palette: Palette,
): string {
  const width = PICTURE.width - EDGE
  const height = PICTURE.height - HEAD - 70
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: FONT },
    ...build({ palette, rem: 26, width }),
  })
  const drawn = chart.renderToSVGString()
  chart.dispose()
  const key = (x: number, colour: string, dash: string, thick: number, word: string) =>
    `<line x1="${x}" x2="${x + 56}" y1="858" y2="858" stroke="${colour}" stroke-width="${thick}" ${dash}/>${textAt(x + 68, 866, 22, palette.quiet, word)}`
  return framed(
    [
      drawn.replace('<svg ', `<svg x="${EDGE / 2}" y="${HEAD + 10}" `),
      key(EDGE, palette.accent, '', 5, '实支'),
      key(EDGE + 200, palette.ink, 'stroke-dasharray="10 7"', 3, '计划'),
      key(EDGE + 400, palette.quiet, 'stroke-dasharray="2 6"', 3, '序时进度'),
    ].join(''),
    caption,
    palette,
  )
}

const TONE: Partial<Readonly<Record<AttainmentLight, 'near' | 'partial' | 'bad'>>> = {
  near: 'near',
  partial: 'partial',
  far: 'bad',
}

function bulletRow(row: BulletRow, y: number, step: number, palette: Palette): string {
  const left = 470
  const width = 640
  const at = (part: number) => left + part * width
  const shape = bullet(row.target, row.value)
  const bar = Math.min(26, step * 0.34)
  const top = y - bar / 2
  const colour = palette[TONE[row.light] ?? 'accent']
  const said = palette[row.light === 'met' ? 'good' : (TONE[row.light] ?? 'quiet')]
  const drawn: string[] = []
  if (shape) {
    drawn.push(`<rect x="${left}" y="${top}" width="${width}" height="${bar}" fill="${palette.track}"/>`)
    if (!shape.notch) {
      const from = at(shape.allowed.from)
      drawn.push(
        `<rect x="${from}" y="${top - 6}" width="${Math.max(0, at(shape.allowed.to) - from)}" height="${bar + 12}" fill="${palette.accent}" opacity="0.14"/>`,
      )
    }
    if (shape.end !== null)
      drawn.push(
        `<line x1="${at(shape.end)}" x2="${at(shape.end)}" y1="${top - 6}" y2="${top + bar + 6}" stroke="${palette.quiet}" stroke-dasharray="4 4"/>`,
      )
    if (shape.value !== null)
      drawn.push(
        `<rect x="${left}" y="${top + 5}" width="${shape.value * width}" height="${bar - 10}" fill="${colour}"/>`,
      )
    drawn.push(
      `<line x1="${at(shape.threshold)}" x2="${at(shape.threshold)}" y1="${top - 9}" y2="${top + bar + 9}" stroke="${palette.ink}" stroke-width="4"/>`,
    )
  }
  const name = row.name.length > 17 ? `${row.name.slice(0, 7)}…${row.name.slice(-9)}` : row.name
  return [
    textAt(EDGE, y + 8, 22, palette.ink, name),
    ...drawn,
    textAt(1250, y + 8, 24, palette.ink, row.text, 'text-anchor="end" font-weight="700"'),
    textAt(1275, y + 8, 20, palette.quiet, `指标 ${row.targetText}`),
    textAt(1536, y + 8, 22, said, row.word, 'text-anchor="end"'),
  ].join('')
}

/** Every indicator of a project against its threshold as a picture; the line is the threshold, the shade its allowed side. */
export function bulletPicture(rows: readonly BulletRow[], caption: Caption, palette: Palette): string {
  const step = Math.min(110, (PICTURE.height - HEAD - 60) / Math.max(1, rows.length))
  return framed(
    rows.map((row, index) => bulletRow(row, HEAD + 30 + step * (index + 0.5), step, palette)).join(''),
    caption,
    palette,
  )
}

/** Draws an SVG into a PNG of twice its size, with the fonts of this machine; `null` when the browser cannot. */
export async function pngOf(svg: string): Promise<Blob | null> {
  const image = new Image(PICTURE.width, PICTURE.height)
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = address
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), {
      width: PICTURE.width * 2,
      height: PICTURE.height * 2,
    })
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png')
    })
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
