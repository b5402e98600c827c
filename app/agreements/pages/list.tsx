import { type Content, pick } from '../../language/translated.ts'
import { dateText } from '../../language/dates.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Table } from '../../ui/table.tsx'
import type { AgreementSummary } from '../queries.ts'
import { StandingStatus } from './parts.tsx'
import { contentFor, type Reader, titleFor } from './words.ts'

export type ListData = {
  agreements: AgreementSummary[]
  /** Where the list goes on, if it does. */
  older: string | null
  isFirstPage: boolean
  mayDraft: boolean
  isSignedIn: boolean
  /** The organisations whose register the asker keeps. */
  registers: { slug: string; name: Content }[]
}

export function AgreementList(props: Reader & ListData) {
  const { t, locale, agreements, mayDraft } = props
  const words = t.agreements.list
  const draft = `/${locale}/agreements/new`
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.intro}</p>
        {mayDraft && agreements.length > 0 ? (
          <div>
            <ButtonLink kind="primary" href={draft}>
              {words.draft}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      {props.registers.length > 0 ? (
        <ul class="row" role="list">
          {props.registers.map(({ slug, name }) => (
            <li>
              <a href={`/${locale}/register/${slug}`}>
                {t.register.toRegister({ organisation: contentFor(name, locale).text })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {agreements.length === 0 ? <Nothing {...props} /> : <Agreements {...props} />}
      {props.older || !props.isFirstPage ? (
        <Pager
          label={words.pages}
          position=""
          {...(props.isFirstPage ? {} : { previous: { href: `/${locale}/agreements`, label: words.newest } })}
          {...(props.older
            ? { next: { href: `/${locale}/agreements?before=${props.older}`, label: words.older } }
            : {})}
        />
      ) : null}
    </div>
  )
}

function Nothing({ t, locale, mayDraft, isSignedIn }: Reader & ListData) {
  const { empty } = t.agreements.list
  if (mayDraft)
    return (
      <Empty title={empty.title} action={<ButtonLink href={`/${locale}/agreements/new`}>{empty.first}</ButtonLink>}>
        <p>{empty.coordinator}</p>
      </Empty>
    )
  return (
    <Empty title={empty.title}>
      <p>{isSignedIn ? empty.member : empty.visitor}</p>
    </Empty>
  )
}

function Agreements({ t, locale, agreements }: Reader & ListData) {
  const { columns, caption, isPublic, notInForce } = t.agreements.list
  return (
    <Table
      caption={caption}
      hidesCaption
      columns={[
        { label: columns.agreement },
        { label: columns.parties },
        { label: columns.standing },
        { label: columns.until },
      ]}
      rows={agreements.map((agreement) => {
        const title = titleFor(agreement, locale)
        return [
          <>
            <a href={`/${locale}/agreements/${agreement.reference}`} lang={title.locale}>
              {title.text}
            </a>
            <span class="person-office">{agreement.reference}</span>
          </>,
          <ul role="list">
            {agreement.parties.map((party) => {
              const name = pick(party.name, locale)
              return <li lang={name?.locale}>{name?.text}</li>
            })}
            {agreement.others.map((name) => (
              <li>{name}</li>
            ))}
          </ul>,
          <>
            <StandingStatus t={t} standing={agreement.standing} />
            {agreement.isPublic ? <span class="soft small"> {isPublic}</span> : null}
          </>,
          agreement.until ? (
            <span class="nowrap">{dateText(locale, agreement.until)}</span>
          ) : (
            <span class="soft">{notInForce}</span>
          ),
        ]
      })}
    />
  )
}
