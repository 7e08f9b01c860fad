import type { SaxesTagNS } from 'saxes'
import { attributeOf } from '../readXml'

/** What is done at the end of an element; `null` when the element is passed over with all it holds. */
export type Closer = (() => void) | null

/** The closer of an element whose end means nothing. */
export const NOTHING = (): void => {}

/** Whether a w:… toggle is on: without a value it is (ECMA-376-1 §17.17.4). */
export function isOn(tag: SaxesTagNS): boolean {
  const value = attributeOf(tag, 'val')
  return value === null || !/^(?:0|false|off)$/i.test(value)
}

/** A whole number of an attribute, `otherwise` when it is none. */
export function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}
