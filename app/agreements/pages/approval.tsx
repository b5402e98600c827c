import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Hash } from '../../ui/hash.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Person } from '../../ui/person.tsx'
import type { Agreement } from '../agreement.ts'
import { AgreementText, Errors, officeOf, Trail } from './parts.tsx'
import { partyById, partyName, type Reader, signatoryName, titleFor } from './words.ts'
import { Ground } from './workspaceParts.tsx'

export type ApprovalData = {
  agreement: Agreement
  /** The parties for which the asker may approve. */
  parties: string[]
  hasOpenProposals: boolean
  errors?: Record<string, string>
}

/** The step before approving: exactly which text, what approving means, and who will sign on what ground. */
export function ApprovalPage(props: Reader & ApprovalData) {
  const { t, locale, agreement, parties } = props
  const words = t.signing.approval
  const title = titleFor(agreement, locale)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1>{words.title}</h1>
        <p class="lede" lang={title.locale}>
          {title.text}
        </p>
      </div>
      <section class="stack" aria-labelledby="text">
        <h2 id="text">{words.text}</h2>
        <AgreementText {...props} />
      </section>
      <section class="stack" aria-labelledby="meaning">
        <h2 id="meaning">{words.whatItMeans}</h2>
        <ul>
          {words.meaning.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        {props.hasOpenProposals ? <Notice kind="care" title={words.openProposals} /> : null}
      </section>
      {parties.length === 0 || agreement.documents.length > 0 ? (
        <p>{words.nothingToDo}</p>
      ) : (
        parties.map((party) => <OneParty {...props} organisationId={party} />)
      )}
    </article>
  )
}

function OneParty(props: Reader & ApprovalData & { organisationId: string }) {
  const { t, locale, agreement, organisationId } = props
  const words = t.signing.approval
  const party = partyById(agreement, organisationId)
  const signatory = agreement.signatories.find((named) => named.organisationId === organisationId)
  if (!party) return null
  const name = partyName(party, locale)
  return (
    <section class="stack" aria-labelledby={`party-${party.slug}`}>
      <h2 id={`party-${party.slug}`}>{name}</h2>
      <Facts
        items={[
          { term: t.agreements.facts.textHash, value: <Hash value={agreement.textHash} words={t.agreements.copy} /> },
          {
            term: words.signatory,
            value: signatory ? (
              <Person name={signatoryName(signatory, locale)} office={officeOf(signatory, locale)} />
            ) : (
              <a href={`/${locale}/agreements/${agreement.reference}/signatories/${party.slug}`}>{words.noSignatory}</a>
            ),
          },
          { term: words.ground, value: signatory ? <Ground t={t} locale={locale} signatory={signatory} /> : null },
        ]}
      />
      {party.approval ? <Withdraw {...props} name={name} /> : <Approve {...props} name={name} />}
    </section>
  )
}

type Act = Reader & ApprovalData & { organisationId: string; name: string }

function Approve({ t, locale, agreement, organisationId, name }: Act) {
  const below = `/${locale}/agreements/${agreement.reference}`
  return (
    <>
      <p>{t.signing.approval.intro({ party: name })}</p>
      <Form action={`${below}/approvals`} hidden={{ organisationId, textHash: agreement.textHash }}>
        <FormActions>
          <Button>{t.signing.approval.confirm}</Button>
          <ButtonLink href={below}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}

function Withdraw({ t, locale, agreement, organisationId, name }: Act) {
  const words = t.signing.approval
  return (
    <>
      <p>{words.withdrawBody({ party: name })}</p>
      <Form action={`/${locale}/agreements/${agreement.reference}/approvals/withdrawal`} hidden={{ organisationId }}>
        <Button kind="secondary">{words.withdraw}</Button>
      </Form>
    </>
  )
}
