import type { Locale } from '../../language/locales.ts'
import { placeName, usualZones } from '../../language/places.ts'
import { ButtonLink, Button } from '../../ui/button.tsx'
import { Card, Cards } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Table } from '../../ui/table.tsx'
import type { EventView } from '../event.ts'
import { VisitorsLinks } from '../invitations/links.tsx'
import type { Category } from '../registration/categories.ts'
import { type Openness, takesRegistrations } from '../registration/openness.ts'
import { Deadline } from './deadline.tsx'
import { LongText, OpennessStatus, Remarks, Text, Trail } from './parts.tsx'
import { speakerText } from './speakers.ts'
import {
  addressOf,
  hostPlace,
  languageIn,
  languagesListed,
  listed,
  momentOf,
  type Reader,
  shown,
  textOf,
  whenOf,
} from './words.ts'

export type PublicData = {
  event: EventView
  openings: { category: Category; openness: Openness }[]
  agreement: { reference: string; title: string; lang: Locale } | null
  hasCeremony: boolean
  mayOrganise: boolean
}

/** The event for everybody: when by their own clock, where, by whom, and how to be there. */
export function PublicEvent(props: Reader & PublicData) {
  const { t, locale, event } = props
  const title = shown(event.title, locale)
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} event={undefined} here={title?.text ?? event.slug} />
        <p class="soft">{t.events.kinds[event.kind]}</p>
        <h1 lang={title?.locale}>{title?.text}</h1>
        {event.subtitle ? (
          <p class="lede">
            <Text content={event.subtitle} locale={locale} />
          </p>
        ) : null}
        <p class="event-when">
          <Moment time={whenOf(event, props)} />
        </p>
        <VisitorsLinks {...props} />
        {props.mayOrganise ? (
          <div class="no-print">
            <ButtonLink href={addressOf(locale, event, '/workspace')}>{t.events.page.organise}</ButtonLink>
          </div>
        ) : null}
      </div>
      <Remarks {...props} />
      {event.description ? <LongText {...props} content={event.description} /> : null}
      <EventFacts {...props} />
      <Registration {...props} />
      <Programme {...props} />
      <Clocks {...props} />
    </article>
  )
}

function EventFacts(props: Reader & PublicData) {
  const { t, locale, event, agreement } = props
  const words = t.events.page
  const hosts = (
    <ul role="list">
      {event.hosts.map((host) => (
        <li>
          <a href={`/${locale}/organisations/${host.slug}`}>
            <Text content={host.name} locale={locale} />
          </a>
        </li>
      ))}
    </ul>
  )
  const interpreted = event.interpretation.map(({ from, to }) =>
    words.interpreted({ from: languageIn(from, locale), to: languageIn(to, locale) }),
  )
  return (
    <Facts
      items={[
        { term: words.where, value: <Where {...props} /> },
        { term: words.hosts, value: hosts },
        { term: words.languages, value: languagesListed(event.languages, locale) },
        { term: words.interpretation, value: interpreted.length > 0 ? listed(interpreted, locale) : null },
        {
          term: words.agreement,
          value: agreement ? (
            <a href={`/${locale}/agreements/${agreement.reference}`} lang={agreement.lang}>
              {agreement.title}
            </a>
          ) : null,
        },
        {
          term: words.ceremony,
          value:
            props.hasCeremony && !event.cancelled ? (
              <>
                <a href={`/${locale}/ceremonies/${event.slug}`}>{words.followCeremony}</a>
                {event.demonstration ? (
                  <>
                    {' · '}
                    <a href={`/${locale}/replay`}>{t.replay.title}</a>
                  </>
                ) : null}
              </>
            ) : null,
        },
      ]}
    />
  )
}

function Where({ t, locale, event }: Reader & PublicData) {
  const words = t.events.page
  const { venue } = event
  if (venue.kind === 'online')
    return (
      <>
        {words.online[venue.provider]}
        {venue.note ? (
          <>
            {' '}
            <Text content={venue.note} locale={locale} />
          </>
        ) : null}
        <span class="person-office">{words.onlineAccess}</span>
      </>
    )
  return (
    <>
      <Text content={venue.name} locale={locale} />
      {venue.address ? (
        <span class="person-office">
          <Text content={venue.address} locale={locale} />
        </span>
      ) : null}
      {venue.kind === 'hybrid' ? (
        <span class="person-office">
          {words.alsoOnline}. {words.onlineAccess}
        </span>
      ) : null}
    </>
  )
}

function Registration(props: Reader & PublicData) {
  const { t, locale, event, openings } = props
  const words = t.events
  if (event.cancelled) return null
  return (
    <section class="stack" aria-labelledby="registration">
      <h2 id="registration">{words.page.registration}</h2>
      {openings.length === 0 ? (
        <p class="soft">{words.page.noRegistration}</p>
      ) : (
        <Cards>
          {openings.map(({ category, openness }) => {
            const title = shown(category.title, locale)
            const limits = [
              ...(category.capacity === null ? [] : [words.category.seats({ count: category.capacity })]),
              ...(category.capPerAffiliation === null
                ? []
                : [words.category.perAffiliation({ count: category.capPerAffiliation })]),
            ]
            return (
              <Card title={title?.text ?? words.categories[category.kind]} lang={title?.locale ?? locale} level={3}>
                <p>
                  <OpennessStatus t={t} openness={openness} />
                </p>
                <Deadline {...props} event={event} category={category} openness={openness} />
                {limits.length > 0 ? <p class="soft">{limits.join(locale === 'ja' ? '、' : ', ')}</p> : null}
                {category.needsApproval ? <p class="soft">{words.category.approval}</p> : null}
                {category.kind === 'member' ? <p class="soft">{words.category.membersOnly}</p> : null}
                {takesRegistrations(openness) ? (
                  <p class="no-print">
                    <ButtonLink kind="primary" href={registrationAddress(props, category)}>
                      {words.category.registerAs({ category: title?.text ?? words.categories[category.kind] })}
                    </ButtonLink>
                  </p>
                ) : null}
              </Card>
            )
          })}
        </Cards>
      )}
    </section>
  )
}

/** The clock that somebody chose to read by goes with them to the form. */
function registrationAddress({ locale, event, zone }: Reader & PublicData, category: Category): string {
  const query = zone ? `?zone=${encodeURIComponent(zone)}` : ''
  return addressOf(locale, event, `/registration/${category.kind}${query}`)
}

function Programme(props: Reader & PublicData) {
  const { t, locale, event } = props
  const { programme } = event
  const words = t.events.page
  if (programme.length === 0) return null
  return (
    <section class="stack" aria-labelledby="programme">
      <h2 id="programme">{words.programme}</h2>
      <Table
        caption={words.programmeCaption}
        hidesCaption
        columns={[{ label: words.item }, { label: words.time }, { label: words.speakers }]}
        rows={programme.map((item) => [
          <>
            <Text content={item.title} locale={locale} />
            {item.description ? (
              <span class="person-office">
                <Text content={item.description} locale={locale} />
              </span>
            ) : null}
          </>,
          <time datetime={momentOf(item.begins, event, props).here.machine}>
            {momentOf(item.begins, event, props).clocks}
          </time>,
          <>
            {item.speakers.length === 0 ? null : (
              <ul role="list">
                {item.speakers.map((speaker) => (
                  <li>{speakerText(speaker, locale)}</li>
                ))}
              </ul>
            )}
            <span class="soft small">{words.spoken({ languages: languagesListed(item.languages, locale) })}</span>
          </>,
        ])}
      />
    </section>
  )
}

/** Every host's place, each place once: whoever invites should not have to reckon. */
function Clocks(props: Reader & PublicData) {
  const { t, locale, event } = props
  const words = t.events.page
  const places = new Map(event.hosts.map((host) => [hostPlace(host, locale), host] as const))
  return (
    <section class="stack" aria-labelledby="clocks">
      <h2 id="clocks">{words.clocks}</h2>
      <Table
        caption={words.clocksCaption}
        hidesCaption
        columns={[{ label: words.place }, { label: words.localTime }]}
        rows={[...places].map(([place, host]) => {
          const time = momentOf(event.begins, { zone: host.zone, place: host.seat }, { locale, zone: null })
          const declaredDay = momentOf(event.begins, event, { locale, zone: null }).here.date
          return [
            <>
              {place}
              <span class="person-office">{textOf(host.name, locale)}</span>
            </>,
            <>
              <time datetime={time.here.machine}>
                {time.date}
                {locale === 'ja' ? ' ' : ', '}
                {time.here.time}
              </time>
              {time.here.date === declaredDay ? null : <strong> ({words.otherDay})</strong>}
            </>,
          ]
        })}
      />
      <Form method="get" action={addressOf(locale, event)} class="event-zone no-print">
        <Select
          name="zone"
          label={words.yourZone}
          value={props.zone ?? ''}
          options={[{ value: '', label: words.declaredZone }, ...zoneOptions(locale)]}
        />
        <Button kind="secondary">{words.show}</Button>
      </Form>
    </section>
  )
}

export const zoneOptions = (locale: Locale): { value: string; label: string }[] =>
  usualZones.map((zone) => ({ value: zone, label: placeName(locale, zone) }))
