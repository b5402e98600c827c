import type { Web } from '../../web/env.ts'
import type { FieldErrors } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { SignInPage } from './pages.tsx'

export type SignInShown = { returnTo: string | null; address?: string; errors?: FieldErrors }

/** The sign-in page, as it is or with what has to be corrected. */
export function showSignIn(c: Web, shown: SignInShown) {
  const { t, locale } = c.var
  const facts = {
    title: t.accounts.signIn.title,
    status: shown.errors ? (422 as const) : (200 as const),
    islands: ['passkey'],
  }
  return page(c, facts, <SignInPage {...{ t, locale, ...shown }} />)
}
