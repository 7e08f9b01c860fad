import { LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  TooltipComponent,
  type GridComponentOption,
  type TooltipComponentOption,
} from 'echarts/components'
import { init, use, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, TooltipComponent, SVGRenderer])

/** The only options our charts use: everything else stays out of the download. */
export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>

export { init }
