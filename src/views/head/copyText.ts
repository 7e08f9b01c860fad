/** Puts a text on the clipboard, also where the page came over plain http and has no clipboard of its own; `false` where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelected(text)
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  field.setAttribute('aria-hidden', 'true')
  document.body.append(field)
  const back = document.activeElement
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (back instanceof HTMLElement) back.focus({ preventScroll: true })
  return done
}
