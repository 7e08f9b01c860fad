import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import { useWorld } from './world'

export type Theme = 'light' | 'dark'

/** Light or dark: the system's wish until the reader chooses; the choice is the reader's, not part of a link. */
export const useTheme = defineStore('theme', () => {
  const { appearance, setting } = useWorld()
  const choice = setting('jixiao-board.theme')
  const systemDark = ref(appearance.prefersDark())
  const chosen = ref<Theme | null>(themeOf(choice.read()))
  const theme = computed<Theme>(() => chosen.value ?? (systemDark.value ? 'dark' : 'light'))
  appearance.whenPreferenceChanges(() => (systemDark.value = appearance.prefersDark()))
  watchEffect(() => appearance.paint(theme.value))
  return {
    theme,
    toggle: () => {
      chosen.value = theme.value === 'dark' ? 'light' : 'dark'
      choice.write(chosen.value)
    },
  }
})

function themeOf(kept: string | null): Theme | null {
  return kept === 'light' || kept === 'dark' ? kept : null
}
