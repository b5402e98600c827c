import { countryName } from '../../language/countries.ts'
import { type Courtesy, nameInRelease } from '../../language/honorifics.ts'
import type { Locale } from '../../language/locales.ts'
import { nameText } from '../../language/names.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import type { ReleaseAttendee } from '../record.ts'
import type { Line } from './composed.ts'
import { joined, present, run, said } from './lines.ts'

const COURTESIES: Record<'Ms.' | 'Mr.', Courtesy> = { 'Ms.': 'ms', 'Mr.': 'mr' }

const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(text)

/** The other side's people with 氏, Ms. or Mr., the own side's plainly; somebody who only acts for an office by the office's name. */
function named({ name, side, honorific }: ReleaseAttendee, locale: Locale): string {
  if ('label' in name) return storedNameText(name, locale)
  if (nameText(name, locale) === '') return ''
  const courtesy = honorific && COURTESIES[honorific]
  const style = locale === 'ja' ? { japaneseSpace: '\u3000' as const } : {}
  return nameInRelease(name, locale, { side: side === 'own' ? 'own' : 'other', courtesy, ...style })
}

/**
 * `（イタリア）bioPmed, CEO Ms. Alberta Pasquero`, `公益財団法人神戸医療産業都市推進機構 専務理事 村上 雅義`. Who stands there in Latin letters keeps the
 * office in its original language too, as on the person's card.
 */
export function japaneseAttendee(attendee: ReleaseAttendee): Line {
  const { office, organisation, country, side } = attendee
  const name = named(attendee, 'ja')
  const inLatin = isLatin(name)
  const organisationRun = said(organisation, 'ja')
  const ownWords = inLatin && office.original !== 'ja' ? said(office, office.original) : null
  const officeRun = ownWords ? run(ownWords.text, 'ja', office.original) : said(office, 'ja')
  const where = side === 'counterpart' ? countryName(country, 'ja') : null
  const sign = organisationRun && isLatin(organisationRun.text) ? ', ' : '\u3000'
  return [
    ...(where ? [{ text: `（${where}）` }] : []),
    ...joined(
      [
        joined(
          present([organisationRun, officeRun]).map((part) => [part]),
          sign,
        ),
        name ? [{ text: name }] : [],
      ],
      '\u3000',
    ),
  ]
}

/** `Ms. Alberta Pasquero, CEO, bioPmed (Italy)`; a name in Japanese script follows the Latin one. */
export function europeanAttendee(attendee: ReleaseAttendee, locale: Locale): Line {
  const { office, organisation, country, side } = attendee
  const name = named(attendee, locale)
  const where = side === 'counterpart' ? countryName(country, locale) : null
  const organisationRun = said(organisation, locale)
  return [
    ...joined(
      [
        name ? [{ text: name, strong: true }, ...nativeName(attendee)] : [],
        ...present([said(office, locale), organisationRun]).map((part) => [part]),
      ],
      ', ',
    ),
    ...(where ? [{ text: ` (${where})` }] : []),
  ]
}

function nativeName({ name }: ReleaseAttendee): Line {
  if ('label' in name || !name.latin) return []
  const native = nameText(name, 'ja')
  return native === nameText(name, 'en') ? [] : [{ text: ' (' }, { text: native, lang: 'ja' }, { text: ')' }]
}
