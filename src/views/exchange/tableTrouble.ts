/** Why a table could not be opened, as its kind and where. */
export interface TableTrouble {
  readonly kind: string
  readonly where?: string | null
  readonly wanted?: string
}

const SAID: Readonly<Record<string, string>> = {
  'not-a-document': '不是 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 后再打开。',
  'old-doc': '是旧式 .doc 文档，不是表格。请另存为 .xlsx 后再打开。',
  'old-xls': '是旧式 .xls 表格。请用 Excel 或 WPS 另存为 .xlsx 后再打开。',
  encrypted: '有打开密码。请去掉密码另存一份后再打开。',
  damaged: '已损坏或没有拷完。请重新拷贝，或用 Excel 打开后另存一份。',
  'too-large': '太大，没有打开。请只保留需要的一张表。',
  'unpacks-too-large': '解开后过大，没有打开。请确认选对了文件；有几张表的，只保留需要的一张。',
  entities: '含有不允许的内容，没有打开。请用 Excel 打开后另存一份。',
  'too-many-cells': '单元格太多，没有打开。请只保留需要的一张表。',
  'no-table': '里没有内容。',
}

/** Says why a table could not be opened and how to mend it; nothing was applied. */
export function tableTroubleText(name: string, { kind, where, wanted }: TableTrouble): string {
  if (kind === 'no-sheet') return `「${name}」里没有“${wanted ?? ''}”工作表。请从本看板下载模板填写。`
  if (kind === 'hidden-sheet')
    return `「${name}」的“${wanted ?? ''}”工作表是隐藏的，没有读入。请取消隐藏后再打开。`
  if (kind === 'other-unit')
    return `「${name}」的表头写了“${wanted ?? ''}”，模板的支出以万元为单位。请把数换算成万元（或在数后写明单位，如 520000元），去掉改写的单位后再打开。`
  if (kind === 'hidden-heading')
    return `「${name}」的“${wanted ?? ''}”一列是隐藏的，认不出各行。请取消隐藏后再打开。`
  if (kind === 'no-heading')
    return `「${name}」的表头缺少“${wanted ?? ''}”。请从本看板下载模板填写，不要改动表头。`
  return `「${name}」${SAID[kind] ?? '打不开。'}${where ? `（${where}）` : ''}`
}
