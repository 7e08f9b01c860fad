interface Extent {
  readonly from: number
  readonly to: number
}

/** How far a frame `width` px wide is scrolled so that column `at` is in sight beside the one that stays (`pinned` px wide), and the one that stays cuts no other where the table is long enough for that (`most` px). */
export function wholeColumns(
  columns: readonly Extent[],
  at: number,
  pinned: number,
  width: number,
  most: number,
): number {
  const own = columns[at]
  if (!own) return 0
  const least = Math.min(own.to - width, own.from - pinned, most)
  if (least <= 0) return 0
  const whole = columns.map(({ from }) => from - pinned).filter((start) => start >= least)
  const first = Math.min(...whole, own.from - pinned)
  return first <= most ? first : least
}

/** Scrolls the frame of a table so that the column under a heading stands in sight at once; `pinned` is the heading that stays. */
export function showColumn(frame: HTMLElement, pinned: HTMLElement, heading: HTMLElement): void {
  const others = [...(heading.parentElement?.children ?? [])].filter(
    (own): own is HTMLElement => own instanceof HTMLElement && own !== pinned,
  )
  frame.scrollLeft = wholeColumns(
    others.map(({ offsetLeft, offsetWidth }) => ({ from: offsetLeft, to: offsetLeft + offsetWidth })),
    others.indexOf(heading),
    pinned.offsetWidth,
    frame.clientWidth,
    frame.scrollWidth - frame.clientWidth,
  )
}
