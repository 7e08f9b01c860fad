import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'

export type Theme = 'light' | 'dark'

/** Light or dark: the system's wish until the reader chooses; the choice is the reader's, not part of a link. */
export const useTheme = defineStore('theme', () => {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const systemDark = ref(system.matches)
  const chosen = ref<Theme | null>(readChoice())
  const theme = computed<Theme>(() => chosen.value ?? (systemDark.value ? 'dark' : 'light'))
  system.addEventListener('change', (event) => (systemDark.value = event.matches))
  watchEffect(() => (document.documentElement.dataset.theme = theme.value))
  return {
    theme,
    toggle: () => {
      chosen.value = theme.value === 'dark' ? 'light' : 'dark'
      keepChoice(chosen.value)
    },
  }
})

const KEY = 'jixiao-board.theme'

function readChoice(): Theme | null {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : null
  } catch {
    return null
  }
}

function keepChoice(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    /* a browser that keeps nothing still shows the theme for this visit */
  }
}
