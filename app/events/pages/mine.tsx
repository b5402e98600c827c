import { languageIn } from './words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Moment } from '../../ui/moment.tsx'
import { nameText } from '../../language/names.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Category, EventView } from '../event.ts'
import type { Registration } from '../registration/registration.ts'
import { DecisionStatus, Errors, Remarks } from './parts.tsx'
import { RegistrationFields } from './registrationFields.tsx'
import { addressOf, momentOf, type Reader, shown, whenOf } from './words.ts'

export type MineData = {
  event: EventView
  category: Category
  registration: Registration
  token: string
  entries: Entries
  errors: FieldErrors
  isOver: boolean
}

const own = (locale: string, token: string, below = '') => `/${locale}/registrations/${token}${below}`

/** A registrant's own page: where they stand, and what they may still do, without an account. */
export function MyRegistration(props: Reader & MineData) {
  const { t, locale, event, registration, token, errors } = props
  const words = t.events.mine
  const title = shown(event.title, locale)
  const mayChange = !props.isOver && !event.cancelled && registration.decision !== 'withdrawn'
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <h1>{words.title}</h1>
        <p>
          <DecisionStatus t={t} decision={registration.decision} />
        </p>
        <p class="lede">{words.lede[registration.decision]}</p>
        {registration.reason ? (
          <Notice kind="note" title={words.reason}>
            <p>{registration.reason}</p>
          </Notice>
        ) : null}
      </div>
      <Remarks {...props} />
      <Facts
        items={[
          {
            term: words.event,
            value: (
              <a href={addressOf(locale, event)} lang={title?.locale}>
                {title?.text}
              </a>
            ),
          },
          { term: t.events.page.when, value: <Moment time={whenOf(event, props)} /> },
          { term: t.events.form.name, value: nameText(registration.name, locale) },
          { term: t.events.form.affiliation, value: registration.affiliation },
          { term: t.events.form.address, value: registration.address },
          { term: t.events.registrations.language, value: languageIn(registration.locale, locale) },
          {
            term: words.received,
            value: <Moment time={momentOf(registration.registeredAt, event, props)} isInline />,
          },
          {
            term: t.events.registrations.consents,
            value: (
              <ul role="list">
                {registration.consents.map((consent) => (
                  <li>
                    {consentName(t, consent.purpose)}
                    <span class="person-office">
                      {words.consented({ moment: momentOf(new Date(consent.at), event, props).text })}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p class="soft">{words.keep}</p>
      {registration.decision === 'confirmed' ? (
        <p>
          <a href={own(locale, token, '/material')}>{t.invitations.parts.material}</a>
        </p>
      ) : null}
      {mayChange ? <Change {...props} /> : null}
      {mayChange ? (
        <p>
          <ButtonLink kind="grave" href={own(locale, token, '/withdrawal')}>
            {words.withdraw}
          </ButtonLink>
        </p>
      ) : null}
    </article>
  )
}

const consentName = (t: Reader['t'], purpose: string): string =>
  (t.events.registrations.consentNames as Record<string, string>)[purpose] ?? purpose

function Change(props: Reader & MineData) {
  const { t, locale, category, token } = props
  const words = t.events.mine
  return (
    <section class="stack" aria-labelledby="details">
      <h2 id="details">{words.details}</h2>
      <p class="soft">{words.addressFixed}</p>
      <Form action={own(locale, token)}>
        <RegistrationFields
          {...props}
          fields={category.fields}
          organisations={null}
          hasFixedAffiliation={category.kind === 'press' || category.kind === 'member'}
        />
        <FormActions>
          <Button kind="secondary">{words.change}</Button>
        </FormActions>
      </Form>
    </section>
  )
}

/** A question before it is done: a link that a mail scanner follows must not give a seat away. */
export function WithdrawalPage(props: Reader & { event: EventView; token: string; errors?: FieldErrors }) {
  const { t, locale, event, token } = props
  const words = t.events.mine
  const title = shown(event.title, locale)
  return (
    <article class="stack">
      <Errors t={t} errors={props.errors} />
      <h1>{words.withdrawTitle}</h1>
      <p class="lede" lang={title?.locale}>
        {title?.text}
      </p>
      <p>{words.withdrawBody}</p>
      <Form action={own(locale, token, '/withdrawal')}>
        <FormActions>
          <Button kind="grave">{words.withdrawNow}</Button>
          <ButtonLink href={own(locale, token)}>{words.keepIt}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
