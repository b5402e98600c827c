import { displaySafe } from '../language/displaySafe.ts'
import type { Locale } from '../language/locales.ts'
import { nameText, type PersonName } from '../language/names.ts'
import { pick, type Translated } from '../language/translated.ts'

/** A person's name, or the label of somebody who acts for an office without being a real person (the demonstration's people). */
export type StoredName = PersonName | { label: Translated }

/** The name for a reader, safe to put into a sentence. */
export function storedNameText(name: StoredName, reader: Locale): string {
  return 'label' in name ? displaySafe(pick(name.label, reader)?.text ?? '') : nameText(name, reader)
}
