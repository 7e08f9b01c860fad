/** What a service is asked to run with, by a command's arguments; or `{ problem }`, a sentence, `''` where only help was wanted. */
export function serviceAsked(
  args: readonly string[],
  home: string,
  pages: string,
): { readonly asked?: unknown; readonly problem?: string }

/** Why a backup or a restore was not done, as a sentence; `otherwise` has the words for what the system or the database refused. */
export function careSentence(error: unknown, otherwise: (error: unknown) => string): string
