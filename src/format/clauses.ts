const CLOSING = /[。；;，,、\s]+$/u
const HANGING = /[；;，,、\s]+$/u

/** What somebody wrote without the mark it ends with, so that ours can follow. */
function open(words: string): string {
  return words.trim().replace(CLOSING, '')
}

/** Joins what people wrote, and what we say of it, each line of it a clause: the empty ones left out, 「；」 between and never two marks in a row; the last keeps its 「。」 and hangs on no 「；」. */
export function clauses(parts: readonly string[]): string {
  const said = parts
    .flatMap((part) => part.split('\n'))
    .map((part) => part.trim())
    .filter((part) => open(part) !== '')
  return said
    .map((part, index) => (index === said.length - 1 ? part.replace(HANGING, '') : open(part)))
    .join('；')
}

const NAMED = 12

/** Names in a sentence: of many only the first stand, and how many there are (`of` in their counter), so that no list becomes a wall. */
export function named(names: readonly string[], of: string): string {
  return names.length > NAMED
    ? `${names.slice(0, NAMED).join('、')}等 ${names.length} ${of}`
    : names.join('、')
}

/** The same without the mark it ends with, for words that go on. */
export function unclosed(parts: readonly string[]): string {
  return open(clauses(parts))
}

/** The same as one whole sentence closed by 「。」 once; empty where there are no words. */
export function sentence(parts: readonly string[]): string {
  const said = open(clauses(parts))
  return said === '' || /[！？!?]$/u.test(said) ? said : `${said}。`
}
