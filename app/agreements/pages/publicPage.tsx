import { dateText } from '../../language/dates.ts'
import { pick } from '../../language/translated.ts'
import { Facts } from '../../ui/facts.tsx'
import { Hash } from '../../ui/hash.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Agreement } from '../agreement.ts'
import { documentToSign } from '../consenting.ts'
import { AgreementText, Parties, PartiesCord, StandingStatus, Trail } from './parts.tsx'
import { Signatures } from './signatures.tsx'
import { dayOf, languagesListed, monthsText, type Reader, titleFor } from './words.ts'

/** The agreement for everybody: who agreed, for how long, in which languages, and what, if the parties wish. */
export function PublicAgreement(props: Reader & { agreement: Agreement; isPreview: boolean }) {
  const { t, locale, agreement, isPreview } = props
  const title = titleFor(agreement, locale)
  const words = t.agreements.publicPage
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} agreement={undefined} here={agreement.reference} />
        <p class="soft">{t.agreements.kinds[agreement.kind]}</p>
        <h1 lang={title.locale}>{title.text}</h1>
        <div>
          <StandingStatus t={t} standing={agreement.standing} />
        </div>
        {isPreview ? (
          <p>
            {words.preview} <a href={`/${locale}/agreements/${agreement.reference}`}>{words.backToWorkspace}</a>
          </p>
        ) : null}
      </div>
      <PartiesCord {...props} />
      <Remarks {...props} />
      <section class="stack" aria-labelledby="facts">
        <h2 id="facts">{t.agreements.facts.title}</h2>
        <PublicFacts {...props} />
      </section>
      <section class="stack" aria-labelledby="signatures">
        <h2 id="signatures">{words.signatures}</h2>
        <Signatures {...props} />
      </section>
      <PublicText {...props} />
    </article>
  )
}

/** That nobody real signed, and that the text is a model: before anything else is read. */
export function Remarks({ t, locale, agreement }: Reader & { agreement: Agreement }) {
  const model = agreement.modelNotice && pick(agreement.modelNotice, locale)
  const words = t.agreements.publicPage
  return (
    <>
      {agreement.demonstration ? (
        <Notice kind="care" title={words.demonstration}>
          <p>{words.demonstrationBody}</p>
        </Notice>
      ) : null}
      {model ? (
        <Notice kind="note" title={words.model}>
          <p lang={model.locale}>{model.text}</p>
        </Notice>
      ) : null}
    </>
  )
}

function PublicFacts(reader: Reader & { agreement: Agreement }) {
  const { t, locale, agreement } = reader
  const words = t.agreements.facts
  const { inForce, publication, reference } = agreement
  const term = inForce
    ? words.inForce({ from: dayOf(inForce.from, agreement, locale), until: dateText(locale, inForce.until) })
    : words.termUnit({ duration: monthsText(locale, agreement.termMonths) })
  const document = documentToSign(agreement)
  return (
    <Facts
      items={[
        { term: words.reference, value: <code>{reference}</code> },
        { term: t.agreements.parties.title, value: <Parties {...reader} parties={agreement.parties} /> },
        { term: words.term, value: term },
        { term: words.notice, value: monthsText(locale, agreement.noticeMonths) },
        { term: words.languages, value: languagesListed(agreement.languages, locale) },
        {
          term: words.document,
          value: publication?.withText ? (
            <a href={`/${locale}/agreements/${reference}/document.pdf`}>{words.documentLink}</a>
          ) : null,
        },
        {
          term: words.documentHash,
          value: document ? <Hash value={document.sha256} words={t.agreements.copy} /> : null,
        },
        {
          term: words.verification,
          value: <a href={`/${locale}/verify/${reference}`}>{words.verificationLink}</a>,
        },
      ]}
    />
  )
}

function PublicText(props: Reader & { agreement: Agreement }) {
  const { t, locale, agreement } = props
  const words = t.agreements.publicPage
  return (
    <section class="stack" aria-labelledby="text">
      <h2 id="text">{words.text}</h2>
      {agreement.publication?.withText ? (
        <>
          {agreement.languages.includes(locale) ? null : (
            <p>{words.notAuthentic({ languages: languagesListed(agreement.languages, locale) })}</p>
          )}
          <AgreementText {...props} />
        </>
      ) : (
        <p class="soft">{words.textWithheld}</p>
      )}
    </section>
  )
}
