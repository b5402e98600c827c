import { countryName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { Card, Cards } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { AllianceMap, type MapPoint } from '../../ui/map.tsx'
import { Status } from '../../ui/status.tsx'
import type { AllianceMember, AlliancePage, Place } from '../queries.ts'
import { AgreementList } from './agreementList.tsx'
import { nameLang, nameText, Passage, ProfileName, type Reader } from './profileText.tsx'

/** An alliance: what it is, where its members are, what it agreed. */
export function AllianceView({ t, locale, alliance }: Reader & { alliance: AlliancePage }) {
  const words = t.organisations.alliance
  return (
    <div class="stack-wide">
      <header class="stack">
        <p class="soft">{words.kicker}</p>
        <h1>
          <ProfileName name={alliance.name} locale={locale} />
        </h1>
        {alliance.expansion ? (
          <p class="lede" lang="en">
            {alliance.expansion}
          </p>
        ) : null}
      </header>
      <section class="stack" aria-labelledby="map-title">
        <h2 id="map-title">{words.mapTitle}</h2>
        <MembersMap t={t} locale={locale} alliance={alliance} />
      </section>
      <section class="stack" aria-labelledby="purpose-title">
        <h2 id="purpose-title">{words.purpose}</h2>
        {alliance.purpose ? (
          <Passage content={alliance.purpose} t={t} locale={locale} />
        ) : (
          <p class="soft">{words.noPurpose}</p>
        )}
        <Facts items={[{ term: words.programme, value: <Programme t={t} locale={locale} alliance={alliance} /> }]} />
      </section>
      <section class="stack" aria-labelledby="members-title">
        <h2 id="members-title">{words.members}</h2>
        <Cards>
          {alliance.members.map((member) => (
            <MemberCard t={t} locale={locale} member={member} />
          ))}
        </Cards>
      </section>
      <section class="stack" aria-labelledby="agreements-title">
        <h2 id="agreements-title">{words.agreements}</h2>
        <AgreementList t={t} locale={locale} agreements={alliance.agreements} empty={words.noAgreements} />
      </section>
    </div>
  )
}

/** Programmes are named in English, whatever the page's language. */
function Programme({ t, alliance }: Reader & { alliance: AlliancePage }) {
  const { programme: name, programmeExpansion: expansion } = alliance
  if (!name) return <>–</>
  return <span lang="en">{expansion ? t.organisations.alliance.programmeWith({ name, expansion }) : name}</span>
}

function MemberCard({ t, locale, member }: Reader & { member: AllianceMember }) {
  const { list, alliance } = t.organisations
  const lang = nameLang(member.name, locale)
  return (
    <Card
      title={nameText(member.name, locale)}
      {...(lang ? { lang } : {})}
      href={`/${locale}/clusters/${member.slug}`}
      kicker={
        <>
          {countryName(member.seat.country, locale)} · <ProfileName name={member.regions} locale={locale} />
        </>
      }
      {...(member.coordinates ? { foot: <Status tone="active">{alliance.coordinator}</Status> } : {})}
    >
      <p class="soft">{list.managedBy({ name: nameText(member.managing.name, locale) })}</p>
    </Card>
  )
}

function MembersMap({ t, locale, alliance }: Reader & { alliance: AlliancePage }) {
  const words = t.organisations.alliance
  const members = alliance.members.flatMap((member) =>
    pointOf(member.seat, member.name, `clusters/${member.slug}`, locale),
  )
  const partners = alliance.partners.flatMap((place) =>
    place.cluster
      ? pointOf(place, place.cluster.name, `clusters/${place.cluster.slug}`, locale)
      : pointOf(place, place.name, `organisations/${place.slug}`, locale),
  )
  const list = new Intl.ListFormat(locale)
  const names = list.format(members.map(({ name }) => name))
  const partner = list.format(partners.map(({ name }) => name))
  return (
    <AllianceMap
      label={partners.length ? words.mapWithPartner({ names, partner }) : words.map({ names })}
      points={[...members, ...partners]}
      {...(partners.length ? { hub: members.length } : {})}
      table={{ caption: words.mapCaption, name: t.organisations.list.name, place: t.organisations.list.place }}
    />
  )
}

/** A place without coordinates cannot be drawn. */
function pointOf(place: Place, name: AllianceMember['name'], path: string, locale: Locale): MapPoint[] {
  if (place.latitude === null || place.longitude === null) return []
  const seat = place.seat ? nameText(place.seat, locale) : ''
  const lang = nameLang(name, locale)
  return [
    {
      name: nameText(name, locale),
      ...(lang ? { lang } : {}),
      place: [seat, countryName(place.country, locale)].filter(Boolean).join(locale === 'ja' ? '、' : ', '),
      latitude: place.latitude,
      longitude: place.longitude,
      href: `/${locale}/${path}`,
    },
  ]
}
