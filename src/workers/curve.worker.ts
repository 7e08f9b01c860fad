import { setPlatformAPI } from 'echarts/core'
import type { CurveReply, CurveRequest } from '@/charts/curveOrder'
import { stillCurve } from '@/charts/stillCurve'

if ('OffscreenCanvas' in globalThis)
  setPlatformAPI({ createCanvas: () => new OffscreenCanvas(1, 1) as unknown as HTMLCanvasElement })

addEventListener('message', ({ data }: MessageEvent<CurveRequest>) => {
  const { on, asked, order } = data
  const reply: CurveReply = { on, asked, svg: stillCurve(order, on) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target
  postMessage(reply)
})
