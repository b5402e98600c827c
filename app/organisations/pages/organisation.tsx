import { countryName } from '../../language/countries.ts'
import { placeName } from '../../language/places.ts'
import { localTime } from '../../language/times.ts'
import { clockAt } from '../../language/timeWords.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { OrganisationPage } from '../queries.ts'
import { AgreementList } from './agreementList.tsx'
import { nameText, Passage, ProfileName, type Reader } from './profileText.tsx'

type Props = Reader & { organisation: OrganisationPage; now: Date; mayEdit: boolean }

export function OrganisationView({ t, locale, organisation, now, mayEdit }: Props) {
  const words = t.organisations.organisation
  const { time } = localTime(now.toISOString(), organisation.timeZone)
  const seat = organisation.seat && nameText(organisation.seat, locale)
  return (
    <div class="stack-wide">
      <Breadcrumb
        label={t.organisations.list.title}
        trail={[{ href: `/${locale}/organisations`, label: t.organisations.list.title }]}
        here={nameText(organisation.name, locale)}
      />
      <header class="stack">
        <p class="soft">{t.organisations.kinds[organisation.kind]}</p>
        <h1>
          <ProfileName name={organisation.name} locale={locale} />
        </h1>
        {mayEdit ? (
          <div>
            <ButtonLink href={`/${locale}/organisations/${organisation.slug}/edit`}>{words.edit}</ButtonLink>
          </div>
        ) : null}
      </header>
      {organisation.description ? (
        <Passage content={organisation.description} t={t} locale={locale} />
      ) : (
        <p class="soft">{words.noDescription}</p>
      )}
      <Facts
        items={[
          { term: words.legalForm, value: organisation.legalForm },
          { term: words.seat, value: seat },
          { term: words.country, value: countryName(organisation.country, locale) },
          { term: words.zone, value: clockAt(locale, time, seat ?? placeName(locale, organisation.timeZone)) },
          {
            term: words.website,
            value: organisation.website ? (
              <a href={organisation.website} rel="noopener">
                {new URL(organisation.website).host}
              </a>
            ) : null,
          },
          {
            term: words.runs,
            value: organisation.clusters.length
              ? organisation.clusters.map((cluster) => (
                  <a href={`/${locale}/clusters/${cluster.slug}`}>
                    <ProfileName name={cluster.name} locale={locale} />
                  </a>
                ))
              : null,
          },
        ]}
      />
      <section class="stack" aria-labelledby="agreements-title">
        <h2 id="agreements-title">{words.agreements}</h2>
        <AgreementList t={t} locale={locale} agreements={organisation.agreements} empty={words.noAgreements} />
      </section>
    </div>
  )
}
