import type { EntryIssue } from '@/documents/outcome/entryIssue'
import type { FileRefusal, OwnFile } from '@/documents/outcome/fileRefusal'

const FILE_WORD: Readonly<Record<OwnFile, string>> = {
  handover: '交接文件',
  backup: '备份文件',
  ledger: '台账导出文件',
}

const FAULT_WORD: Readonly<Record<EntryIssue['kind'], string>> = {
  'not-json': '不是有效的内容',
  'wrong-schema-version': '版本不对',
  'unknown-kind': '是本版不认识的类别',
  missing: '缺少',
  'unknown-cell': '是本版不认识的内容',
  'repeated-cell': '写了两遍',
  blank: '是空的',
  'not-a-choice': '不在可选范围内',
  'wrong-type': '类型不对',
  'not-an-id': '不是编号',
  'not-a-day': '不是日期',
  'not-a-moment': '不是时间',
  'not-a-month': '不是月份',
  'not-a-fingerprint': '不是文件指纹',
  'not-an-amount': '不是金额',
  'not-a-number': '不是数字',
  'not-a-size': '不是大小',
  'out-of-range': '超出范围',
  'outside-band': '不在所选档次内',
  'wrong-subject': '所属项目或指标不对',
  'demo-plan': '是演示数据',
  'real-plan': '是真实数据',
  'not-a-demo-file': '不是演示文件',
  'foreign-plan': '属于另一份绩效目标表',
  'duplicate-id': '编号重复',
}

/** Says where in a file an entry is wrong and how: 第 3 条记录 amount「一万」不是金额. */
function issueText({ path, kind, found }: EntryIssue): string {
  const [, index, rest] = /^entries\[(\d+)\]\.?(.*)$/.exec(path) ?? []
  const place = index === undefined ? path : `第 ${Number(index) + 1} 条记录${rest ? ` ${rest}` : ''}`
  return `${place}${found === null ? '' : `「${found.slice(0, 40)}」`}${FAULT_WORD[kind]}`
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}

/** Says why a file was not taken: what, where, and how to mend it; nothing of it has been applied. */
export function refusalOfFile(refusal: FileRefusal): readonly string[] {
  switch (refusal.kind) {
    case 'too-large':
      return [
        `文件有 ${megabytes(refusal.size)}（压缩的按解开后计），超过 ${megabytes(refusal.limit)} 的上限，没有打开。`,
        '一年的台账通常不到 5 MB，请确认选对了文件。',
      ]
    case 'empty':
      return ['文件是空的。请对方重新导出一份。']
    case 'not-text':
      return ['文件不是文本，可能选错了文件或传输中损坏。请对方重新导出一份。']
    case 'not-json':
      return [
        refusal.ends
          ? `文件不完整，在第 ${refusal.line} 行第 ${refusal.column} 个字处中断：可能没有拷完，也可能不是本看板导出的文件。`
          : `文件第 ${refusal.line} 行第 ${refusal.column} 个字读不下去，不是本看板导出的文件，或已被改动。`,
        '请重新拷贝，或请对方重新导出一份。',
      ]
    case 'too-deep':
      return [
        `文件第 ${refusal.line} 行第 ${refusal.column} 个字处，括号一层套一层，太深了，不是本看板导出的文件，或已被改动。`,
        '请重新拷贝，或请对方重新导出一份。',
      ]
    case 'damaged-archive':
      return [
        '压缩文件打不开：不完整或已损坏，可能没有拷完，也可能不是本看板导出的文件。',
        '请重新拷贝，或请对方重新导出一份。',
      ]
    case 'repeated':
      return [`文件中 ${refusal.path} 写了两遍，已被改动。请对方重新导出一份。`]
    case 'not-ours':
      return ['这不是本看板的交接文件或备份文件。请选择扩展名为 .jixiao.json 或 .jixiao.zip 的文件。']
    case 'other-kind':
      return [
        `这是${FILE_WORD[refusal.found]}，不是${FILE_WORD[refusal.wanted]}。`,
        refusal.found === 'backup' ? '请用“恢复备份”打开它。' : '请用“打开交接文件”打开它。',
      ]
    case 'newer':
      return [`文件由更新的版本（第 ${refusal.schema} 版格式）导出，本机的看板读不了。请先更新看板。`]
    case 'cells':
      return ['文件开头的内容不完整：', ...refusal.issues.map(issueText), '请对方重新导出一份。']
    case 'checksum':
      return [
        '文件内容与其校验码不符：导出之后被改动过，或传输中损坏。',
        '请勿手工修改文件；请对方重新导出一份。',
      ]
    case 'other-plan':
      return [
        `这份文件属于另一份绩效目标表（${refusal.named}），不能并入本表。`,
        '请先切换到对应的年度或部门再打开。',
      ]
    case 'demo':
      return ['演示数据与真实数据不能相互并入。']
    case 'entries':
      return [
        `文件中有 ${refusal.count} 处读不懂，整份未采用：`,
        ...refusal.issues.map(issueText),
        ...(refusal.count > refusal.issues.length
          ? [`……其余 ${refusal.count - refusal.issues.length} 处略`]
          : []),
        '请对方重新导出一份。',
      ]
    case 'differing':
      return [
        `文件中有 ${refusal.ids.length} 条记录与本机编号相同而内容不同，整份未采用。`,
        '台账只增不改，其中一份被改动过；请与对方核对后各自重新导出。',
      ]
  }
}

/** The same in one line, for a command: every sentence ends before the next begins. */
export function refusalLine(refusal: FileRefusal): string {
  return refusalOfFile(refusal)
    .map((text) => (/[。：]$/.test(text) ? text : `${text}；`))
    .join('')
}
