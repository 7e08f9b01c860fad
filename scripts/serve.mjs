import { pathToFileURL } from 'node:url'
import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'
import { OPTION_LINES, serviceAsked, stopWith } from './serviceArguments.mjs'

const USAGE = `用法：npm run serve -- [选项]（npm start -- --share 与此相同）\n\n${OPTION_LINES}`

requireNode()
const { asked, problem } = serviceAsked(process.argv.slice(2), root, `${root}/dist`)
if (!asked) stopWith(problem, USAGE)
installPackages()
const { buildPages, buildService } = await import('./built.mjs')
await buildPages()
const { run } = await import(pathToFileURL(await buildService()).href)
await run(asked)
