/** That what a link points at is not on the page, and what stands instead; empty where it is there. `indicator` and `entry` are as the address has them, the lists what the page shows. */
export function strayLink(
  link: { readonly indicator: string; readonly entry: string },
  page: {
    readonly indicators: readonly { readonly id: string; readonly position: number }[]
    readonly listed: ReadonlySet<string>
    /** The word of the chip by which the indicators are picked; `null` where all stand. */
    readonly only: string | null
    readonly entries: readonly { readonly id: string }[]
  },
): string {
  const { indicators, listed, only, entries } = page
  const at = indicators.find(({ position }) => String(position) === link.indicator)
  const which = /^\d+$/.test(link.indicator) ? `第 ${link.indicator} 项指标` : `指标“${link.indicator}”`
  const said = [
    link.indicator === '' || at
      ? ''
      : `链接所指的${which}不在此项目：本项目有 ${indicators.length} 项，列在下面。`,
    at && !listed.has(at.id) && only ? `链接所指的${which}不在“${only}”之列，点“看全部”可以看到。` : '',
    link.entry === '' || entries.some(({ id }) => id === link.entry)
      ? ''
      : '链接所指的填报记录不在此项目截至日及以前的记录中。',
  ]
  return said.join('')
}
