import type { Locale } from '../../language/locales.ts'
import { timeForReader } from '../../language/timesForReader.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { OutboxEntry, StoredMail } from '../../platform/mail/outbox.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Table } from '../../ui/table.tsx'

type Reader = { t: Catalogue; locale: Locale; zone: string }

export function OutboxPage(props: Reader & { mails: OutboxEntry[]; older: string | null }) {
  const { t, locale, mails, older } = props
  const words = t.accounts.outbox
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <div class="stack">
        <p class="lede">{words.explanation}</p>
        <p class="soft">{words.warning}</p>
      </div>
      {mails.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          hidesCaption
          columns={[words.subject, words.to, words.written, words.state].map((label) => ({ label }))}
          rows={mails.map((mail) => [
            <a href={`/${locale}/outbox/${mail.id}`} lang={mail.locale}>
              {mail.subject ?? words.notShown}
            </a>,
            mail.to?.address ?? '',
            <Moment time={timeOf(props, mail.writtenAt)} />,
            words.states[mail.state],
          ])}
        />
      )}
      {older ? (
        <p>
          <ButtonLink href={`/${locale}/outbox?before=${older}`}>{words.older}</ButtonLink>
        </p>
      ) : null}
    </div>
  )
}

export function MailPage(props: Reader & { mail: StoredMail }) {
  const { t, locale, mail } = props
  const words = t.accounts.outbox
  return (
    <div class="stack-wide">
      <p>
        <a href={`/${locale}/outbox`}>{words.back}</a>
      </p>
      {mail.subject ? <h1 lang={mail.locale}>{mail.subject}</h1> : <h1>{words.notShown}</h1>}
      <Facts
        items={[
          { term: words.to, value: mail.to ? `${mail.to.name ?? ''} ${mail.to.address}`.trim() : null },
          { term: words.written, value: <When {...props} at={mail.writtenAt} /> },
          { term: words.state, value: words.states[mail.state] },
        ]}
      />
      {mail.text === null ? <p>{words.withoutContent}</p> : <Body {...props} text={mail.text} />}
      <Tries {...props} />
    </div>
  )
}

function Body({ t, locale, mail, text }: Reader & { mail: StoredMail; text: string }) {
  const words = t.accounts.outbox
  return (
    <section class="stack">
      <h2>{words.asText}</h2>
      <div class="stack prose" lang={mail.locale}>
        {text.split('\n\n').map((paragraph) => (
          <p>{paragraph.split('\n').map((line, index) => [index > 0 ? <br /> : null, linked(line)])}</p>
        ))}
      </div>
      <p>
        <a href={`/${locale}/outbox/${mail.id}/html`}>{words.asHtml}</a>
      </p>
      {mail.attachments.length > 0 ? (
        <>
          <h3>{words.attachments}</h3>
          <ul>
            {mail.attachments.map(({ fileName }, position) => (
              <li>
                <a href={`/${locale}/outbox/${mail.id}/attachments/${position}`}>{fileName}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** A line that is an address, as mails here have it, can be followed. */
const linked = (line: string) => (/^https?:\/\/[^\s<>"]+$/.test(line) ? <a href={line}>{line}</a> : line)

function Tries(props: Reader & { mail: StoredMail }) {
  const { t, locale, mail } = props
  const words = t.accounts.outbox
  return (
    <section class="stack">
      {mail.tries.length > 0 ? <h2>{words.tries}</h2> : null}
      {mail.tries.length > 0 ? (
        <ol>
          {mail.tries.map((attempt) => (
            <li>
              <When {...props} at={attempt.at} /> {words.outcomes[attempt.outcome]}
              {attempt.detail ? <span class="soft"> {attempt.detail}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {['retrying', 'given-up'].includes(mail.state) && mail.to !== null ? (
        <Form action={`/${locale}/outbox/${mail.id}/attempts`}>
          <FormActions>
            <Button kind="secondary">{words.retry}</Button>
          </FormActions>
        </Form>
      ) : null}
    </section>
  )
}

const timeOf = ({ locale, zone }: Reader, at: Date) =>
  timeForReader({ instant: at.toISOString(), zone }, { locale, zone })

const When = ({ at, ...reader }: Reader & { at: Date }) => <Moment isInline time={timeOf(reader, at)} />
