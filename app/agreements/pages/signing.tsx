import { PasskeyForm } from '../../accounts/passkeys/form.tsx'
import type { SignedIn } from '../../accounts/scope.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Hash } from '../../ui/hash.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Steps } from '../../ui/steps.tsx'
import { type Agreement, type AgreementFile, type Signatory, signatoryOf, whoseTurn } from '../agreement.ts'
import { documentToSign } from '../consenting.ts'
import { partyOf } from '../wording.ts'
import { AgreementText, Errors, PartiesCord, Trail } from './parts.tsx'
import { Remarks } from './publicPage.tsx'
import { SignatureSeal } from './signatures.tsx'
import { TurnsTable } from './turns.tsx'
import { languagesListed, listed, momentAt, partyName, type Reader, signatoryName, titleFor } from './words.ts'
import { Ground } from './workspaceParts.tsx'

export type SigningData = {
  agreement: Agreement
  person: SignedIn | null
  wasSent: boolean
  hasJustSigned: boolean
  /** The time-stamp service is the built-in one. */
  isTrialStamp: boolean
  /** The signatory has a passkey, which confirms the consent beside the code. */
  hasPasskey: boolean
  errors?: Record<string, string>
}

type Act = Reader & SigningData & { signatory: Signatory; document: AgreementFile }

/** The signatory's page: the document to read, and three acts, one after another. */
export function SigningPage(props: Reader & SigningData) {
  const { t, locale, agreement, person } = props
  const words = t.signing.page
  const title = titleFor(agreement, locale)
  const signatory = signatoryOf(agreement, person)
  const document = documentToSign(agreement)
  return (
    <article class="stack-wide">
      <Errors t={t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={words.title} />
        <h1 lang={title.locale}>{title.text}</h1>
        {signatory ? (
          <p class="lede">
            {words.forParty({
              name: signatoryName(signatory, locale),
              organisation: partyName(partyOf(agreement, signatory), locale),
            })}
          </p>
        ) : null}
      </div>
      {signatory && document ? (
        <Ceremony {...props} signatory={signatory} document={document} />
      ) : (
        <p>{signatory ? words.notPrepared : t.signing.refusals['not-a-signatory']}</p>
      )}
    </article>
  )
}

function Ceremony(act: Act) {
  const { t, agreement, signatory } = act
  const words = t.signing.page
  return (
    <>
      <Progress {...act} />
      {signatory.signature ? <Signed {...act} /> : null}
      <Remarks {...act} />
      <section class="stack" aria-labelledby="document">
        <h2 id="document">{words.document}</h2>
        <DocumentFacts {...act} />
        {agreement.languages.includes(act.locale) ? null : (
          <p>{t.agreements.publicPage.notAuthentic({ languages: languagesListed(agreement.languages, act.locale) })}</p>
        )}
        <AgreementText {...act} />
      </section>
      <section class="stack" aria-labelledby="turns">
        <h2 id="turns">{words.turns}</h2>
        <TurnsTable {...act} />
      </section>
      {signatory.signature ? null : signatory.consent ? <SignAct {...act} /> : <ConsentActs {...act} />}
    </>
  )
}

function Progress({ t, signatory, wasSent, errors }: Act) {
  const { steps } = t.signing.page
  const reached = signatory.signature ? 3 : signatory.consent ? 2 : wasSent || errors?.['code'] ? 1 : 0
  return (
    <Steps
      label={steps.label}
      steps={[steps.code, steps.consent, steps.sign].map((label, index) => {
        const state = index < reached ? 'done' : index === reached ? 'current' : 'ahead'
        return { label, state, stateWord: steps[state] }
      })}
    />
  )
}

function DocumentFacts({ t, locale, agreement, signatory, document }: Act) {
  const words = t.signing.page
  const address = `/${locale}/agreements/${agreement.reference}/document.pdf?revision=${document.revision}`
  return (
    <>
      <p>{words.documentBody}</p>
      <Facts
        items={[
          { term: words.document, value: <a href={address}>{words.pdf}</a> },
          { term: words.hash, value: <Hash value={document.sha256} words={t.agreements.copy} /> },
          { term: words.ground, value: <Ground t={t} locale={locale} signatory={signatory} /> },
        ]}
      />
    </>
  )
}

/** First a code, then with it the consent. Both forms are there at once: whoever has a code already need not ask again. */
function ConsentActs(act: Act) {
  const { t, locale, agreement, signatory, person, wasSent } = act
  const words = t.signing.page
  const below = `/${locale}/agreements/${agreement.reference}`
  const address = person?.address ?? ''
  return (
    <>
      <section class="stack" aria-labelledby="code-title">
        <h2 id="code-title">{words.codeTitle}</h2>
        <p>{words.codeBody({ address })}</p>
        <Form action={`${below}/codes`}>
          <FormActions>
            <Button kind={wasSent ? 'secondary' : 'primary'}>{wasSent ? words.codeAgain : words.codeSend}</Button>
          </FormActions>
        </Form>
      </section>
      <section class="stack" aria-labelledby="consent">
        <h2 id="consent">{words.consentTitle}</h2>
        {wasSent ? <Notice kind="done" title={words.codeSent({ address })} /> : null}
        <p>{words.consentBody({ organisation: partyName(partyOf(agreement, signatory), locale) })}</p>
        {act.hasPasskey ? <ConsentWithPasskey {...act} /> : <ConsentByCode {...act} />}
      </section>
    </>
  )
}

/** The code says that the mailbox is theirs, the passkey that the device is; its answer speaks of this very document. */
function ConsentWithPasskey(act: Act) {
  const { t, locale, agreement, document } = act
  const words = t.signing.page
  const below = `/${locale}/agreements/${agreement.reference}`
  return (
    <PasskeyForm
      t={t}
      ceremony="get"
      options={`${below}/passkey-options`}
      action={`${below}/consents`}
      hidden={{ documentSha256: document.sha256 }}
      label={words.consentWithPasskey}
      kind="primary"
      withoutScript={<ConsentByCode {...act} id="code-alone" />}
    >
      <p>{words.passkeyBody}</p>
      <CodeField {...act} />
    </PasskeyForm>
  )
}

function ConsentByCode({ id, ...act }: Act & { id?: string }) {
  const { t, locale, agreement, document } = act
  return (
    <Form action={`/${locale}/agreements/${agreement.reference}/consents`} hidden={{ documentSha256: document.sha256 }}>
      <CodeField {...act} {...(id ? { id } : {})} />
      <FormActions>
        <Button>{t.signing.page.consent}</Button>
      </FormActions>
    </Form>
  )
}

const CodeField = ({ t, errors, id }: Act & { id?: string }) => (
  <TextField
    name="code"
    {...(id ? { id } : {})}
    label={t.signing.page.code}
    error={errors?.['code']}
    width="short"
    autocomplete="one-time-code"
    inputmode="numeric"
    spellcheck={false}
    required
  />
)

function SignAct({ t, locale, zone, agreement, signatory, document }: Act) {
  const words = t.signing.page
  const below = `/${locale}/agreements/${agreement.reference}`
  const turn = whoseTurn(agreement.signatories)
  const isMyTurn = turn.includes(signatory)
  const names = listed(
    turn.map((other) => signatoryName(other, locale)),
    locale,
  )
  return (
    <section class="stack" aria-labelledby="signature">
      <h2 id="signature">{words.signTitle}</h2>
      <Notice kind="done" title={words.consented}>
        {signatory.consent ? (
          <p>
            <Moment time={momentAt(signatory.consent.at, { locale, zone }, partyOf(agreement, signatory))} isInline />
          </p>
        ) : null}
        <Form action={`${below}/consents/withdrawal`}>
          <Button kind="quiet">{words.withdraw}</Button>
        </Form>
      </Notice>
      {isMyTurn ? (
        <>
          <p>{words.signBody}</p>
          {agreement.demonstration ? <p>{words.demonstration}</p> : null}
          <Form action={`${below}/signatures`} hidden={{ documentSha256: document.sha256 }}>
            <FormActions>
              <Button>{words.sign}</Button>
            </FormActions>
          </Form>
        </>
      ) : (
        <Notice kind="note" title={words.notYourTurn({ names })} />
      )}
    </section>
  )
}

/** What was made of the act, who is next, and the cord once all have signed. */
function Signed(act: Act) {
  const { t, locale, zone, agreement, signatory, hasJustSigned, isTrialStamp } = act
  const words = t.signing.page
  const { signature } = signatory
  if (!signature) return null
  const next = agreement.inForce ? [] : whoseTurn(agreement.signatories)
  const isLast = agreement.signatories.every((other) => !other.signature || other.signature.at <= signature.at)
  const below = `/${locale}/agreements/${agreement.reference}`
  return (
    <section class="stack" aria-labelledby="signed">
      <h2 id="signed">{words.signed}</h2>
      {agreement.inForce ? <PartiesCord {...act} state={hasJustSigned && isLast ? 'tying' : 'tied'} /> : null}
      <SignatureSeal {...act} />
      <Facts
        items={[
          {
            term: t.agreements.publicPage.columns.at,
            value: <Moment time={momentAt(signature.at, { locale, zone }, partyOf(agreement, signatory))} />,
          },
          { term: words.certificate, value: words.certificateValue({ field: signatory.field }) },
          { term: words.stamp, value: signature.stampedBy },
        ]}
      />
      {isTrialStamp ? <p class="soft">{words.trial}</p> : null}
      <p>
        {next.length === 0
          ? isLast
            ? words.last
            : words.tied
          : words.next({
              names: listed(
                next.map((other) => signatoryName(other, locale)),
                locale,
              ),
            })}
      </p>
      <div class="row">
        <ButtonLink href={below}>{words.toAgreement}</ButtonLink>
        <a href={`/${locale}/verify/${agreement.reference}`}>{words.verify}</a>
      </div>
    </section>
  )
}
