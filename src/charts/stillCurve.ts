import { unpackedOrder } from './curveOrder'
import { spendingCurve } from './spendingCurve'
import { init } from './stillCharts'

/** Styles for a pointer over the picture, which the live chart takes over; a strict policy refuses them in the text. */
const HOVERING = /<style\b[\s\S]*?<\/style>/g

/** Draws an ordered curve (`packedOrder`) to SVG text without a page: the option is the one the live chart is drawn from. */
export function stillCurve(order: string): string {
  const { numbers, unit, drawing, height } = unpackedOrder(order)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: drawing.width, height })
  chart.setOption({ animation: false, ...spendingCurve(numbers, unit, drawing) })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg.replaceAll(HOVERING, '').replaceAll(' style="', ' data-style="')
}
