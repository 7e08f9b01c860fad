import { LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridSimpleComponent, SVGRenderer])

/** Makes a chart that nobody points at: what draws pictures needs no more, and every kilobyte of it is fetched on a first visit. */
export { init }
