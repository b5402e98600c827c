import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import type { FieldErrors } from '../../web/forms.ts'
import { PasskeyForm } from '../passkeys/form.tsx'
import type { LinkRefusal } from '../redeemingLink.ts'

type Reader = { t: Catalogue; locale: Locale }

type SignInProps = Reader & { returnTo: string | null; address?: string; errors?: FieldErrors }

export function SignInPage(props: SignInProps) {
  const { t, locale, errors = {} } = props
  const words = t.accounts.signIn
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>{words.title}</h1>
      <section class="stack">
        <p>{words.explanation}</p>
        <LinkForm {...props} />
      </section>
      <section class="stack">
        <h2>{words.passkey.title}</h2>
        <p>{words.passkey.explanation}</p>
        <PasskeyForm
          t={t}
          ceremony="get"
          options={`/${locale}/sign-in/passkey/options`}
          action={`/${locale}/sign-in/passkey`}
          hidden={props.returnTo ? { return: props.returnTo } : {}}
          label={words.passkey.action}
          withoutScript={words.passkey.withoutScript}
        />
      </section>
    </div>
  )
}

function LinkForm({ t, locale, returnTo, address, errors }: SignInProps) {
  const words = t.accounts.signIn
  return (
    <Form action={`/${locale}/sign-in`} hidden={returnTo ? { return: returnTo } : {}}>
      <TextField
        name="address"
        type="email"
        label={words.address}
        autocomplete="username webauthn"
        spellcheck={false}
        required
        value={address}
        error={errors?.['address']}
      />
      <FormActions>
        <Button>{words.action}</Button>
      </FormActions>
    </Form>
  )
}

/** The same words whether or not the address is known here. */
export function LinkSentPage({ t, outbox }: Reader & { outbox: string | null }) {
  const words = t.accounts.signIn.sent
  return (
    <article class="prose">
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <p>{words.nothingCame}</p>
      {outbox ? (
        <p>
          {words.noMailServer} <a href={outbox}>{words.outbox}</a>
        </p>
      ) : null}
    </article>
  )
}

/** A page with a button, because programs that scan mail follow links but press no buttons. */
export function FollowLinkPage({ t, locale, token, name }: Reader & { token: string; name: string }) {
  const words = t.accounts.signIn.follow
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p>{words.explanation({ name })}</p>
      <Form action={`/${locale}/sign-in/${token}`}>
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </div>
  )
}

export function LinkRefusedPage({ t, locale, refused }: Reader & { refused: LinkRefusal['refused'] }) {
  const words = t.accounts.signIn.refused[refused]
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <LinkForm t={t} locale={locale} returnTo={null} />
    </div>
  )
}
