import { writeXlsx } from 'hucre/xlsx'
import { createServer } from 'vite'
import { root } from '../scripts/root.mjs'
import { ENTRIES } from './tenThousand.mjs'

const RUNS = 3
const MOST = 3

/** Milliseconds of the middle one of a few runs. */
async function middle(work) {
  const spent = []
  for (let at = 0; at < RUNS; at += 1) {
    const begun = performance.now()
    await work()
    spent.push(performance.now() - begun)
  }
  return spent.sort((a, b) => a - b)[Math.floor(RUNS / 2)]
}

/** The auditor's workbook of a long year: reading the entries, folding and writing it, as a ratio to the bare library writing the same cells, their styles with them. */
export default async function workbook() {
  const server = await createServer({
    root,
    logLevel: 'error',
    server: { middlewareMode: true },
    appType: 'custom',
  })
  try {
    const { BookWriting } = await server.ssrLoadModule('/src/workers/bookWriting.ts')
    const { readFileSync } = await import('node:fs')
    const text = readFileSync(`${root}/public/data/2020-323002.json`, 'utf8')
    const order = {
      what: 'ledger',
      format: 'xlsx',
      plan: { text, file: '2020-323002.json' },
      ledger: '2020-323002',
      origin: 'real',
      asOf: '2020-12-31',
      knownOn: null,
      knownAt: null,
    }
    const entries = Array.from({ length: ENTRIES }, (_, at) => ({
      id: `01700000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      schema: 1,
      plan: '2020-323002',
      kind: 'payment',
      subject: `2020-323002/${1 + (at % 6)}`,
      effectiveOn: `2020-${String(1 + ((at * 7) % 12)).padStart(2, '0')}-${String(1 + ((at * 11) % 28)).padStart(2, '0')}`,
      recordedAt: new Date(Date.UTC(2020, 11, 1) + at * 1000).toISOString(),
      author: '王芳',
      amount: '1000.55',
      memo: '',
      voucher: `记-${at}`,
      stated: null,
    }))
    let bytes = new Uint8Array()
    const ours = await middle(async () => {
      const writing = new BookWriting(order)
      writing.add(entries)
      bytes = await writing.write()
    })
    const { readXlsx } = await import('hucre/xlsx')
    const { name, rows, cells } = (await readXlsx(bytes, { readStyles: true })).sheets[0]
    const bare = await middle(() => writeXlsx({ sheets: [{ name, rows, cells }] }))
    const ratio = ours / bare
    console.log(
      `auditor's workbook of ${ENTRIES} entries, from text to file: ${ours.toFixed(0)} ms; the bare library writing the same cells: ${bare.toFixed(0)} ms (ratio ${ratio.toFixed(1)} of ${MOST} allowed)`,
    )
    return rows.length === ENTRIES + 2 && ratio <= MOST
  } finally {
    await server.close()
  }
}
