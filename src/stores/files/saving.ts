import { defineStore } from 'pinia'
import { ref } from 'vue'
import { fileName } from '@/documents/fileName'
import { useWorld } from '../world'

/** Hands files to the browser and says where the last one went; a name holds no sign that a file system refuses. */
export const useSaving = defineStore('saving', () => {
  const { saveFile } = useWorld()
  const last = ref<string | null>(null)
  return {
    last,
    /** Hands a file over; returns the name it has there. */
    save: (name: string, content: Blob): string => {
      const safe = fileName(name)
      saveFile(safe, content)
      last.value = safe
      return safe
    },
  }
})
