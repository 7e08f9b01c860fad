import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { contentPolicies } from './scripts/contentPolicy.ts'
import { firstPacked, firstVisit, iconInside, runtimeInside } from './scripts/firstVisit.ts'
import { guidePages, VUE_FILES } from './scripts/guidePages.ts'
import { leanNumbers } from './scripts/leanDecimal.ts'
import { offlinePages } from './scripts/offline.ts'
import { screenStyles } from './scripts/screenStyles.ts'
import { VUE_PARTS } from './scripts/vueParts.ts'

const src = fileURLToPath(new URL('./src', import.meta.url))

/** One configuration for the app, its static build and its unit and component tests. */
export default defineConfig({
  base: './',
  plugins: [
    guidePages(),
    vue({ include: VUE_FILES }),
    contentPolicies(),
    iconInside(),
    firstPacked(),
    runtimeInside(),
    screenStyles(),
    leanNumbers(),
    offlinePages(),
  ],
  resolve: { alias: { '@': src } },
  define: VUE_PARTS,
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 800,
    manifest: true,
    // a screen's own chunk asks for the scripts it needs: a list of all of them would weigh 0.6 KB in the first one
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    rolldownOptions: {
      output: {
        // every name stands in the first chunk's list: only what a reader may look for has more than its fingerprint
        chunkFileNames: ({ isDynamicEntry }) => `assets/${isDynamicEntry ? '[name]-' : ''}[hash].js`,
        assetFileNames: 'assets/[hash][extname]',
        codeSplitting: { groups: [firstVisit()] },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/components/**', 'tests/views/**', 'tests/e2e/**'],
          env: { TZ: 'Asia/Shanghai' },
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.ts', 'tests/views/**/*.test.ts'],
          env: { TZ: 'Asia/Shanghai' },
        },
      },
    ],
  },
})
