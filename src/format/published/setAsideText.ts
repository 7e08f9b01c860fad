/** What a reader left out of a document, by kind; told so that it is never lost in silence. */
export type SetAsideKind =
  | 'hidden-text'
  | 'struck-text'
  | 'raised-sign'
  | 'picture'
  | 'hidden-row'
  | 'hidden-column'
  | 'hidden-sheet'
  | 'covered-text'
  | 'repeated-headings'
  | 'embedded-file'
  | 'formula-without-value'
  | 'shown-rounded'

const WORD: Readonly<Record<SetAsideKind, string>> = {
  'hidden-text': '隐藏文字，没有读入',
  'struck-text': '划掉（删除线或修订删除）的文字，没有读入',
  'raised-sign': '上标或下标（〔〕内），没有读入，请核对原表',
  picture: '这一格里只有图片，图片里的字没有读入',
  'hidden-row': '隐藏的行，没有读入',
  'hidden-column': '隐藏的列，没有读入',
  'hidden-sheet': '隐藏的工作表，没有读入',
  'covered-text': '合并单元格下面盖住的文字，没有读入',
  'repeated-headings': '跨页重复的表头，只读一次',
  'embedded-file': '嵌入的文件，没有读入',
  'formula-without-value': '公式没有算出的值，没有读入',
  'shown-rounded': '单元格显示的是四舍五入后的数，按显示读入',
}

/** Says what was left out, where, and its text. */
export function setAsideText(aside: {
  readonly kind: SetAsideKind
  readonly where: string | null
  readonly text: string
}): { readonly where: string; readonly what: string; readonly source: string | null } {
  return {
    where: aside.where ?? '整个文件',
    what: WORD[aside.kind],
    source: aside.text === '' ? null : aside.text,
  }
}
