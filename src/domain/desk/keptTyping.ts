/** What was typed and kept as one text, by the name of its place; nothing where nothing was kept or the text is damaged. */
export function keptTyping<Typed extends object>(text: string | null): Partial<Typed> {
  if (text === null) return {}
  try {
    const kept: unknown = JSON.parse(text)
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : {}
  } catch {
    return {}
  }
}
