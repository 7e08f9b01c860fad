import { createHash } from 'node:crypto'
import { getManifest } from '@serwist/build'
import { build, type Plugin } from 'vite'

const SIGNED_NAME = /^assets\//

/** Writes `sw.js` beside the built page: everything in `dist/` is listed with its fingerprint, so a changed file is a new version. */
export function offlinePages(): Plugin {
  let folder = 'dist'
  return {
    name: 'offline-pages',
    apply: 'build',
    configResolved: ({ build: { outDir } }) => void (folder = outDir),
    closeBundle: {
      sequential: true,
      async handler() {
        const { manifestEntries = [], warnings } = await getManifest({
          globDirectory: folder,
          globPatterns: ['**/*'],
          globIgnores: ['sw.js'],
          dontCacheBustURLsMatching: SIGNED_NAME,
          maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
        })
        if (warnings.length > 0) this.error(warnings.join('\n'))
        const listed = JSON.stringify(manifestEntries)
        await build({
          configFile: false,
          logLevel: 'error',
          publicDir: false,
          define: {
            PRECACHE: listed,
            VERSION: JSON.stringify(createHash('sha256').update(listed).digest('hex').slice(0, 12)),
            'process.env.NODE_ENV': '"production"',
          },
          build: {
            target: 'es2022',
            outDir: folder,
            emptyOutDir: false,
            rolldownOptions: {
              input: 'src/workers/offline.sw.ts',
              output: { format: 'iife', entryFileNames: 'sw.js' },
            },
          },
        })
      },
    },
  }
}
