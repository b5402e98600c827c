import { Button } from '../../ui/button.tsx'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { dayText } from '../days.ts'
import { type AccessToken, tokenLives } from '../tokens.ts'
import { isTokenScope, tokenScopes } from '../tokenScopes.ts'
import type { AccountProps } from './pages.tsx'

/** The account page's part about programs that act for somebody. */
export function Tokens(props: AccountProps) {
  const { t, account } = props
  const words = t.accounts.tokens
  return (
    <section class="stack" id="tokens">
      <h2>{words.title}</h2>
      <p>{words.explanation}</p>
      {account.tokens.length === 0 ? <p>{words.none}</p> : null}
      <ul role="list" class="stack">
        {account.tokens.map((token) => (
          <OneToken {...props} token={token} />
        ))}
      </ul>
      <h3>{words.add}</h3>
      <TokenForm {...props} />
    </section>
  )
}

function OneToken({ t, locale, account, now, token }: AccountProps & { token: AccessToken }) {
  const words = t.accounts.tokens
  const day = (instant: Date) => dayText(locale, instant, account.person.timeZone)
  const expiry = { date: day(token.expiresAt) }
  const scopes = token.scopes.map((scope) => (isTokenScope(scope) ? words.scopeNames[scope] : scope))
  return (
    <li class="row">
      <strong>{token.name}</strong>
      <span>{scopes.join(' · ')}</span>
      <span class="soft">
        {token.expiresAt <= now ? words.expired(expiry) : words.validUntil(expiry)}
        {' · '}
        {token.lastUsedAt ? words.lastUsed({ date: day(token.lastUsedAt) }) : words.neverUsed}
      </span>
      <form method="post" action={`/${locale}/account/tokens/${token.id}/revocation`}>
        <Button kind="quiet">
          <span aria-hidden="true">{words.revoke}</span>
          <span class="visually-hidden">{words.revokeNamed({ name: token.name })}</span>
        </Button>
      </form>
    </li>
  )
}

function TokenForm({ t, locale, problem }: AccountProps) {
  const words = t.accounts.tokens
  const mine = problem?.part === 'token' ? problem : undefined
  return (
    <Form action={`/${locale}/account/tokens`}>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={mine?.entries['name']}
        error={mine?.errors['name']}
        maxlength={60}
        autocomplete="off"
      />
      <Checkboxes
        name="scopes"
        label={words.scopes}
        choices={tokenScopes.map((scope) => ({ value: scope, label: words.scopeNames[scope] }))}
        values={mine?.entries['scopes']?.split('\n') ?? []}
        error={mine?.errors['scopes']}
      />
      <Radios
        name="days"
        label={words.expiry}
        choices={tokenLives.map((count) => ({ value: String(count), label: words.days({ count }) }))}
        value={mine?.entries['days'] ?? String(tokenLives[1])}
        error={mine?.errors['days']}
      />
      <FormActions>
        <Button kind="secondary">{words.action}</Button>
      </FormActions>
    </Form>
  )
}
