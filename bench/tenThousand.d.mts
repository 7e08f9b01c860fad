import type { Page } from '@playwright/test'

export declare const ENTRIES: number
export declare function seed(page: Page): Promise<void>
