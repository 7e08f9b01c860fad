import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

const KEY = 'jixiao-board.author'

/** Who enters on this machine; it stands on every entry. Kept for the next visit where the browser keeps anything. */
export const useAuthor = defineStore('author', () => {
  const name = ref(read())
  watch(name, keep)
  return { name }
})

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

function keep(name: string): void {
  try {
    localStorage.setItem(KEY, name)
  } catch {
    /* a browser that keeps nothing asks again at the next visit */
  }
}
