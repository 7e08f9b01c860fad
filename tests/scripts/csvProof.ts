import {
  order,
  partLight,
  parts,
  plus,
  read,
  spentOf,
  target,
  text,
  times,
  whole,
  type Fraction,
  type Part,
  type Stored,
  type Value,
} from './recomputed'

/** The cells of a .csv as RFC 4180 has them, the leading apostrophe of a marked text taken off. */
export function csvRows(file: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const plain = file.replace(/^\uFEFF/, '')
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? ''
    if (quoted && sign === '"' && plain[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === ',' || sign === '\n')) {
      rows.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  const [headings = [], ...lines] = rows
  return lines
    .filter((line) => line.length === headings.length)
    .map((line) => Object.fromEntries(headings.map((name, at) => [name, (line[at] ?? '').replace(/^'/, '')])))
}

type Line = Record<string, string>

const SCHEMES: Record<string, { groups: Record<string, number>; execution: string }> = {
  '财预〔2020〕10号': { groups: { 产出: 50, 效益: 30, 满意度: 10 }, execution: 'linear' },
  '财预〔2021〕101号': { groups: { 成本: 20, 产出: 40, 效益: 20, 满意度: 10 }, execution: 'bands' },
}
const DEFAULT = '财预〔2020〕10号'

function groupOf(level1: string, level2: string, scheme: string): string {
  const [first, second] = [level1, level2].map((name) => name.replace(/指标$/, ''))
  if (scheme !== DEFAULT && (second ?? '').endsWith('成本')) return '成本'
  if (first === '成本') return scheme === DEFAULT ? '产出' : '成本'
  if (first === '效果') return '效益'
  return (first ?? '').includes('满意度') ? '满意度' : (first ?? '')
}

/** domain.md §7: the points of a group in equal parts of 2 places, the hundredths left over to the first. */
function equalParts(points: number, count: number): Fraction[] {
  const each = Math.floor((points * 100) / count)
  const left = points * 100 - each * count
  return Array.from({ length: count }, (_, at) => ({ over: BigInt(each + (at < left ? 1 : 0)), under: 100n }))
}

const after = (a: Line, b: Line) => Number(a.序号) - Number(b.序号)
const fold = (a: Line, b: Line) =>
  a.所属日期 === b.所属日期 ? after(a, b) : (a.所属日期 ?? '') < (b.所属日期 ?? '') ? -1 : 1

/** What counts of the rows up to one of them: those not kept aside, without what a standing void names. */
function counting(rows: readonly Line[], upTo: number): Line[] {
  const known = rows.filter((row) => Number(row.序号) <= upTo && row.状态 !== '暂不计入')
  const voids = known.filter(({ 类别 }) => 类别 === '作废')
  const out = (id = ''): boolean => voids.some((one) => one.所指编号 === id && !out(one.编号))
  return known.filter((row) => row.类别 !== '作废' && !out(row.编号))
}

function places(list: string): Map<string, Fraction> {
  return new Map(
    list.split('；').flatMap((cell) => {
      const [place, weight] = cell.split(' ')
      return place && weight ? [[place, read(weight)] as const] : []
    }),
  )
}

const KINDS: Record<string, string> = { 支出: 'payment', 累计支出: 'spending-total', 零支出: 'zero-spending' }
const BANDS: Record<string, Value['band'] & string> = {
  达成预期指标: 'achieved',
  部分达成并具有一定效果: 'partly',
  未达成且效果较差: 'not',
}

function stored(row: Line): Stored {
  const [, word = '', percent] =
    /^(达成预期指标|部分达成并具有一定效果|未达成且效果较差)(?: (.+)%)?$/.exec(row.新值 ?? '') ?? []
  const band = BANDS[word]
  return {
    id: row.编号 ?? '',
    kind: KINDS[row.类别 ?? ''] ?? row.类别 ?? '',
    subject: row.对象编号 ?? '',
    effectiveOn: row.所属日期 ?? '',
    recordedAt: (row.序号 ?? '').padStart(9, '0'),
    author: row.填报人 ?? '',
    amount: row['金额（元）'],
    measure: (row.分项 ?? '').split(' ')[0] || null,
    value: band ? { kind: 'band', band, percent: percent ?? null } : { kind: 'text', text: row.新值 ?? '' },
  }
}

/** A row of a sheet as the .csv alone gives it: its weight, its points or `null` while it is open. */
export interface ProvenRow {
  readonly id: string
  readonly weight: string
  readonly points: string | null
}

function rounded(points: Fraction): string {
  const [digits = '0', places = ''] = text(points, 2).split('.')
  return `${digits}.${places.padEnd(2, '0')}`
}

/** Works a project's sheet of a year out from the rows of an exported ledger alone (domain.md §3, §5–7), with this folder's own arithmetic. */
export function provenSheet(rows: readonly Line[], plan: string, project: string, year: number): ProvenRow[] {
  const last = Math.max(0, ...rows.map((row) => Number(row.序号)))
  const schemeAt = (upTo: number) =>
    counting(rows, upTo)
      .filter(
        (row) => row.类别 === '评分方案' && row.对象编号 === plan && (row.所属日期 ?? '') <= `${year}-12-31`,
      )
      .sort(fold)
      .at(-1)?.新值 ?? DEFAULT
  const scheme = schemeAt(last)
  const about = (id: string, word: string) =>
    counting(rows, last)
      .filter((row) => row.对象编号 === id && row.类别 === word && (row.所属日期 ?? '') <= `${year}-12-31`)
      .sort(fold)
  const published = rows.filter(({ 状态, 对象编号 = '' }) => 状态 === '公开' && 对象编号.startsWith(project))
  const indicators = published.filter(
    ({ 类别, 对象编号 = '' }) => 类别 === '指标值' && 对象编号.startsWith(`${project}/`),
  )
  const weights = new Map<string, Fraction>([['执行率', whole(10)]])
  for (const [group, points] of Object.entries(SCHEMES[scheme]?.groups ?? {})) {
    const own = indicators.flatMap(({ 内容 = '' }, at) => {
      const [level1 = '', level2 = ''] = 内容.split(' / ')
      return groupOf(level1, level2, scheme) === group ? [`第${at + 1}项`] : []
    })
    equalParts(points, Math.max(1, own.length)).forEach((part, at) => own[at] && weights.set(own[at], part))
  }
  const set = about(project, '权重').filter((row) => schemeAt(Number(row.序号)) === scheme)
  for (const [place, weight] of places(set.at(-1)?.新值 ?? '')) weights.set(place, weight)
  const off = (id: string) => {
    const [, points] = /^扣 ([\d.]+) 分$/.exec(about(id, '扣分').at(-1)?.新值 ?? '') ?? []
    return points ? read(points) : whole(0)
  }
  const done = (id: string, place: string, share: Fraction | null): ProvenRow => {
    const weight = weights.get(place) ?? whole(0)
    const rule = share && rounded(times(weight, share))
    const left = rule === null ? null : plus(read(rule), times(off(id), whole(-1)))
    return {
      id,
      weight: text(weight, 2),
      points: left && (order(left, whole(0)) < 0 ? '0.00' : rounded(left)),
    }
  }
  const initial = published.find((row) => row.类别 === '年初预算' && row.对象编号 === project)
  const budget = about(project, '预算调整').reduce(
    (sum, row) => plus(sum, read(row['金额（元）'] ?? '0')),
    read(initial?.['金额（元）'] ?? '0'),
  )
  const { spent } = spentOf(
    [...about(project, '支出'), ...about(project, '累计支出'), ...about(project, '零支出')]
      .sort(fold)
      .map(stored),
  )
  return [
    done(project, '执行率', spent && executed(spent, budget, SCHEMES[scheme]?.execution ?? '')),
    ...indicators.map(({ 对象编号: id = '', 新值: printed = '' }, at) => {
      const share = indicatorShare(
        (day) =>
          about(id, '目标调整')
            .filter(({ 所属日期 = '' }) => 所属日期 <= day)
            .at(-1)?.新值 ?? printed,
        `${year}-12-31`,
        about(id, '指标拆分').at(-1),
        about(id, '指标完成值'),
      )
      const floored = share && scheme !== DEFAULT && order(times(share, whole(100)), whole(60)) < 0
      return done(id, `第${at + 1}项`, floored ? whole(0) : share)
    }),
  ]
}

function executed(spent: Fraction, budget: Fraction, rule: string): Fraction | null {
  if (order(budget, whole(0)) <= 0) return null
  const reached = (percent: number) => order(times(spent, whole(100)), times(budget, whole(percent))) >= 0
  if (rule === 'bands') {
    const share = reached(95) ? 100 : reached(80) ? 80 : reached(60) ? 60 : 0
    return parts(whole(share), whole(100))
  }
  if (order(spent, whole(0)) < 0) return whole(0)
  return reached(100) ? whole(1) : parts(spent, budget)
}

/** The share a row earns: 1 when met, the ratio when missed, a band's points; of a split one the least; `null` while a judged part is open. */
function indicatorShare(
  printedOn: (day: string) => string,
  end: string,
  split: Line | undefined,
  actuals: readonly Line[],
): Fraction | null {
  const wanted = target(printedOn(end))
  const named = [...(split?.新值 ?? '').matchAll(/(\w+)=[^（；]*（(评判|不评判)(，逐期累计)?）/g)]
  const pieces: Part[] =
    named.length === 0
      ? [{ id: null, name: '', judged: true, buildsUp: false }]
      : named.map(([, id = '', judged, builds]) => ({
          id,
          name: '',
          judged: judged === '评判',
          buildsUp: builds !== undefined,
        }))
  const shares: Fraction[] = []
  for (const piece of pieces) {
    const entry = actuals
      .map(stored)
      .filter(({ measure }) => measure === piece.id)
      .at(-1)
    const own = target(printedOn(entry?.effectiveOn ?? end))
    const { light, ratio } = partLight(wanted, piece, entry, whole(100), own)
    if (light === 'unreported') return null
    if (light === 'not-judged') continue
    const value = entry?.value as Value
    if (value.kind === 'band') {
      if (value.percent === null || value.percent === undefined) return null
      shares.push(parts(read(value.percent), whole(100)))
    } else shares.push(light === 'met' ? whole(1) : (ratio ?? whole(0)))
  }
  const [first, ...rest] = shares
  return first ? rest.reduce((least, one) => (order(one, least) < 0 ? one : least), first) : null
}

/** 决策 15, 过程 20, 产出 35, 效益 30 (domain.md §12), and the 二级指标 a row starts from. */
const FRAME: readonly (readonly [name: string, weight: string, from: RegExp | null])[] = [
  ['项目立项', '5', null],
  ['绩效目标', '5', null],
  ['资金投入', '5', null],
  ['资金管理', '12', null],
  ['组织实施', '8', null],
  ['产出数量', '8.75', /数量/],
  ['产出质量', '8.75', /质量/],
  ['产出时效', '8.75', /时效/],
  ['产出成本', '8.75', /成本/],
  ['社会效益（含经济、生态效益）', '10', /^(?!.*满意).*(?:社会|经济效益|生态)/],
  ['可持续影响', '10', /可持续/],
  ['满意度', '10', /满意/],
]

/** Works 绩效评价 of a project out from the rows of an exported ledger alone: the points of each row that has any, by name. */
export function provenAppraisal(
  rows: readonly Line[],
  plan: string,
  project: string,
  year: number,
): { readonly name: string; readonly points: string | null }[] {
  const last = Math.max(0, ...rows.map((row) => Number(row.序号)))
  const about = (id: string, word: string, at = last) =>
    counting(rows, at).filter(
      (row) => row.对象编号 === id && row.类别 === word && (row.所属日期 ?? '') <= `${year}-12-31`,
    )
  const named = (list: string, name: string, between: string) =>
    list
      .split(between)
      .find((cell) => cell.startsWith(`${name} `))
      ?.slice(name.length + 1)
  const frameAt = (at: number) => about(plan, '绩效评价分值', at).sort(fold).at(-1)?.新值 ?? ''
  const frame = frameAt(last)
  const sheet = provenSheet(rows, plan, project, year)
  const levels = rows
    .filter(
      ({ 状态, 类别, 对象编号 = '' }) =>
        状态 === '公开' && 类别 === '指标值' && 对象编号.startsWith(`${project}/`),
    )
    .map(({ 对象编号 = '', 内容 = '' }) => ({ id: 对象编号, level2: 内容.split(' / ')[1] ?? '' }))
  const said = about(project, '绩效评价').sort(after)
  return FRAME.flatMap(([name, ours, from]) => {
    const weight = read(named(frame, name, '；') ?? ours)
    if (order(weight, whole(0)) === 0) return []
    const words = said.flatMap((row) => {
      const own = new RegExp(`(?:^|、)${name} ([\\d.]+)`).exec((row.新值 ?? '').split('；依据：')[0] ?? '')
      return own?.[1] ? [{ row, points: read(own[1]) }] : []
    })
    const standing = words.filter(
      ({ row }, at) =>
        !words
          .slice(at + 1)
          .some(
            ({ row: later }) =>
              later.填报人 === row.填报人 || (later.所指编号 ?? '').split('、').includes(row.编号 ?? ''),
          ),
    )
    const [one, ...others] = standing.map(({ points }) => points)
    if (one) {
      const then = read(named(frameAt(Number(standing.at(-1)?.row.序号)), name, '；') ?? ours)
      const agreed =
        others.every((other) => order(other, one) === 0) &&
        order(one, weight) <= 0 &&
        order(then, weight) === 0
      return [{ name, points: agreed ? rounded(one) : null }]
    }
    const own = sheet.filter(
      ({ id, weight: points }) =>
        from !== null &&
        order(read(points), whole(0)) > 0 &&
        levels.some((level) => level.id === id && from.test(level.level2)),
    )
    if (own.length === 0 || own.some(({ points }) => points === null)) return [{ name, points: null }]
    const add = (values: readonly string[]) =>
      values.reduce<Fraction>((sum, value) => plus(sum, read(value)), whole(0))
    const ratio = parts(add(own.map(({ points }) => points ?? '0')), add(own.map((row) => row.weight)))
    return [{ name, points: rounded(times(weight, ratio)) }]
  })
}
