/** How a mutant of the domain is tried: only the tests that run its line, each in the order of the files. `npm run mutate` says what is mutated. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutate.config.ts' },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['/dist', '/docs', '/bench', '/tests/e2e', '/test-results', '/*.md'],
  disableTypeChecks: false,
  reporters: ['progress-append-only'],
  tempDirName: '.stryker-tmp',
  allowEmpty: true,
  logLevel: 'warn',
}
