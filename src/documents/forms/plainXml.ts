const UNWRITABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A text without the signs that no XML file can hold (controls, halves of a sign): one of them makes a whole document unreadable. */
export function plainXml(words: string): string {
  return words.replace(UNWRITABLE, '')
}
