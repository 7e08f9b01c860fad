import { unpackedOrder, type CurveRequest } from './curveOrder'
import { spendingCurve } from './spendingCurve'
import { init } from './stillCharts'

/** Styles for a pointer over the picture, which the live chart takes over; a strict policy refuses them in the text. */
const HOVERING = /<style\b[\s\S]*?<\/style>/g

/** Draws an ordered curve (`packedOrder`) to SVG text without a page: the option is the one the live chart is drawn from. For paper it is an image of its own and keeps its styles. */
export function stillCurve(order: string, on: CurveRequest['on'] = 'screen'): string {
  const { numbers, unit, drawing, height } = unpackedOrder(order)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: drawing.width, height })
  chart.setOption({ animation: false, ...spendingCurve(numbers, unit, drawing) })
  const svg = chart.renderToSVGString()
  chart.dispose()
  const picture = svg.replaceAll(HOVERING, '')
  return on === 'paper' ? picture : picture.replaceAll(' style="', ' data-style="')
}
