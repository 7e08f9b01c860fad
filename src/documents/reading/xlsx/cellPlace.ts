const PLACE = /^(.*)!([A-Z]{1,3})(\d+)$/s

/** Where a cell is, its sheet and its row and column from 0, by a reference like 填报!E3; `null` for any other text. */
export function cellPlace(
  where: string | null,
): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const [, sheet, letters, digits] = PLACE.exec(where ?? '') ?? []
  if (sheet === undefined || letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { sheet, row: Number(digits) - 1, column: column - 1 }
}
