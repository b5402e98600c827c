import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { AcceptRefusal, OpenInvitation } from '../acceptingInvitation.ts'
import { NameInputs } from '../nameInputs.tsx'

type Reader = { t: Catalogue; locale: Locale }
export type NameProblem = { entries: Entries; errors: FieldErrors }

export function InvitationPage(props: Reader & NameProblem & { token: string; invitation: OpenInvitation }) {
  const { t, locale, token, invitation, entries, errors } = props
  const words = t.accounts.invitations.accept
  const { organisation, known } = invitation
  const role = t.accounts.roles[invitation.role]
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>{words.title({ organisation })}</h1>
      <div class="stack">
        <p class="lede">{words.invited({ organisation, role: role.name })}</p>
        <p>{role.description}</p>
        <p>{known === null ? words.yourName : words.asKnown({ name: known })}</p>
      </div>
      <Form action={`/${locale}/invitations/${token}`}>
        {known === null ? <NameInputs {...{ t, locale, entries, errors }} /> : null}
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </div>
  )
}

export function InvitationRefusedPage({ t, locale, refused }: Reader & { refused: AcceptRefusal['refused'] }) {
  const words = t.accounts.invitations.refused[refused]
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      {refused === 'accepted' ? (
        <p>
          <ButtonLink href={`/${locale}/sign-in`}>{t.accounts.signIn.title}</ButtonLink>
        </p>
      ) : null}
    </div>
  )
}
