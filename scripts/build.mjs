import { installPackages, requireNode } from './install.mjs'
import { root } from './root.mjs'

requireNode()
installPackages()
const { build } = await import('vite')
await build({ root })
