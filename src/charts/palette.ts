/** The colours a chart may use, taken from the page's tokens; charts name no colour of their own. */
export interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly faint: string
  readonly accent: string
  readonly pale: string
  readonly surface: string
  readonly track: string
  readonly good: string
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
  pale: '--accent-pale',
  surface: '--surface',
  track: '--track',
  good: '--good',
  near: '--near',
  partial: '--partial',
  bad: '--bad',
}

/** The tokens themselves, for a picture that stands in the page and follows its theme and paper. */
export function tokenPalette(): Palette {
  return Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, `var(${token})`]),
  ) as unknown as Palette
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
    pale: read(TOKENS.pale),
    surface: read(TOKENS.surface),
    track: read(TOKENS.track),
    good: read(TOKENS.good),
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

/** The tokens of the light theme, whatever the page shows: what is pasted into slides and reports is drawn on white. */
export function lightPalette(): Palette {
  const { dataset } = document.documentElement
  const { theme } = dataset
  if (theme === 'light') return readPalette(document.documentElement)
  dataset.theme = 'light'
  const palette = readPalette(document.documentElement)
  if (theme === undefined) delete dataset.theme
  else dataset.theme = theme
  return palette
}
