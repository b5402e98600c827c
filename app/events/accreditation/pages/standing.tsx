import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { isValid, type Standing } from '../standing/standing.ts'
import { Errors } from './parts.tsx'
import { dayIn, lastDayIn, nameFor, type Reader, shown } from './words.ts'

const stateOf = (standing: Standing, now: Date): ['valid' | 'expired' | 'revoked', Tone] =>
  standing.revokedAt ? ['revoked', 'ended'] : isValid(standing, now) ? ['valid', 'done'] : ['expired', 'ended']

/** What an organisation has given beyond one event. */
export function StandingListPage(props: Reader & { standings: Standing[]; now: Date }) {
  const { t, locale, standings, now } = props
  const words = t.accreditation.standing
  const { columns } = words
  return (
    <article class="stack-wide">
      <div class="stack">
        <Breadcrumb
          label={t.common.nav.events}
          trail={[{ href: `/${locale}/events`, label: t.common.nav.events }]}
          here={words.title}
        />
        <h1>{words.title}</h1>
        <p>{words.lede}</p>
      </div>
      {standings.length === 0 ? (
        <Empty title={words.emptyTitle}>
          <p>{words.empty}</p>
        </Empty>
      ) : (
        <Table
          caption={words.title}
          hidesCaption
          columns={[
            { label: columns.name },
            { label: columns.outlet },
            { label: columns.state },
            { label: columns.until },
            { label: columns.given },
            { label: columns.act, isAction: true },
          ]}
          rows={standings.map((standing) => {
            const [state, tone] = stateOf(standing, now)
            const name = nameFor(standing.name, locale)
            return [
              name,
              standing.outlet,
              <Status tone={tone}>{words.states[state]}</Status>,
              lastDayIn(standing.expiresAt, standing.zone, locale),
              `${shown(standing.organisationName, locale).text}, ${dayIn(standing.givenAt, standing.zone, locale)}`,
              state === 'valid' ? (
                <a
                  href={`/${locale}/standing-accreditations/${standing.id}/revocation`}
                  aria-label={words.revokeNamed({ name })}
                >
                  {words.revoke}
                </a>
              ) : (
                ''
              ),
            ]
          })}
        />
      )}
    </article>
  )
}

/** Asked before it is done: whom it concerns, and what it does not touch. */
export function RevocationPage(props: Reader & { standing: Standing; errors?: Record<string, string> }) {
  const { t, locale, standing, errors } = props
  const words = t.accreditation.standing
  const name = nameFor(standing.name, locale)
  const list = `/${locale}/standing-accreditations`
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Breadcrumb label={words.title} trail={[{ href: list, label: words.title }]} here={name} />
        <h1>{words.revokeTitle({ name })}</h1>
        <p>{words.revokeBody}</p>
      </div>
      <Form action={`${list}/${standing.id}/revocation`}>
        <TextArea name="reason" label={words.reason} optional={t.accounts.account.optional} maxlength={1000} rows={3} />
        <FormActions>
          <Button kind="grave">{words.revoke}</Button>
          <ButtonLink href={list}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}
