import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

requireNode()
installPackages()
const [{ Stryker }, { default: ts }] = await Promise.all([
  import('@stryker-mutator/core'),
  import('typescript'),
])

const ROOMS = join(root, 'src/domain')
const FOUND = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])

const { values: asked } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    room: { type: 'string', multiple: true },
    share: { type: 'string', default: '15' },
    seed: { type: 'string', default: '11' },
    concurrency: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
})

/** Every declaration of a file as `{ range, weight }`: what Stryker is told to mutate, and its length in lines. */
function declarationsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const at = (position) => {
    const { line, character } = source.getLineAndCharacterOfPosition(position)
    return { line: line + 1, column: character }
  }
  return source.statements
    .filter(
      (each) => ts.isFunctionDeclaration(each) || ts.isClassDeclaration(each) || ts.isVariableStatement(each),
    )
    .map((each) => {
      const [from, to] = [at(each.getStart(source)), at(each.getEnd())]
      return {
        range: `${relative(root, file)}:${from.line}:${from.column}-${to.line}:${to.column}`,
        weight: to.line - from.line + 1,
      }
    })
}

/** The declarations of a room in an order that only the seed and their text's place decide. */
function shuffled(declarations) {
  const rank = ({ range }) => createHash('sha256').update(`${asked.seed} ${range}`).digest('hex')
  return declarations
    .map((each) => [rank(each), each])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
}

/** What is mutated of one room: all of it, or declarations drawn until they make the share of its lines. */
function drawn(room) {
  const declarations = readdirSync(join(ROOMS, room))
    .sort()
    .flatMap((file) => declarationsOf(join(ROOMS, room, file)))
  const lines = declarations.reduce((sum, { weight }) => sum + weight, 0)
  if (asked.all) return { room, lines, taken: lines, ranges: declarations.map(({ range }) => range) }
  let taken = 0
  const ranges = []
  for (const { range, weight } of shuffled(declarations)) {
    if (taken >= (lines * Number(asked.share)) / 100) break
    ranges.push(range)
    taken += weight
  }
  return { room, lines, taken, ranges }
}

function percent(part, whole) {
  return whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)} %`
}

function scoreLine(name, results) {
  const found = results.filter(({ status }) => FOUND.has(status)).length
  const missed = results.filter(({ status }) => MISSED.has(status)).length
  return `${name.padEnd(12)} ${percent(found, found + missed).padStart(8)}  ${found} of ${found + missed} found`
}

/** The reasons for which survivors are accepted; tests/scripts/acceptedMutants.test.ts holds them against the code. */
const REASONS = JSON.parse(readFileSync(join(root, 'scripts/acceptedMutants.json'), 'utf8'))

/** A survivor as it is told: where it is, the line it stands in, what was changed, and why it is accepted, if it is. */
function told({ fileName, location, mutatorName, replacement, status }) {
  const file = relative(root, fileName)
  const text = readFileSync(fileName, 'utf8').split('\n')[location.start.line - 1]?.trim() ?? ''
  const [to = ''] = (replacement ?? '').split('\n')
  const reason = REASONS.find(
    ({ mutator, to: wanted, lines, line }) =>
      (mutator === undefined || new RegExp(mutator).test(mutatorName)) &&
      (wanted === undefined || new RegExp(wanted).test(to)) &&
      (lines ? lines[file]?.includes(text) : new RegExp(line).test(text)),
  )
  const untested = status === 'NoCoverage' ? '(no test) ' : ''
  return {
    why: reason?.why ?? null,
    line: `  ${file}:${location.start.line} ${mutatorName} ${untested}→ ${to}\n      ${text}`,
  }
}

/** The survivors by the reason for which each is accepted, those without one last. */
function tellSurvivors(survivors) {
  const all = survivors.map(told)
  const accepted = all.filter(({ why }) => why !== null).length
  console.log(`\n${all.length} survivors, ${accepted} of them accepted`)
  for (const reason of [...REASONS.map(({ why }) => why), null]) {
    const own = all.filter(({ why }) => why === reason)
    const title = `${reason ?? 'not explained'} (${own.length})`
    if (own.length > 0) console.log(`\n${title}\n${own.map(({ line }) => line).join('\n')}`)
  }
}

const rooms = readdirSync(ROOMS).filter((room) => asked.room === undefined || asked.room.includes(room))
const parts = rooms.map(drawn)
const [taken, lines] = ['taken', 'lines'].map((key) => parts.reduce((sum, part) => sum + part[key], 0))
console.log(
  asked.all
    ? `every mutant of ${rooms.length} rooms of src/domain/ (${lines} lines)`
    : `a sample: ${taken} of ${lines} lines, whole declarations drawn with seed ${asked.seed} from each of ${rooms.length} rooms of src/domain/; --all mutates everything`,
)
const results = await new Stryker({
  mutate: parts.flatMap(({ ranges }) => ranges),
  concurrency: Number(asked.concurrency),
}).runMutationTest()
for (const room of rooms)
  console.log(
    scoreLine(
      room,
      results.filter(({ fileName }) => fileName.includes(`src/domain/${room}/`)),
    ),
  )
console.log(scoreLine('all', results))
const survivors = results.filter(({ status }) => MISSED.has(status))
if (survivors.length > 0) tellSurvivors(survivors)
