import { dateText } from '../../language/dates.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Lines } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Hash } from '../../ui/hash.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Person } from '../../ui/person.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import type { Agreement, Party, Signatory } from '../agreement.ts'
import type { Proposal } from '../proposing.ts'
import { partyOf } from '../wording.ts'
import { OfficeAt, PartyName } from './parts.tsx'
import { SignatureSeal } from './signatures.tsx'
import { comma, leadOf, momentAt, partyById, partyName, type Reader, signatoryName } from './words.ts'
import type { WorkspaceData } from './workspace.tsx'

type Props = Reader & WorkspaceData

const below = ({ locale, agreement }: Props, path: string) => `/${locale}/agreements/${agreement.reference}${path}`

/** Each party's consent to the text with this very fingerprint. */
export function Approvals(props: Props) {
  const { t, locale, agreement, powers } = props
  const words = t.agreements.view
  const isOpen = agreement.documents.length === 0
  return (
    <section class="stack" aria-labelledby="approvals">
      <h2 id="approvals">{words.approvalsTitle}</h2>
      <Table
        caption={words.approvalsTitle}
        hidesCaption
        columns={[{ label: words.approvalColumns.party }, { label: words.approvalColumns.approval }]}
        rows={agreement.parties.map((party) => [
          <PartyName party={party} locale={locale} />,
          <ApprovalState {...props} party={party} />,
        ])}
      />
      {isOpen && powers.approvesFor.length > 0 ? (
        <div>
          <ButtonLink href={below(props, '/approval')}>{words.approve}</ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

function ApprovalState({ t, locale, zone, people, party }: Props & { party: Party }) {
  const words = t.agreements.view
  if (!party.approval)
    return party.approvedEarlierText ? (
      <Status tone="late">{words.approvedEarlier}</Status>
    ) : (
      <Status tone="open">{words.notApproved}</Status>
    )
  const by = party.approval.by && people.get(party.approval.by)
  return (
    <>
      <Status tone="done">{by ? words.approved({ by }) : words.approvedBySomebody}</Status>
      <Moment time={momentAt(party.approval.at, { locale, zone }, party)} />
    </>
  )
}

/** Named, invited, consented, signed: four things, never one. */
export function Signatories(props: Props) {
  const { t, locale, agreement, powers } = props
  const words = t.agreements.view
  const { signatoryColumns: columns } = words
  const mayName = agreement.documents.length === 0 && powers.negotiatesFor.length > 0
  return (
    <section class="stack" aria-labelledby="signatories">
      <h2 id="signatories">{words.signatoriesTitle}</h2>
      {agreement.signatories.length === 0 ? (
        <p class="soft">{words.noSignatories}</p>
      ) : (
        <Table
          caption={words.signatoriesCaption}
          hidesCaption
          columns={[
            { label: columns.person },
            { label: columns.ground },
            { label: columns.order, isNumeric: true },
            { label: columns.invited },
            { label: columns.consented },
            { label: columns.signed },
          ]}
          rows={agreement.signatories.map((signatory) => [
            <Person
              name={signatoryName(signatory, locale)}
              office={<OfficeAt signatory={signatory} party={partyOf(agreement, signatory)} locale={locale} />}
            />,
            <Ground t={t} locale={locale} signatory={signatory} />,
            words.turn({ turn: signatory.signingOrder }),
            <Invited {...props} signatory={signatory} />,
            <When {...props} at={signatory.consent?.at} party={partyOf(agreement, signatory)} />,
            <Signed {...props} signatory={signatory} />,
          ])}
        />
      )}
      {mayName ? (
        <div>
          <ButtonLink href={below(props, '/signatories')}>{words.editSignatories}</ButtonLink>
        </div>
      ) : null}
    </section>
  )
}

/** On what ground somebody may sign, as a lawyer would look it up. */
export function Ground({ t, locale, signatory }: Pick<Reader, 't' | 'locale'> & { signatory: Signatory }) {
  const words = t.agreements.view
  const { ground, groundReference, groundDate, groundLimits } = signatory
  return (
    <>
      {words.groundLine({ ground: t.agreements.groundNames[ground], reference: groundReference })}
      {groundDate ? `${comma(locale)}${words.groundDate({ date: dateText(locale, groundDate) })}` : ''}
      {groundLimits ? <span class="soft"> {words.groundLimits({ limits: groundLimits })}</span> : null}
    </>
  )
}

function When({ t, locale, zone, at, party }: Props & { at: Date | null | undefined; party: Party }) {
  if (!at) return <span class="soft">{t.agreements.view.notYet}</span>
  return <Moment time={momentAt(at, { locale, zone }, party)} />
}

function Invited(props: Props & { signatory: Signatory }) {
  const { t, agreement, powers, signatory } = props
  const entitled = powers.negotiatesFor
  const mayInvite =
    signatory.invitedAt !== null &&
    !signatory.signature &&
    (entitled.includes(signatory.organisationId) || entitled.includes(agreement.leadOrganisationId))
  return (
    <>
      <When {...props} at={signatory.invitedAt} party={partyOf(agreement, signatory)} />
      {signatory.openedAt ? <span class="soft small"> {t.agreements.view.opened}</span> : null}
      {mayInvite ? (
        <Form action={below(props, `/signatories/${partyOf(agreement, signatory).slug}/invitations`)}>
          <Button kind="quiet">{t.agreements.view.inviteAgain}</Button>
        </Form>
      ) : null}
    </>
  )
}

function Signed(props: Props & { signatory: Signatory }) {
  const { agreement, signatory } = props
  return (
    <>
      <When {...props} at={signatory.signature?.at} party={partyOf(agreement, signatory)} />
      {signatory.signature ? <SignatureSeal {...props} /> : null}
    </>
  )
}

const proposalTones: Record<Proposal['state'], Tone> = {
  open: 'waiting',
  accepted: 'done',
  declined: 'ended',
  withdrawn: 'ended',
}

export function Proposals(props: Props) {
  const { t, agreement, proposals } = props
  const words = t.agreements.view
  return (
    <section class="stack" aria-labelledby="proposals">
      <h2 id="proposals">{words.proposalsTitle}</h2>
      {proposals.length === 0 ? (
        <p class="soft">{words.noProposals}</p>
      ) : (
        <Lines>
          {proposals.map((proposal) => (
            <div class="row">
              <a href={below(props, `/proposals/${proposal.id}`)}>{proposalLine(proposal, agreement, props)}</a>
              <Status tone={proposalTones[proposal.state]}>{words.proposalStates[proposal.state]}</Status>
            </div>
          ))}
        </Lines>
      )}
    </section>
  )
}

function proposalLine(proposal: Proposal, agreement: Agreement, { t, locale }: Reader): string {
  const by = partyById(agreement, proposal.organisationId)
  const party = by ? partyName(by, locale) : ''
  const clause = agreement.clauses.find(({ id }) => id === proposal.clauseId)
  const words = t.agreements.view
  return clause ? words.proposalLine({ party, clause: clause.number }) : words.proposalGone({ party })
}

/** Every revision of the file, each containing the ones before it byte for byte. */
export function Documents(props: Props) {
  const { t, agreement } = props
  const words = t.agreements.view
  const { documentColumns: columns } = words
  return (
    <section class="stack" aria-labelledby="documents">
      <h2 id="documents">{words.documentsTitle}</h2>
      {agreement.documents.length === 0 ? (
        <p class="soft">{words.noDocuments}</p>
      ) : (
        <Table
          caption={words.documentsTitle}
          hidesCaption
          columns={[
            { label: columns.revision },
            { label: columns.kind },
            { label: columns.hash },
            { label: columns.made },
          ]}
          rows={agreement.documents.map((document) => [
            <a href={below(props, `/document.pdf?revision=${document.revision}`)}>
              {words.download({ revision: document.revision })}
            </a>,
            words.documentKinds[document.kind],
            <Hash value={document.sha256} words={t.agreements.copy} />,
            <Moment time={momentAt(document.madeAt, props, leadOf(agreement))} />,
          ])}
        />
      )}
    </section>
  )
}

export function Publication(props: Props) {
  const { t, agreement, powers } = props
  const words = t.agreements.view
  const { publication } = agreement
  return (
    <section class="stack" aria-labelledby="publication">
      <h2 id="publication">{words.publicTitle}</h2>
      <p>{publication ? (publication.withText ? words.isPublicWithText : words.isPublic) : words.isNotPublic}</p>
      <div class="row">
        {publication ? <a href={below(props, '?view=public')}>{words.seePublic}</a> : null}
        {powers.edits ? (
          <ButtonLink href={below(props, '/publication')}>
            {publication ? words.changePublication : words.publish}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
