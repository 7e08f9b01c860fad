/** Takes one act at a time: a second click or Enter while the first has no answer yet does nothing, so that nothing is entered twice. */
export function oneAtATime(): (act: () => Promise<boolean>) => Promise<boolean> {
  let busy = false
  return async (act) => {
    if (busy) return false
    busy = true
    try {
      return await act()
    } finally {
      busy = false
    }
  }
}
