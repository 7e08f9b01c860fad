import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests that judge a mutant of the domain: those of the domain alone, without the screens; laws draw from one fixed seed and for 0.4 s at most, so that a verdict repeats. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['tests/domain/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['./vitest.mutate.setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { TZ: 'Asia/Shanghai' },
  },
})
