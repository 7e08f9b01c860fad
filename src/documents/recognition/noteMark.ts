/** A text without the marks of notes at its end, and the marks. */
export interface Noted {
  readonly text: string
  readonly mark: string
}

const MARKS =
  /(?:\s*(?:[①-⑳*＊※†‡★]|[¹²³⁰⁴-⁹]+|[[【〔［]\s*注?\s*\d{1,2}\s*[\]】〕］]|[(（]\s*注\s*[\d一二三四五六七八九十]{0,2}\s*[)）]|注\s*[\d一二三四五六七八九十①-⑳]{1,2}))+$/u
const LONGEST = 200

/** Reads the marks of notes (①, ¹, [1], 注1) behind a value or unit, which are neither; `null` where none stand there, and for m², 10⁴ and 见注1. */
export function withoutNoteMark(text: string): Noted | null {
  if (text.length > LONGEST) return null
  const found = MARKS.exec(text)
  if (found === null) return null
  const rest = text.slice(0, found.index).trim()
  const mark = found[0].trim()
  if (rest === '' || /[①-⑳]|[见详如按]$/.test(rest)) return null
  if (/^[²³]$/.test(mark) && /[a-zA-Z米里寸尺]$/.test(rest)) return null
  if (/^[¹²³⁰⁴-⁹]+$/.test(mark) && /[×*xX]\s*10$/.test(rest)) return null
  return { text: rest, mark }
}
