/** Builds the service into one file when something of it changed, and gives its path. */
export function buildService(): Promise<string>
