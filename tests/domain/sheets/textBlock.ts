import type { PastedBlock } from '@/domain/sheets/pastedBlock'

/** A block of texts as it is pasted: lines parted by tabs, the shorter ones filled up with blanks. */
export function textBlock(text: string, more: Partial<PastedBlock> = {}): PastedBlock {
  const rows = text.split('\n').map((line) => line.split('\t'))
  const width = Math.max(...rows.map((row) => row.length))
  return {
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    merged: [],
    underlying: [],
    ...more,
  }
}
