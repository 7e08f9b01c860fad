import type { Derivation } from './derivation'

/** Answers 「为什么是这个数」 when asked: at once, or when the answer has been fetched. */
export type Why = () => Derivation | null | Promise<Derivation | null>

/** A piece of a sentence: plain words, or a figure that can say what it is made of. */
export interface Piece {
  readonly text: string
  readonly tone?: 'figure' | 'warn' | 'bad' | 'good' | 'quiet'
  readonly why?: Why
  /** What a count opens where a screen can list it: the name of a chip. */
  readonly show?: string
}

/** A sentence whose figures stay attached to their derivations. */
export type Phrase = readonly Piece[]

/** The sentence as plain text: for page titles, alternative text and print. */
export function phraseText(phrase: Phrase): string {
  return phrase.map((piece) => piece.text).join('')
}
