import { spawnSync } from 'node:child_process'
import { root } from '../scripts/root.mjs'

const ROOMY = ['--min-semi-space-size=512', '--max-semi-space-size=512', '--expose-gc']

/** The growth of every reader, in a process with room for what is short-lived, so that the collector's copying is not taken for the reader's. */
export default function growth() {
  const { status } = spawnSync(process.execPath, [...ROOMY, `${root}/bench/growthOfReaders.mjs`], {
    stdio: 'inherit',
  })
  return status === 0
}
