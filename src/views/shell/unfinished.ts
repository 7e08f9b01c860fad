const FIELDS = 'input, textarea, select, [contenteditable="true"]'
const typed = new Set<Element>()

/** Remembers which fields people type in. A field that the page keeps by itself carries `data-kept`. */
export function watchTyping(): void {
  addEventListener('input', ({ target }) => target instanceof Element && typed.add(target), true)
}

/** Whether something half-written, or read and not yet taken over (`data-unfinished`), stands on the page and would be lost with it. */
export function unfinished(): boolean {
  if (document.querySelector('[data-unfinished]')) return true
  for (const field of typed) if (!field.isConnected) typed.delete(field)
  return [...typed].some((field) => !field.closest('[data-kept]') && holds(field))
}

/** Whether somebody is typing right now, kept or not: the field that has the keyboard holds what was typed into it. */
export function beingTyped(): boolean {
  const { activeElement: field } = document
  return field !== null && typed.has(field) && holds(field)
}

function holds(field: Element): boolean {
  if (!field.matches(FIELDS)) return false
  if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) return field.checked
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.value.trim() !== ''
  return field instanceof HTMLSelectElement ? false : (field.textContent ?? '').trim() !== ''
}
