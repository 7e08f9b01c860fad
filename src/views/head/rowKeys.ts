const REACHABLE = 'a[href], button:not(:disabled), summary'

/** Up and down between the rows of a table that is read: from a link in one row to the one in the same column of the next; a cell over several columns (a reason below its row) is passed over; grids that are typed into have keys of their own. */
export function stepRows(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const from = event.target instanceof HTMLElement ? event.target.closest('td, th') : null
  const row = from?.closest('tr')
  const table = row?.closest('table:not([role=grid])')
  if (!from || !row || !table || row.closest('thead')) return
  const column = [...row.children].indexOf(from)
  const rows = [...table.querySelectorAll('tbody tr')]
  for (let place = rows.indexOf(row) + step; rows[place]; place += step) {
    const cell = rows[place]?.children[column]
    const next = cell?.querySelector<HTMLElement>(REACHABLE)
    if (!next || (cell instanceof HTMLTableCellElement && cell.colSpan > 1)) continue
    event.preventDefault()
    next.focus()
    next.scrollIntoView({ block: 'nearest' })
    return
  }
}
