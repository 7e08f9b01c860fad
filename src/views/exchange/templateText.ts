import type { Day } from '@/domain/time/day'
import type { EntryRow } from '@/domain/desk/entryGrid'
import type { IndicatorActual } from '@/domain/ledger/entry'
import type { ProjectDesk } from '@/domain/desk/projectDesk'
import {
  changeKey,
  type ChangeAnswers,
  type CopiedSheet,
  type HiddenPart,
  type TemplateChange,
  type TemplateChoices,
  type TemplateIssue,
  type TemplateReading,
} from '@/domain/sheets/templateSheet'
import { cellValueText, refusalText, DOUBT_WORD } from '@/format/cellOutcomeText'
import { amount, plainNumber, targetText } from '@/format/figures'
import { dayWord, DEVIATION_WORD, LIKELIHOOD_WORD } from '@/format/words'

function turned<Key extends string>(words: Readonly<Record<Key, string>>): Readonly<Record<string, Key>> {
  return Object.fromEntries(Object.entries<string>(words).map(([key, word]) => [word, key as Key]))
}

/** What the words offered in a template mean. */
export const TEMPLATE_CHOICES: TemplateChoices = {
  categories: turned(DEVIATION_WORD),
  likelihoods: turned(LIKELIHOOD_WORD),
}

/** An 实际完成值 as one types it: what is written into a template reads back as the same value. */
function typedActual({ value }: IndicatorActual): string {
  if (value.kind === 'text') return value.text
  const word = { achieved: '达成', partly: '部分达成', not: '未达成' }[value.band]
  return value.percent ? `${word} ${plainNumber(value.percent)}` : word
}

/** The words of the template of actuals. */
export const TEMPLATE_WORDS = {
  sheet: '填报',
  help: '填写说明',
  lines: [
    '一、只填“填报”表中白色的格子；灰色的格子是固定内容或已关闭的节点，不能填。',
    '二、支出填截至该节点的累计数，单位万元；也可以写“520000元”。没有支出填 0，未知的空着，空着不等于 0。',
    '三、指标填实际完成值，如 95、95%；定性指标填“达成 95”“部分达成 70”或“未达成 30”；完成时间填“2020年11月20日”。',
    '四、偏差原因、全年预计、完成可能性写在该行，记在该行最后一个填了的节点上。',
    '五、不要改动“编号”一列；可以删去不填的行，行的次序可以变。没有改动过的格不会录入；下载以后台账已有变动的格，打开时逐格问您。',
    '六、填好后在“交接”页打开本文件。有一处不对就整份不录入，并给出一份标明错处的副本；已关闭的节点只跳过，不影响其他格。',
  ],
  headings: {
    key: '编号',
    project: '项目名称',
    row: '填报内容',
    target: '指标值',
    category: '偏差原因类别',
    reason: '偏差原因及改进措施',
    fullYear: '全年预计完成',
    likelihood: '完成目标可能性',
    printed: '下载时的内容',
  },
  spending: '累计支出（万元）',
  checkpoint: (day: Day) => dayWord(day),
  target: (row: Extract<EntryRow, { kind: 'indicator' }>) => targetText(row.target),
  budget: (project: ProjectDesk) => `预算 ${amount(project.yearEnd.budget, 'wan')}`,
  held: typedActual,
  categories: Object.values(DEVIATION_WORD),
  likelihoods: Object.values(LIKELIHOOD_WORD),
} as const

/** The words of the copy that marks what is wrong. */
export const ANNOTATION_WORDS = {
  summary: '错误汇总',
  headings: ['行', '单元格', '填写的内容', '问题', '怎么改'],
  note: '问题',
  hidden: '下载时的内容',
} as const

/** Says what is wrong at a cell of an uploaded template and how to mend it. */
export function templateIssueText(issue: TemplateIssue): {
  readonly line: number
  readonly column: number
  readonly text: string
  readonly said: string
  readonly mend: string
} {
  const { line, column, text } = issue
  const at = { line, column, text }
  switch (issue.kind) {
    case 'unknown-row':
      return { ...at, said: '编号不是本表的行', mend: '请从本看板下载模板填写，不要改动编号' }
    case 'name-differs':
      return {
        ...at,
        said: '与本行的编号不是同一个项目或同一项内容',
        mend: '编号和名称要成对；请从本看板重新下载模板，按名称填写',
      }
    case 'label-changed':
      return {
        ...at,
        said: `下载时是“${issue.printed}”，单位或内容改过，数的含义不能确定`,
        mend: '请改回下载时的名称和指标值，数按原来的单位填写；指标值经批准调整的，在“录入”中办理',
      }
    case 'row-twice':
      return { ...at, said: '同一编号有两行', mend: '删去其中一行' }
    case 'refused': {
      const { why, mend } = refusalText(issue.why)
      return { ...at, said: why, mend }
    }
    case 'doubtful':
      return {
        ...at,
        said: issue.doubts.map((doubt) => DOUBT_WORD[doubt]).join('；'),
        mend: issue.doubts.some((doubt) =>
          ['negative', 'far-over', 'far-over-100', 'far-over-target', 'falls'].includes(doubt),
        )
          ? '核对正负号、单位和位数；确实如此的，请在“录入”中填写并确认'
          : `如指 ${cellValueText(issue.suggestion, 'wan')}，请照此填写${
              issue.asRead && cellValueText(issue.asRead, 'wan') !== cellValueText(issue.suggestion, 'wan')
                ? `；如确为 ${cellValueText(issue.asRead, 'wan')}，请在“录入”中填写并确认`
                : ''
            }`,
      }
    case 'no-value':
      return {
        ...at,
        said: '是公式，文件里没有保存它的结果',
        mend: '用 Excel 或 WPS 打开，另存一份后再打开；或直接填写数值',
      }
    case 'not-a-choice':
      return { ...at, said: '不在可选范围内', mend: '请从下拉列表中选择' }
    case 'remark-without-value':
      return {
        ...at,
        said: '写了原因或预计，但该行没有填完成值',
        mend: '先填该行的完成值；支出的原因请写在指标行',
      }
  }
}

/** One cell that a template would change, in words: where, what stands there now, what would, and what to look at. */
export interface ChangeText {
  readonly key: string
  readonly place: string
  readonly cell: string
  readonly before: string
  readonly after: string
  readonly why: string
  readonly asked: boolean
  readonly answer: 'take' | 'skip' | null
}

function rowName(row: EntryRow): string {
  if (row.kind === 'spending') return '支出'
  return row.measure ? `${row.indicator.level3} · ${row.measure.name}` : row.indicator.level3
}

/** Says the changes of a template one by one. */
export function changeTexts(
  changes: readonly TemplateChange[],
  answers: ChangeAnswers,
  place: (column: number, line: number) => string,
): ChangeText[] {
  return changes.map((change) => {
    const { project, row, day, before, value, over, asked } = change
    const printed = asked?.printed ?? null
    return {
      key: changeKey(change),
      place: `${project.name} · ${rowName(row)} · ${dayWord(day)}`,
      cell: place(change.column, change.line),
      before: before === '' ? '未填报' : before,
      after: cellValueText(value, 'wan'),
      why: [
        ...(asked === null
          ? []
          : [
              printed === null
                ? '这份表格没有记下下载时的内容，不能确定这一格是不是新填的'
                : `下载后台账变过：下载时${printed === '' ? '未填报' : `为 ${printed}`}，现在${before === '' ? '未填报' : `为 ${before}`}`,
            ]),
        ...(over === null ? [] : [over === '100' ? '超过 100%，请核对' : '超出全年预算，请核对']),
      ].join('；'),
      asked: asked !== null,
      answer: answers.get(changeKey(change)) ?? null,
    }
  })
}

/** What is said of a template beside its faults: what is hidden and was not read, what is closed and stays out, rates above 100. `place` names a cell (`F18`) or, without a line, a column; `row` the project and the row of a line. */
export function templateNotes(
  hidden: readonly HiddenPart[],
  reading: TemplateReading,
  place: (column: number, line?: number) => string,
  row: (line: number) => string,
): string[] {
  const cell = ({ line, column, text }: { line: number; column: number; text: string }) =>
    `${place(column, line)}（${row(line)}）“${text}”`
  return [
    ...hidden.map((part) =>
      part.kind === 'hidden-sheet'
        ? `工作表“${part.text}”是隐藏的，有 ${part.rows} 行，没有读入；要录入的请取消隐藏，填到“${TEMPLATE_WORDS.sheet}”表中。`
        : part.kind === 'hidden-row'
          ? `第 ${part.line} 行（${part.text}）是隐藏的，没有读入；要录入的请取消隐藏或筛选后再打开。`
          : `${place(part.column)} 列（${part.text}）是隐藏的，没有读入；要录入的请取消隐藏后再打开。`,
    ),
    ...(reading.kind === 'refused'
      ? []
      : [
          ...reading.closed.map(
            (own) => `${cell(own)}所在节点已关闭，不录入；其余照录。请分管领导退回或解锁后再填。`,
          ),
          ...reading.blanked.map(
            (own) =>
              `${place(own.column, own.line)}（${row(own.line)}）${own.text.trim() === '' ? '空着' : `写的是“${own.text.trim()}”`}，现在的 ${own.before} 不变：${own.text.trim() === '' ? '空白' : '这样写'}不清除已录入的值；要清除的，请在“录入”中选定该格按 Delete，写明理由作废。`,
          ),
          ...reading.over100.map((own) => `${cell(own)}超过 100%，请核对；确可超过的照录。`),
        ]),
  ]
}

/** Says what other sheets of the file look like the one that is read and say something else. */
export function copiesText(sheet: string, copies: readonly CopiedSheet[]): string[] {
  return copies.map(({ name, differs }) =>
    differs === null
      ? `文件里另有“${name}”，像是填报表，但表头不全或写了别的单位，没有读入。`
      : `文件里另有“${name}”，有 ${differs} 格与“${sheet}”不同，没有读入。要录入它的，请选它；两张都要的，先录入一张，再打开文件选另一张。`,
  )
}
