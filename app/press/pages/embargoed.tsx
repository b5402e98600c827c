import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Moment } from '../../ui/moment.tsx'
import type { Release } from '../assembling.ts'
import { Errors } from './parts.tsx'
import { embargoFor, issuerName, listed, type Reader } from './words.ts'

type Data = { release: Release; name: string; token: string; errors?: Record<string, string> }

/** Before a journalist reads: whose it is, until when it must be kept, and a button. What it is about is not said yet. */
export function AcceptancePage(props: Reader & Data) {
  const { t, locale, release, name, token } = props
  const words = t.press.acceptance
  const time = embargoFor(release.embargo, props)
  const issuers = listed(
    release.issuers.map((issuer) => issuerName(issuer, locale)),
    locale,
  )
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <h1>{words.title}</h1>
        <p>{words.intro({ name, issuers })}</p>
        {release.standing === 'held' ? (
          <>
            <p>{time ? <Moment time={time} /> : t.press.release.before.untilApproved}</p>
            {time?.dayDiffers ? <p>{t.press.release.before.otherDay}</p> : null}
            {release.embargo.uponSignature ? <p>{t.press.release.before.andSigned}</p> : null}
            <ul>
              {words.terms.map((term) => (
                <li>{term}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{words.inRevision}</p>
        )}
      </div>
      {release.standing === 'held' ? (
        <Form action={`/${locale}/embargoed/${token}`} hidden={{ embargo: release.embargo.id }}>
          <FormActions>
            <Button>{words.accept}</Button>
          </FormActions>
        </Form>
      ) : null}
    </article>
  )
}

/** It was stopped: whoever knew of it has to know that too. */
export function StoppedPage({ t, release }: Reader & { release: Release }) {
  return (
    <article class="prose">
      <h1>{t.press.acceptance.stopped}</h1>
      <p>{t.press.acceptance.stoppedBody}</p>
      {release.withdrawal ? <p>{release.withdrawal.reason}</p> : null}
    </article>
  )
}
