import { languageNames } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { placeName, usualZones } from '../../language/places.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select } from '../../ui/inputs.tsx'
import { NameInputs } from '../nameInputs.tsx'
import { entriesOf } from '../nameEntry.ts'
import { Passkeys } from './passkeys.tsx'
import type { Account } from './queries.ts'
import { Sessions } from './sessions.tsx'
import type { AccountProblem } from './show.tsx'
import { Tokens } from './tokens.tsx'

export type AccountProps = { t: Catalogue; locale: Locale; account: Account; now: Date; problem?: AccountProblem }

export function AccountPage(props: AccountProps) {
  const { t, account, problem } = props
  const words = t.accounts.account
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={problem?.errors ?? {}} />
      <h1>{words.title}</h1>
      <p>{words.signedInAs({ address: account.person.address })}</p>
      <p>
        <a href={`/${props.locale}/calendar`}>{t.invitations.calendar.title}</a>
      </p>
      <Roles {...props} />
      <section class="stack">
        <h2>{words.details}</h2>
        <Details {...props} />
      </section>
      <Passkeys {...props} />
      <Sessions {...props} />
      <Tokens {...props} />
      <p>
        <a href={`/${props.locale}/account/erasure`}>{t.erasure.short}</a>
      </p>
    </div>
  )
}

function Roles({ t, locale, account }: AccountProps) {
  const words = t.accounts.account
  return (
    <section class="stack">
      <h2>{words.rolesTitle}</h2>
      {account.roles.length === 0 ? <p>{words.noRoles}</p> : null}
      <ul role="list">
        {account.roles.map(({ role, organisation }) => {
          const name = t.accounts.roles[role].name
          if (!organisation) return <li>{name}</li>
          const text = words.roleAt({ role: name, organisation: organisation.name })
          const people = `/${locale}/organisations/${organisation.slug}/people`
          return <li>{role === 'manager' ? <a href={people}>{text}</a> : text}</li>
        })}
      </ul>
    </section>
  )
}

function Details(props: AccountProps) {
  const { t, locale, account, problem } = props
  const words = t.accounts.account
  const mine = problem?.part === 'details' ? problem : undefined
  const stored = { language: account.person.locale, zone: account.person.timeZone }
  const order = account.person.locale === 'ja' ? 'family-first' : 'given-first'
  const entries = mine?.entries ?? { ...entriesOf(account.name, order), ...stored }
  const errors = mine?.errors ?? {}
  return (
    <Form action={`/${locale}/account`}>
      {'label' in account.name ? (
        <p class="soft">
          {account.person.name}
          <br />
          {t.accounts.name.label}
        </p>
      ) : (
        <NameInputs {...{ t, locale, entries, errors }} />
      )}
      <Select
        name="language"
        label={words.language}
        hint={words.languageHint}
        options={languageNames(locale).map((language) => ({
          value: language.locale,
          label: language.own,
          lang: language.locale,
        }))}
        value={entries['language']}
        error={errors['language']}
      />
      <Select
        name="zone"
        label={words.timeZone}
        options={zoneOptions(locale, entries['zone'])}
        value={entries['zone']}
        error={errors['zone']}
      />
      <FormActions>
        <Button>{t.common.actions.save}</Button>
      </FormActions>
    </Form>
  )
}

/** The zones alliances live in come first, by city; then every other one this machine knows. */
function zoneOptions(locale: Locale, chosen: string | undefined) {
  const all = [...usualZones, ...Intl.supportedValuesOf('timeZone').filter((zone) => !usualZones.includes(zone))]
  if (chosen && !all.includes(chosen)) all.unshift(chosen)
  return all.map((zone) => ({
    value: zone,
    label: usualZones.includes(zone) ? placeName(locale, zone) : zone.replaceAll('_', ' '),
  }))
}

/** The only page that ever shows a token. */
export function TokenMadePage({ t, locale, token }: { t: Catalogue; locale: Locale; token: string }) {
  const words = t.accounts.tokens
  return (
    <div class="stack-wide">
      <h1>{words.madeTitle}</h1>
      <p>{words.madeBody}</p>
      <p>
        <copy-text data-label={words.copy} data-done={words.copied}>
          <code>{token}</code>
        </copy-text>
      </p>
      <p>
        <ButtonLink href={`/${locale}/account#tokens`}>{words.backToAccount}</ButtonLink>
      </p>
    </div>
  )
}
