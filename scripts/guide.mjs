import { requireBrowser } from './browser.mjs'
import { installPackages, requireNode } from './install.mjs'
import { program } from './steps.mjs'

requireNode()
installPackages()
const made =
  (await program('build', 'vite/bin/vite.js', ['build'])) &&
  (await program(
    'pictures',
    '@playwright/test/cli.js',
    ['test', 'tests/e2e/guide.spec.ts', '-g', 'the pictures of the guide'],
    { CHROMIUM_PATH: requireBrowser(), GUIDE_PICTURES: '1' },
  ))
process.exit(made ? 0 : 1)
