import type { TypedText } from '@/storage/typedMirror'

/** A kept text with the moment it bears; texts of before they bore one begin with a brace and are the oldest. */
export function readKept(stored: string | null): Pick<TypedText, 'text' | 'at'> | null {
  if (stored === null) return null
  const [, at = '0', text = ''] = /^(\d+)\|(.*)$/s.exec(stored) ?? [stored, '0', stored]
  return { at: Number(at), text: text === '' ? null : text }
}
