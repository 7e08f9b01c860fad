import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { program } from './steps.mjs'

const REPORT = `${root}/.cache/vitest.json`

/** The fast part: format, lint, types, unused code, unit and component tests. All steps run; counts are of tests. */
export async function check() {
  mkdirSync(`${root}/.cache`, { recursive: true })
  rmSync(REPORT, { force: true })
  const outcomes = [
    await program('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    await program('lint', 'oxlint/bin/oxlint', ['--deny-warnings', '--type-aware']),
    await program('lint templates', 'eslint/bin/eslint.js', ['--max-warnings', '0', 'src/**/*.vue']),
    await program('types', 'vue-tsc/bin/vue-tsc.js', ['--noEmit']),
    await program('unused', 'knip/bin/knip.js', []),
    await program('unit and component tests', 'vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ]),
  ]
  return { passed: outcomes.every(Boolean), tests: counted() }
}

function counted() {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'))
    return { passed: report.numPassedTests, failed: report.numFailedTests + report.numFailedTestSuites }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  requireNode()
  installPackages()
  const { passed, tests } = await check()
  console.log(`${tests.passed} passed, ${tests.failed} failed`)
  process.exit(passed && tests.passed > 0 ? 0 : 1)
}
