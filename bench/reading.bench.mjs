import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { createServer } from 'vite'
import { root } from '../scripts/root.mjs'

const TABLES = 1_000
const RUNS = 3
const LEAST_RATIO = 3
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function paragraph(text) {
  const font = '<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/><w:sz w:val="21"/>'
  return `<w:p><w:pPr><w:spacing w:line="300" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr>${font}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

function cell(lines, { span = 1, merge = null } = {}) {
  const down = merge === null ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const properties = `<w:tcW w:w="${span * 700}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${down}<w:vAlign w:val="center"/>`
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${lines.map(paragraph).join('')}</w:tc>`
}

function table(columns, rows) {
  const grid = '<w:gridCol w:w="700"/>'.repeat(columns)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((cells) => `<w:tr><w:trPr><w:trHeight w:val="400"/></w:trPr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
}

/** One 绩效目标表 as published: title, upper part, blank line, indicators, merged both ways. */
function form(number, { code, name, budget, purpose, schedule, goals, indicators }) {
  const wide = (text, span) => cell([text ?? ''], { span })
  const months = Object.keys(schedule).sort()
  const upper = table(13, [
    [wide('323002沧州市南大港管理区劳动和社会保障局', 7), wide('单位：万元', 6)],
    [wide('项目编码', 1), wide(code, 4), wide('项目名称', 2), wide(name, 6)],
    [
      cell(['预算规模及资金用途'], { merge: 'restart' }),
      ...['预算数', budget.total, '其中：财政资金', budget.fiscal, '其他资金', budget.other].map((text) =>
        wide(text, 2),
      ),
    ],
    [cell([''], { merge: 'continue' }), wide(purpose, 12)],
    [
      cell(['资金支出计划（%）'], { merge: 'restart' }),
      ...months.map((month) => wide(`${Number(month)}月底`, 3)),
    ],
    [cell([''], { merge: 'continue' }), ...months.map((month) => wide(schedule[month], 3))],
    [wide('绩效目标', 1), cell(goals, { span: 12 })],
  ])
  const headings = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据']
  const lower = table(6, [
    headings.map((text) => cell([text])),
    ...indicators.map(({ level1, level2, level3, description, target, basis }, index) => {
      const first = indicators[index - 1]?.level1 !== level1
      return [
        cell([first ? level1 : ''], { merge: first ? 'restart' : 'continue' }),
        ...[level2, level3, description, target, basis].map((text) => cell([text])),
      ]
    }),
  ])
  return `${paragraph(`${number}、${name}绩效目标表`)}${upper}${paragraph(' ')}${lower}`
}

/** A province's worth of one document: 1,000 forms, the six published ones over and over with numbers of their own. */
function provinceDocument() {
  const { projects } = JSON.parse(readFileSync(`${root}/public/data/2020-323002.json`, 'utf8'))
  const forms = Array.from({ length: TABLES }, (_, index) =>
    form(index + 1, projects[index % projects.length]),
  )
  const rels = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
  const types = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
  const body = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${forms.join('')}</w:body></w:document>`
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(rels),
    'word/document.xml': strToU8(body),
  })
}

async function fastest(run) {
  const times = []
  for (let round = 0; round < RUNS; round += 1) {
    const started = performance.now()
    await run()
    times.push(performance.now() - started)
  }
  return Math.min(...times)
}

/** 1,000 绩效目标表 in one .docx: our reader beside a general converter to HTML, in the same run on the same bytes; ours at least three times faster. */
export default async function reading() {
  const server = await createServer({
    root,
    server: { middlewareMode: true },
    appType: 'custom',
    logLevel: 'error',
  })
  try {
    const { readOfficeFile } = await server.ssrLoadModule('/src/documents/reading/archive/officeFile.ts')
    const bytes = provinceDocument()
    const read = readOfficeFile(bytes)
    const tables = read.ok ? read.document.blocks.filter(({ kind }) => kind === 'table').length : 0
    const ours = await fastest(() => readOfficeFile(bytes))
    const started = performance.now()
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    const theirs = performance.now() - started
    const ratio = theirs / ours
    console.log(
      `reading ${TABLES} 绩效目标表 (${tables} tables, ${(bytes.length / 1_000_000).toFixed(1)} MB): ${ours.toFixed(0)} ms, general converter ${theirs.toFixed(0)} ms: ${ratio.toFixed(1)} times faster (at least ${LEAST_RATIO})`,
    )
    return tables === TABLES * 2 && ratio >= LEAST_RATIO
  } finally {
    await server.close()
  }
}
