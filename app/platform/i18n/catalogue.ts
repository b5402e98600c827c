import { de } from '../../../locales/de.ts'
import { type Catalogue, en } from '../../../locales/en.ts'
import { fr } from '../../../locales/fr.ts'
import { it } from '../../../locales/it.ts'
import { ja } from '../../../locales/ja.ts'
import type { Locale } from '../../language/locales.ts'

export type { Catalogue } from '../../../locales/en.ts'

export const catalogues: Record<Locale, Catalogue> = { ja, en, fr, de, it }
