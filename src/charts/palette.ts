/** The colours a chart may use, taken from the page's tokens; charts name no colour of their own. */
export interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly faint: string
  readonly accent: string
  readonly surface: string
  readonly track: string
  readonly near: string
  readonly partial: string
  readonly bad: string
}

const TOKENS: Readonly<Record<keyof Palette, string>> = {
  ink: '--ink',
  quiet: '--ink-quiet',
  line: '--line',
  faint: '--line-strong',
  accent: '--accent',
  surface: '--surface',
  track: '--track',
  near: '--near',
  partial: '--partial',
  bad: '--bad',
}

/** Reads the tokens in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (token: string) => style.getPropertyValue(token).trim()
  return {
    ink: read(TOKENS.ink),
    quiet: read(TOKENS.quiet),
    line: read(TOKENS.line),
    faint: read(TOKENS.faint),
    accent: read(TOKENS.accent),
    surface: read(TOKENS.surface),
    track: read(TOKENS.track),
    near: read(TOKENS.near),
    partial: read(TOKENS.partial),
    bad: read(TOKENS.bad),
  }
}

/** What an option builder is given beside its numbers: the colours, the size of one rem and the width of the chart in pixels. */
export interface Drawing {
  readonly palette: Palette
  readonly rem: number
  readonly width: number
}
