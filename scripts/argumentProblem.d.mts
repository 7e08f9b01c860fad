/** Says in a sentence why a command's arguments cannot be read, from what `parseArgs` of Node says. */
export function argumentProblem(error: { readonly code?: string; readonly message: string }): string
