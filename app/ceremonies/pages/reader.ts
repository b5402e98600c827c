import type { Locale } from '../../language/locales.ts'
import { placeName } from '../../language/places.ts'
import { type Content, pick, type Translated } from '../../language/translated.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Board, BoardSignatory, BoardStage } from '../board.ts'

/** Who reads, in what language and zone. `zone` null: nobody said, so only the browser knows. */
export type Reader = { t: Catalogue; locale: Locale; zone: string | null }

/** What the pages need of the event beside its board. Instants are ISO strings in UTC. */
export type Setting = {
  begins: string
  ends: string
  zone: string
  /** A nearer name than the zone's city: Kobe, not Tokyo. */
  place: Translated | undefined
  /** The declared languages of the ceremony; on the shared screen the first two stand side by side. */
  languages: Locale[]
  demonstration: boolean
  /** Set when it will not take place. */
  cancelled: { reason: Content | null } | null
}

export type Shown = { text: string; locale: Locale }

export const shown = (content: Content, locale: Locale): Shown =>
  pick(content.text, locale, content.original) ?? { text: '', locale }

export const shownName = (text: Translated, locale: Locale): Shown => pick(text, locale) ?? { text: '', locale }

export const signatoryName = (signatory: BoardSignatory, locale: Locale): string =>
  storedNameText(signatory.name, locale)

export const inAgreedOrder = ({ signatories }: Board): BoardSignatory[] =>
  signatories.toSorted((a, b) => a.displayOrder - b.displayOrder)

export const stageTitle = (stage: BoardStage, reader: Pick<Reader, 't' | 'locale'>): Shown => {
  const found = pick(stage.title.text, reader.locale, stage.title.original)
  return found ?? { text: reader.t.ceremonies.stageKinds[stage.kind], locale: reader.locale }
}

export const placeOf = (setting: Setting, locale: Locale): string => placeName(locale, setting.zone, setting.place)
