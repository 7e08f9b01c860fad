import { toHalfWidth } from './halfWidth'

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Blanks that are not one plain space already, so that a text in order is copied nowhere. */
const SPACES = /[\s\u2800]{2,}|[^\S ]|\u2800/g
const CONTROLS = /\p{Cc}/gu
/** What reads as it stands: printed ASCII, Chinese signs and comparisons, no blanks; nearly every figure and name. */
const IN_ORDER = /^[!-~\u4E00-\u9FA5≥≤]*$/

/** A text as it reads: nothing invisible (zero width, soft hyphens, selectors, controls), half-width, single spaces, trimmed. Positions are not kept. */
export function visibleText(text: string): string {
  if (IN_ORDER.test(text)) return text
  return toHalfWidth(text.replace(INVISIBLE, '')).replace(SPACES, ' ').replace(CONTROLS, '').trim()
}

/** A name as names are compared: as it reads, without any spaces. */
export function comparableName(text: string): string {
  return visibleText(text).replaceAll(' ', '')
}
