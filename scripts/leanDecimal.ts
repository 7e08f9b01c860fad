import type { Plugin } from 'vite'

const FILE = /\/decimal\.js\/decimal\.mjs$/

/** What decimal.js can and the product never asks for: trigonometry, roots, powers and logarithms, other bases, fractions, chance. Its methods hang on one prototype, so that no bundler sees that nobody calls them. */
export const UNASKED =
  'cos cosh sin sinh tan tanh acos acosh asin asinh atan atanh cbrt sqrt pow exp ln log toBinary toHex toOctal toFraction toNearest'.split(
    ' ',
  )
const UNASKED_STATIC = ['atan2', 'hypot', 'log2', 'log10', 'random'] as const
const CONSTANTS = ['LN10', 'PI'] as const

/** The text of decimal.js without what is never asked for; throws where a new version is written otherwise. */
export function leanDecimal(text: string): string {
  let left = text.replaceAll('\r\n', '\n')
  const drop = (name: string, pattern: RegExp): void => {
    const shorter = left.replace(pattern, '')
    if (shorter === left) throw new Error(`decimal.js is not written as before: ${name}`)
    left = shorter
  }
  for (const name of UNASKED)
    drop(name, new RegExp(`^P\\.(?:\\w+ = P\\.)?${name} = function [^]*?^\\};\\n`, 'm'))
  for (const name of [...UNASKED.filter((own) => !own.startsWith('to')), ...UNASKED_STATIC])
    drop(name, new RegExp(`^ {2}Decimal\\.${name} = ${name};.*\\n`, 'm'))
  for (const name of CONSTANTS) drop(name, new RegExp(`^${name} = new Decimal\\(${name}\\);\\n`, 'm'))
  return left
}

/** Leaves out of the build what the product never asks decimal.js for: over 5 KB of the first file. */
export function leanNumbers(): Plugin {
  return {
    name: 'lean-numbers',
    apply: 'build',
    transform: (text, id) => (FILE.test(id) ? { code: leanDecimal(text), map: null } : null),
  }
}
