import { defineStore } from 'pinia'
import { ref } from 'vue'
import { saveFile } from '@/storage/saveFile'

/** Hands files to the browser and says where the last one went; a name holds no sign that a file system refuses. */
export const useSaving = defineStore('saving', () => {
  const last = ref<string | null>(null)
  return {
    last,
    save: (name: string, content: Blob) => {
      const safe = name.replace(/[\\/:*?"<>|\s]+/g, '-')
      saveFile(safe, content)
      last.value = safe
    },
  }
})
