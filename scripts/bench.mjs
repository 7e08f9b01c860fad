import { readdirSync } from 'node:fs'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

requireNode()
installPackages()
const benches = readdirSync(`${root}/bench`).filter((name) => name.endsWith('.bench.mjs'))
const outcomes = []
for (const name of benches.sort()) {
  const { default: bench } = await import(`${root}/bench/${name}`)
  outcomes.push(await bench())
}
process.exit(outcomes.every(Boolean) ? 0 : 1)
