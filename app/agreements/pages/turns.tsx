import { Person } from '../../ui/person.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import type { Agreement, Signatory } from '../agreement.ts'
import { partyOf } from '../wording.ts'
import { OfficeAt } from './parts.tsx'
import { type Reader, signatoryName } from './words.ts'

/** Who signs before and after, in the order of signing. */
export function TurnsTable({
  t,
  locale,
  agreement,
  signatory,
}: Reader & { agreement: Agreement; signatory: Signatory }) {
  const words = t.signing.page
  const columns = t.agreements.view.signatoryColumns
  const inTurn = agreement.signatories.toSorted((one, other) => one.signingOrder - other.signingOrder)
  return (
    <Table
      caption={words.turns}
      hidesCaption
      columns={[{ label: columns.person }, { label: columns.order, isNumeric: true }, { label: columns.signed }]}
      rows={inTurn.map((other) => [
        <Person
          name={signatoryName(other, locale)}
          office={<OfficeAt signatory={other} party={partyOf(agreement, other)} locale={locale} />}
        />,
        t.agreements.view.turn({ turn: other.signingOrder }),
        <Status tone={other.signature ? 'done' : 'open'}>
          {relation(other, signatory, words, t.signing.page.signed)}
        </Status>,
      ])}
    />
  )
}

function relation(other: Signatory, own: Signatory, words: Reader['t']['signing']['page'], signed: string): string {
  if (other.id === own.id) return own.signature ? signed : words.you
  if (other.signature) return words.hasSigned
  if (other.signingOrder === own.signingOrder) return words.sameTurn
  return other.signingOrder < own.signingOrder ? words.waitsBefore : words.after
}
