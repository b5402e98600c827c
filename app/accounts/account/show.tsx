import type { Web } from '../../web/env.ts'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { sessionToken } from '../session.ts'
import { signInFirst } from '../signInFirst.tsx'
import { AccountPage } from './pages.tsx'
import { accountOf } from './queries.ts'

/** What was not accepted on the account page, and in which of its forms. */
export type AccountProblem = { part: 'details' | 'passkey' | 'token'; entries: Entries; errors: FieldErrors }

/** The asker's account page, as it is or with what has to be corrected. */
export async function showAccount(c: Web, problem?: AccountProblem): Promise<Response> {
  const { t, locale, services, scope } = c.var
  const account = await accountOf(services, scope, sessionToken(c) ?? '', locale)
  if (!account) return signInFirst(c)
  const notice = noticeOf(c)
  const shown = { t, locale, account, now: services.clock.now(), ...(problem ? { problem } : {}) }
  return page(
    c,
    {
      title: t.accounts.account.title,
      status: problem ? 422 : 200,
      islands: ['passkey'],
      ...(notice ? { notice } : {}),
    },
    <AccountPage {...shown} />,
  )
}

/** What has just been done, from the address the form led back to. */
function noticeOf(c: Web): string | undefined {
  const { account, passkeys, sessions, tokens } = c.var.t.accounts
  const notices: Record<string, string> = {
    saved: account.saved,
    'passkey-added': passkeys.wasAdded,
    'passkey-renamed': passkeys.wasRenamed,
    'passkey-removed': passkeys.wasRemoved,
    'sessions-ended': sessions.othersEnded,
    'token-revoked': tokens.revoked,
  }
  return notices[c.req.query('done') ?? '']
}
