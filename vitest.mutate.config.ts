import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests that judge a mutant of the domain: those of the domain, and those that drive it through a reader, a store or a sentence, without the screens; laws draw from one fixed seed and for 0.4 s at most, so that a verdict repeats. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: [
      'tests/domain/**/*.test.ts',
      'tests/documents/payments/**/*.test.ts',
      'tests/documents/{scoreRows,template,handoverTricks}.test.ts',
      'tests/format/**/*.test.ts',
      'tests/stores/**/*.test.ts',
      'tests/workers/paymentSession.test.ts',
    ],
    environment: 'node',
    setupFiles: ['./vitest.mutate.setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { TZ: 'Asia/Shanghai' },
  },
})
