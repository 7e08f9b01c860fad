import { root } from './root.mjs'

/**
 * Gives `use` a loader of the project's own TypeScript, by path from the project's folder ('src/domain/number/money.ts'), and resolves to what `use` does.
 * Everything loaded shares one arithmetic, and the loader stays open until `use` is done, so that a reader's lazy import() works as in the page.
 */
export async function withSources(use) {
  const { createServer } = await import('vite')
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    resolve: { alias: { '@': `${root}/src` } },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    return await use((path) => server.ssrLoadModule(`/${path}`))
  } finally {
    await server.close()
  }
}
