import { Moment } from '../../ui/moment.tsx'
import { Person } from '../../ui/person.tsx'
import { Seal } from '../../ui/seal.tsx'
import { Table } from '../../ui/table.tsx'
import type { Agreement, Signatory } from '../agreement.ts'
import { partyOf } from '../wording.ts'
import { officeOf, PartyName } from './parts.tsx'
import { momentAt, partyName, type Reader, sealMark, signatoryName } from './words.ts'

/** The mark of a landed signature, or the place where it will be. */
export function SignatureSeal({
  t,
  locale,
  agreement,
  signatory,
}: Reader & { agreement: Agreement; signatory: Signatory }) {
  const words = t.agreements.publicPage
  const organisation = partyName(partyOf(agreement, signatory), locale)
  const { mark, lang } = sealMark(agreement, signatory)
  return signatory.signature ? (
    <Seal mark={mark} lang={lang} label={words.seal({ name: signatoryName(signatory, locale), organisation })} />
  ) : (
    <Seal mark="" state="awaited" label={words.sealAwaited({ organisation })} />
  )
}

/** Who signed for whom, when, on both clocks. In the order of display. */
export function Signatures(reader: Reader & { agreement: Agreement }) {
  const { t, locale, agreement } = reader
  const words = t.agreements.publicPage
  return (
    <Table
      caption={words.signatures}
      hidesCaption
      columns={[
        { label: words.columns.signatory },
        { label: words.columns.party },
        { label: words.columns.at },
        { label: words.columns.seal },
      ]}
      rows={agreement.signatories.map((signatory) => [
        <Person name={signatoryName(signatory, locale)} office={officeOf(signatory, locale)} />,
        <PartyName party={partyOf(agreement, signatory)} locale={locale} />,
        <SignedAt {...reader} signatory={signatory} />,
        <SignatureSeal {...reader} signatory={signatory} />,
      ])}
    />
  )
}

function SignedAt({ t, locale, zone, agreement, signatory }: Reader & { agreement: Agreement; signatory: Signatory }) {
  if (!signatory.signature) return <span class="soft">{t.agreements.view.notYet}</span>
  const { at, stampedBy } = signatory.signature
  return (
    <>
      <Moment time={momentAt(at, { locale, zone }, partyOf(agreement, signatory))} />
      <p class="soft small">{t.agreements.publicPage.stampedBy({ service: stampedBy })}</p>
    </>
  )
}
