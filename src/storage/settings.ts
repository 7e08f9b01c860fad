import type { Setting } from './world'

/** A small text kept for the next visit where the browser keeps anything; where it does not, writing says so and nothing else happens. */
export function forgetful(key: string): Setting {
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
        if (text === null) localStorage.removeItem(key)
        else localStorage.setItem(key, text)
        return true
      } catch {
        return false
      }
    },
  }
}

/** The keys with this beginning under which a small text is kept here. */
export function keptKeys(beginning: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning))
  } catch {
    return []
  }
}
