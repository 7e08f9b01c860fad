const DWELL = 120

/** Tells which project's row the pointer rests on or the keyboard is in, by its place in the plan; `null` when it is none, and before printing. Returns what ends it. */
export function lookedRow(rows: HTMLElement, tell: (position: number | null) => void): () => void {
  let dwell: ReturnType<typeof setTimeout> | undefined
  function look({ type, target }: Event): void {
    const row =
      target instanceof Element && !type.endsWith('leave') && !type.endsWith('out')
        ? target.closest('tbody')?.querySelector<HTMLElement>('[data-project]')
        : null
    clearTimeout(dwell)
    dwell = setTimeout(() => tell(row ? Number(row.dataset.project) : null), DWELL)
  }
  const leave = () => tell(null)
  const hears = ['pointerover', 'pointerleave', 'focusin', 'focusout'] as const
  for (const kind of hears) rows.addEventListener(kind, look)
  addEventListener('beforeprint', leave)
  return () => {
    clearTimeout(dwell)
    for (const kind of hears) rows.removeEventListener(kind, look)
    removeEventListener('beforeprint', leave)
  }
}
