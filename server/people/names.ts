import { comparableName } from '@/domain/number/visibleText'

const UNSEEN = /(?![\u202a-\u202e\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu

/** A name as it is kept: compatibility forms folded (NFKC), what nobody sees left out (but what turns the direction, which is no name's), spaces only between words and one of each. */
export function readableName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()
}

/** What two names that a reader takes for one have in common: without spaces, capitals as small letters. */
export function foldedName(name: string): string {
  return comparableName(readableName(name)).toLowerCase()
}

/** A login as it is kept, whichever way it was typed. */
export function loginOf(text: string): string {
  return readableName(text).toLowerCase()
}
