/** A small text kept for the next visit where the browser keeps anything; where it does not, it is forgotten without a word. */
export function forgetful(key: string): { read(): string | null; write(text: string): void } {
  return {
    read: () => {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write: (text) => {
      try {
        localStorage.setItem(key, text)
      } catch {
        /* asked again at the next visit */
      }
    },
  }
}
