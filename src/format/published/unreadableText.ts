import type { UnreadableKind } from '@/documents/outcome/unreadableFile'

const COPY = '请在网页、Word 或 WPS 里连表格一起复制再粘贴，或选原来的 .docx 文件'
const WORDS_FOUND = '找到了“项目名称”“指标值”等字样，但文字里已经没有表格的'

const TEXT: Readonly<Record<UnreadableKind, string>> = {
  'not-a-document': '这不是能读的文件：请用 .docx、.xlsx、.html、.csv 或 .txt，或把表格复制后粘贴进来。',
  pdf: '这是 PDF 文件：请用 WPS 或 Word 打开它，另存为 .docx 后再试；扫描件要先识别文字。',
  ofd: '这是 OFD 版式文件：请用 OFD 阅读器或 WPS 转成 .docx 后再试。',
  'open-text': '这是 ODF 文字文档（.odt）：请用 WPS、Word 或 LibreOffice 打开，另存为 .docx 后再试。',
  'open-sheet': '这是 ODF 表格（.ods）：请用 WPS、Excel 或 LibreOffice 打开，另存为 .xlsx 后再试。',
  'open-other': '这是 ODF 文件：请用 WPS 或 LibreOffice 打开，把表格另存为 .docx 或 .xlsx 后再试。',
  'old-doc':
    '这是旧版 Word 或 WPS 文件（.doc、.wps）：请用 Word 或 WPS 打开，另存为 .docx 后再试，或把表格复制后粘贴进来。',
  'old-xls': '这是旧版 Excel 或 WPS 表格（.xls、.et）：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
  slides: '这是演示文稿：请把其中的表格复制后粘贴进来，或选原来的 .docx、.xlsx 文件。',
  'binary-sheet': '这是二进制的 Excel 文件（.xlsb）：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。',
  'office-xml': '这是 Office 的 XML 文件：请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再试。',
  rtf: '这是 RTF 文件：请用 Word 或 WPS 打开，另存为 .docx 后再试。',
  mht: '这是单个文件的网页（MHT）：请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再试。',
  picture:
    '这是图片：请先把文字识别成表格（WPS、Word 或识别软件），另存为 .docx 后再试，或照着图片填导入模板。',
  archive: '这是压缩包：请先解压，再导入里面的文件。',
  encrypted: '文件有密码：请用 Word、Excel 或 WPS 打开，去掉密码另存后再试；压缩包请先解压。',
  empty: '文件是空的，里面什么也没有：请重新取得这个文件。',
  'too-deep': '文件里的标记一层套一层，太深了，不是正常的文档，没有读取。',
  damaged: '文件已损坏或没有下载完整：请重新取得这个文件。',
  'too-large': '文件太大：请只保留需要的部分，另存后再试。',
  'unpacks-too-large': '文件展开后太大，可能不是正常的文档，没有读取。',
  entities: '文件里有自定义实体，正常的文档没有这种内容，没有读取。',
  'too-many-cells': '表格太多或太大：请只保留需要的部分，另存后再试。',
  'no-table': '文件里只有文字，没有表格：请确认选对了文件；表常在另一个附件里。',
  'pictures-only': '文件里只有图片（扫描件），没有表格：请先把文字识别成表格，或照着图片填导入模板。',
  'attachment-elsewhere': '这里没有表格，表在附件里：请打开或下载附件，再导入它。',
  frameset: '这是 Excel 另存的网页的外壳，里面没有表格：请用 Excel 打开后另存为 .xlsx。',
  'lost-columns': `${WORDS_FOUND}列（像是从 PDF 复制的）：请用 WPS 或 Word 打开原来的文件，另存为 .docx 后再试。`,
  'lost-cells': `${WORDS_FOUND}行和列（每格成了一行）：${COPY}。`,
  'lost-merges-bars': `文字用竖线分格，各行的格数不一样，分不清哪一格属于哪一列：${COPY}。`,
  'lost-merges-commas':
    '这是用逗号分隔的文本（CSV），各行的格数不一样，分不清哪一格属于哪一列：请用 WPS 或 Excel 打开原表，另存为 .xlsx 后再试。',
  encoding: '文字编码认不出来：请另存为 UTF-8 或 GB18030（GBK）的文本后再试。',
}

/** What a payment list is asked for instead: its door takes sheets, no documents. */
const LIST_TEXT: Readonly<Partial<Record<UnreadableKind, string>>> = {
  pdf: '这是 PDF 文件，不是支付清单的表格：请从财务系统导出 .xlsx 或 .csv 后再试。',
  ofd: '这是 OFD 版式文件，不是支付清单的表格：请从财务系统导出 .xlsx 或 .csv 后再试。',
  picture: '这是图片：请从财务系统导出 .xlsx 或 .csv 后再试。',
  'no-table': '文件里没有表格：请确认选对了文件，支付清单要有日期和金额的表头。',
}

/** The sentences of kinds that name the file which has the table. */
const NAMING: Readonly<Partial<Record<UnreadableKind, (where: string) => string>>> = {
  archive: (files) => `这是压缩包：请先解压，再导入里面的 ${files}。`,
  'attachment-elsewhere': (files) => `这里没有表格，表在附件（${files}）里：请打开或下载附件，再导入它。`,
  frameset: (page) =>
    `这是网页的外壳，里面没有表格，表在 ${page} 里：请选那个文件，或用 Excel 打开后另存为 .xlsx。`,
}

/** Says why a file cannot be read and what to do, in one sentence; `where` is the part of the file, or the file that has the table, where one is known. */
export function unreadableText({
  kind,
  where,
}: {
  readonly kind: UnreadableKind
  readonly where: string | null
}): string {
  if (where === null) return TEXT[kind]
  return NAMING[kind]?.(where) ?? `${TEXT[kind]}（${where}）`
}

/** The same for a payment list, whose door takes sheets only. */
export function unreadableListText(why: Parameters<typeof unreadableText>[0]): string {
  return LIST_TEXT[why.kind] ?? unreadableText(why)
}

/** Says that no table of a document is a 绩效目标表 and what to do next; `attachments` are the files that it names. */
export function noProjectText(attachments: string | null): string {
  const next =
    attachments === null
      ? '请确认选对了文件，表常在另一个附件里'
      : `表可能在附件（${attachments}）里，请导入那个附件`
  return `没有找到绩效目标表：没有一张表既有项目名称或编码，又有指标或目标；${next}。`
}

/** Says that none of several files holds a 绩效目标表. */
export function noneInFilesText(): string {
  return '这几份文件里都没有找到绩效目标表；每份文件是什么、下一步怎么办，见文件列表。'
}
