import { Button } from '../../../ui/button.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Table } from '../../../ui/table.tsx'
import { audiences, openings } from '../../grants/tables.ts'
import { partyById, partyName } from '../../pages/words.ts'
import type { LifeData } from './life.tsx'

/** What each party opens to the others, and the form in which one changes what one's own opens. */
export function Grants(props: LifeData) {
  const { t, locale, agreement, grants, own } = props
  const words = t.life.grants
  const isOpen = agreement.standing === 'in-force'
  return (
    <section class="stack" aria-labelledby="grants">
      <h2 id="grants">{words.title}</h2>
      <p class="soft">{isOpen ? words.open : words.closed}</p>
      <Table
        caption={words.title}
        hidesCaption
        columns={[{ label: words.what }, ...agreement.parties.map((party) => ({ label: partyName(party, locale) }))]}
        rows={openings.map((what) => [
          words.opens[what],
          ...agreement.partyIds.map((id) => {
            const grant = grants.find(({ organisationId, opens }) => organisationId === id && opens === what)
            return grant ? words.audiences[grant.audience] : <span class="soft">{words.audiences.closed}</span>
          }),
        ])}
      />
      {['in-force', 'suspended'].includes(agreement.standing)
        ? own.map((organisationId) => <GrantForm {...props} organisationId={organisationId} />)
        : null}
    </section>
  )
}

function GrantForm({ t, locale, agreement, grants, organisationId }: LifeData & { organisationId: string }) {
  const words = t.life.grants
  const party = partyById(agreement, organisationId)
  const open = (what: string) =>
    grants.find((grant) => grant.organisationId === organisationId && grant.opens === what)?.audience ?? 'closed'
  return (
    <details>
      <summary>{words.change({ party: party ? partyName(party, locale) : '' })}</summary>
      <Form action={`/${locale}/agreements/${agreement.reference}/grants`} hidden={{ organisation: organisationId }}>
        {openings.map((what) => (
          <Select
            name={`opens.${what}`}
            id={`opens-${what}-${party?.slug ?? ''}`}
            label={words.opens[what]}
            options={(['closed', ...audiences] as const).map((value) => ({ value, label: words.audiences[value] }))}
            value={open(what)}
          />
        ))}
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
