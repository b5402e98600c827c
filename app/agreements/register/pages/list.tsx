import { dateText } from '../../../language/dates.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Agreement } from '../../agreement.ts'
import { StandingStatus } from '../../pages/parts.tsx'
import { partyName, type Reader, titleFor } from '../../pages/words.ts'
import type { RegisterPlace } from '../queries.ts'

/** All agreements of an organisation, wherever they were signed; what is not known says so. */
export function RegisterView(
  props: Reader & { place: RegisterPlace; agreements: Agreement[]; people: Map<string, string> },
) {
  const { t, locale, place, agreements } = props
  const words = t.register
  const enter = `/${locale}/register/${place.slug}/new`
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.of({ organisation: place.name })}</h1>
        <p class="lede">{words.lede}</p>
        {place.mayRegister && agreements.length > 0 ? (
          <div>
            <ButtonLink kind="primary" href={enter}>
              {words.enter}
            </ButtonLink>
          </div>
        ) : null}
      </header>
      {agreements.length === 0 ? (
        <Empty
          title={words.empty.title}
          action={place.mayRegister ? <ButtonLink href={enter}>{words.enter}</ButtonLink> : null}
        >
          <p>{words.empty.body}</p>
        </Empty>
      ) : (
        <List {...props} />
      )}
    </div>
  )
}

function List({ t, locale, place, agreements, people }: Parameters<typeof RegisterView>[0]) {
  const words = t.register
  const unknown = <span class="soft">{words.unknown}</span>
  return (
    <Table
      caption={words.of({ organisation: place.name })}
      hidesCaption
      columns={[
        { label: words.columns.agreement },
        { label: words.columns.parties },
        { label: words.columns.signed },
        { label: words.columns.until },
        { label: words.columns.standing },
        { label: words.columns.responsible },
      ]}
      rows={agreements.map((agreement) => {
        const title = titleFor(agreement, locale)
        const { registration, inForce } = agreement
        const others = agreement.parties.filter(({ organisationId }) => organisationId !== place.id)
        const signed = registration ? registration.signedOn : (inForce?.from.toISOString().slice(0, 10) ?? null)
        return [
          <>
            <a href={`/${locale}/agreements/${agreement.reference}`} lang={title.locale}>
              {title.text}
            </a>
            <span class="person-office">
              {registration ? words.elsewhere : signed ? words.here : words.draftedHere}
            </span>
          </>,
          <ul role="list">
            {others.map((party) => (
              <li>{partyName(party, locale)}</li>
            ))}
            {registration?.others.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>,
          signed ? <span class="nowrap">{dateText(locale, signed)}</span> : registration ? unknown : words.notYet,
          inForce ? (
            <span class="nowrap">{dateText(locale, inForce.until)}</span>
          ) : registration ? (
            unknown
          ) : (
            words.notYet
          ),
          <StandingStatus t={t} standing={agreement.standing} />,
          people.get(registration?.responsiblePersonId ?? '') ?? '',
        ]
      })}
    />
  )
}
