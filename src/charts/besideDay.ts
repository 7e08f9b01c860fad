/** A point in pixels of its frame, from its top left. */
export type Pixel = readonly [x: number, y: number]

/** What stands beside a day of a chart, and where it may: all in pixels. */
interface Beside {
  /** Where the day's line stands. */
  readonly at: number
  readonly box: { readonly width: number; readonly height: number }
  readonly frame: { readonly width: number; readonly top: number; readonly bottom: number }
  /** What is drawn, each a run of points joined by straight lines. */
  readonly lines: readonly (readonly Pixel[])[]
}

/** Between the day's line and the box. */
const GAP = 8
const STEP = 4

/** Where the top left of the box stands: beside the day's line and within the frame, on the side and at the height where it covers least of what is drawn. */
export function besideDay({ at, box, frame, lines }: Beside): Pixel {
  const last = frame.width - box.width
  const sides = [at - GAP - box.width, at + GAP].filter((x) => x >= 0 && x <= last)
  const across = sides.length > 0 ? sides : [at > frame.width / 2 ? 0 : Math.max(0, last)]
  const heights = [frame.top, Math.max(frame.top, frame.bottom - box.height)]
  const drawn = lines.flatMap(alongLine)
  const places = across.flatMap((x) => heights.map((y): Pixel => [x, y]))
  const [best] = places
    .map((place) => ({ place, covered: drawn.filter((point) => isIn(point, place, box)).length }))
    .sort((a, b) => a.covered - b.covered)
  return best?.place ?? [0, frame.top]
}

function isIn([x, y]: Pixel, [left, top]: Pixel, box: Beside['box']): boolean {
  return x >= left && x <= left + box.width && y >= top && y <= top + box.height
}

/** Points a few pixels apart along a run. */
function alongLine(line: readonly Pixel[]): Pixel[] {
  return line.flatMap(([x, y], index) => {
    const [fromX, fromY] = line[index - 1] ?? [x, y]
    const count = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / STEP))
    return Array.from({ length: count }, (_, step): Pixel => {
      const share = (step + 1) / count
      return [fromX + share * (x - fromX), fromY + share * (y - fromY)]
    })
  })
}
