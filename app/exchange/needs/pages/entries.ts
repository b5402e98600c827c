import type { Locale } from '../../../language/locales.ts'
import { nameText } from '../../../organisations/pages/profileText.tsx'
import type { Entries } from '../../../web/forms.ts'
import type { Need } from '../finding.ts'

/** What stands in the form of a need that is there already, its words in the page's language. */
export const entriesOf = (need: Need, locale: Locale): Entries => ({
  title: need.title.text[locale] ?? '',
  body: need.body.text[locale] ?? '',
  direction: need.direction,
  kind: need.kind,
  readiness: need.readiness ? String(need.readiness) : '',
  partners: need.partners.join('\n'),
  emdn: need.emdn.join(', '),
  ...(need.isAnonymous ? { anonymous: 'yes' } : {}),
  expiresOn: need.expiresOn,
  rivalOrganisations: need.rivals.organisations.map(({ name, slug }) => nameText(name, locale) || slug).join('\n'),
  rivalClusters: need.rivals.clusters.map(({ slug }) => slug).join('\n'),
})
