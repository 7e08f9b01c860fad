import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever it was cloned. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
