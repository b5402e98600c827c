import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import type { InvitationClosed, ShownInvitation } from '../inviting.ts'
import { partyOf } from '../wording.ts'
import { partyName, type Reader, signatoryName, titleFor } from './words.ts'

/** What a personal link leads to: a button, since programs that check mail follow links. */
export function InvitationPage({
  t,
  locale,
  agreement,
  signatory,
  token,
}: Reader & ShownInvitation & { token: string }) {
  const words = t.signing.invitation
  const title = titleFor(agreement, locale)
  const organisation = partyName(partyOf(agreement, signatory), locale)
  return (
    <article class="prose">
      <h1>{words.title}</h1>
      <p class="lede">{words.greeting({ name: signatoryName(signatory, locale) })}</p>
      <p>{words.body({ title: title.text, organisation })}</p>
      <Form action={`/${locale}/signing/${token}`}>
        <FormActions>
          <Button>{words.open}</Button>
        </FormActions>
      </Form>
      <p class="soft">{words.notYou}</p>
    </article>
  )
}

export function InvitationRefused({ t, locale, refused }: Reader & InvitationClosed) {
  const words = t.signing.invitation.refused[refused]
  return (
    <article class="prose">
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      {refused === 'signed' ? (
        <p>
          <a href={`/${locale}/sign-in`}>{t.common.account.signIn}</a>
        </p>
      ) : null}
    </article>
  )
}
