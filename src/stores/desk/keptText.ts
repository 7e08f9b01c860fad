import type { TypedText } from '@/storage/typedMirror'
import type { World } from '@/storage/world'

/** A kept text with the moment it bears; texts of before they bore one begin with a brace and are the oldest. */
export function readKept(stored: string | null): Pick<TypedText, 'text' | 'at'> | null {
  if (stored === null) return null
  const [, at = '0', text = ''] = /^(\d+)\|(.*)$/s.exec(stored) ?? [stored, '0', stored]
  return { at: Number(at), text: text === '' ? null : text }
}

/** The texts that the settings keep: a page that ended at once had them there before its mirror could write. */
export function keptTexts(
  { setting, settingKeys }: Pick<World, 'setting' | 'settingKeys'>,
  beginning: string,
): readonly TypedText[] {
  return settingKeys(beginning).flatMap((key) => {
    const kept = readKept(setting(key).read())
    return kept ? [{ key, ...kept }] : []
  })
}
