const INDENT = '  '

/**
 * Writes a plan as its file is written (domain.md §2): two blanks a level, keys in their order, months in the order of the year, one line break at the end.
 * `JSON.stringify` would put the months 10 and 12 before 03.
 */
export function planFileText(plan: unknown): string {
  return `${written(plan, '')}\n`
}

function written(value: unknown, margin: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const inner = margin + INDENT
  const list = Array.isArray(value)
  const parts = list
    ? value.map((item: unknown) => written(item, inner))
    : keysOf(value).map(
        (key) => `${JSON.stringify(key)}: ${written((value as Record<string, unknown>)[key], inner)}`,
      )
  const [open, close] = list ? ['[', ']'] : ['{', '}']
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`
}

/** Keys as they stand, but months sorted: an object holds those that are whole numbers first. */
function keysOf(value: object): string[] {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => /^\d{2}$/.test(key)) ? keys.sort() : keys
}
