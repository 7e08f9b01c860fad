import type { UnreadableKind } from '@/documents/outcome/unreadableFile'

const TEXT: Readonly<Record<UnreadableKind, string>> = {
  'not-a-document': '这不是能读的文件：请用 .docx、.xlsx、.html 或 .txt，或把表格复制后粘贴进来。',
  'old-doc':
    '这是旧版 Word 文件（.doc）：请用 Word 或 WPS 打开，另存为 .docx 后再试，或把表格复制后粘贴进来。',
  'old-xls': '这是旧版 Excel 文件（.xls）：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
  encrypted: '文件有密码：请用 Word、Excel 或 WPS 打开，去掉密码另存后再试。',
  damaged: '文件已损坏或没有下载完整：请重新取得这个文件。',
  'too-large': '文件太大：请只保留有绩效目标表的部分，另存后再试。',
  'unpacks-too-large': '文件展开后太大，可能不是正常的文档，没有读取。',
  entities: '文件里有自定义实体，正常的文档没有这种内容，没有读取。',
  'too-many-cells': '表格太多或太大：请只保留有绩效目标表的部分，另存后再试。',
  'no-table': '文件里没有表格：请确认选对了文件。',
  encoding: '文字编码认不出来：请另存为 UTF-8 或 GB18030（GBK）的文本后再试。',
}

/** Says why a file cannot be read and what to do; `where` is the part of the file where one is known. */
export function unreadableText(problem: {
  readonly kind: UnreadableKind
  readonly where: string | null
}): string {
  return problem.where === null ? TEXT[problem.kind] : `${TEXT[problem.kind]}（${problem.where}）`
}
