import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { dayText } from '../days.ts'
import type { AccountProps } from './pages.tsx'

/** The account page's part about where somebody is signed in. */
export function Sessions({ t, locale, account }: AccountProps) {
  const words = t.accounts.sessions
  const day = (instant: Date) => dayText(locale, instant, account.person.timeZone)
  const others = account.sessions.filter(({ isThis }) => !isThis)
  return (
    <section class="stack" id="sessions">
      <h2>{words.title}</h2>
      <ul role="list" class="stack">
        {account.sessions.map((session) => (
          <li class="row">
            <strong>{session.device || words.unknownDevice}</strong>
            {session.isThis ? <span>({words.thisOne})</span> : null}
            <span class="soft">
              {[
                words.methods[session.method],
                words.began({ date: day(session.createdAt) }),
                words.lastUsed({ date: day(session.lastUsedAt) }),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p>{words.onlyThis}</p>
      ) : (
        <Form action={`/${locale}/account/other-sessions/end`}>
          <FormActions>
            <Button kind="secondary">{words.endOthers}</Button>
          </FormActions>
        </Form>
      )}
    </section>
  )
}
