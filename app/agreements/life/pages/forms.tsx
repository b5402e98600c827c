import { dateText } from '../../../language/dates.ts'
import { localTime } from '../../../language/times.ts'
import { pick } from '../../../language/translated.ts'
import { Button } from '../../../ui/button.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import { partyById, partyName } from '../../pages/words.ts'
import { cadences, evidenceKinds } from '../../undertakings/tables.ts'
import { noticeEnds } from '../terminating.ts'
import type { LifeData } from './life.tsx'

/** A party takes something upon itself. */
export function NewUndertakingForm({ t, locale, agreement, own, colleagues, entries = {}, errors = {} }: LifeData) {
  const words = t.undertakings.add
  const field = (name: string) => ({ name, value: entries[name], error: errors[name] })
  return (
    <details open={Object.keys(errors).some((name) => ['title', 'firstDue', 'cadence'].includes(name))}>
      <summary>{words.title}</summary>
      <Form action={`/${locale}/agreements/${agreement.reference}/undertakings`}>
        <PartyField {...{ t, locale, agreement }} among={own} label={words.party} />
        <TextField {...field('title')} label={words.what} hint={words.whatHint} />
        <Select
          {...field('clause')}
          label={words.clause}
          optional={t.undertakings.optional}
          options={[
            { value: '', label: words.noClause },
            ...agreement.clauses.map((clause) => ({
              value: clause.id,
              label: `${clause.number}. ${pick(Object.fromEntries(Object.entries(clause.texts).map(([l, x]) => [l, x.heading])), locale)?.text ?? ''}`,
            })),
          ]}
        />
        <Select
          {...field('cadence')}
          label={words.cadence}
          options={cadences.map((value) => ({ value, label: t.undertakings.cadences[value] }))}
          value={entries['cadence'] ?? 'once'}
        />
        <TextField {...field('firstDue')} type="date" label={words.firstDue} hint={words.firstDueHint} />
        <Select
          {...field('evidence')}
          label={words.evidence}
          options={evidenceKinds.map((value) => ({ value, label: t.undertakings.evidenceKinds[value] }))}
          value={entries['evidence'] ?? 'note'}
        />
        {own.length === 1 ? (
          <Select
            {...field('person')}
            label={words.person}
            options={[
              { value: '', label: t.undertakings.everybody },
              ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        <FormActions>
          <Button>{words.action}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

type Among = Pick<LifeData, 't' | 'locale' | 'agreement'> & { among: string[]; label: string; id?: string }

/** For which of one's own parties: asked only where there are several. */
function PartyField({ locale, agreement, among, label, id }: Among) {
  if (among.length === 1) return <input type="hidden" name="organisation" value={among[0]} />
  return (
    <Select
      name="organisation"
      {...(id ? { id } : {})}
      label={label}
      options={among.flatMap((value) => {
        const party = partyById(agreement, value)
        return party ? [{ value, label: partyName(party, locale) }] : []
      })}
    />
  )
}

/** Renewal, rest, and notice: what a party's board decides, each behind a step of its own. */
export function EndingForms(props: LifeData) {
  const { t, locale, agreement, manages, mayRenew } = props
  const words = t.life.ending
  const here = `/${locale}/agreements/${agreement.reference}`
  const runs = ['in-force', 'suspended'].includes(agreement.standing)
  return (
    <section class="stack" aria-labelledby="ending">
      <h2 id="ending">{words.title}</h2>
      <p>{words.reminders}</p>
      {mayRenew && !agreement.renewedBy && !agreement.registration ? (
        <details>
          <summary>{words.renew.title}</summary>
          <p>{words.renew.body}</p>
          <form method="post" action={`${here}/renewal`}>
            <Button kind="secondary">{words.renew.action}</Button>
          </form>
        </details>
      ) : null}
      {manages.length > 0 && runs ? <Rest {...props} here={here} /> : null}
      {manages.length > 0 && runs ? <NoticeForms {...props} here={here} /> : null}
    </section>
  )
}

function Rest(props: LifeData & { here: string }) {
  const { t, agreement, manages, here, errors = {}, entries = {} } = props
  const words = t.life.ending
  if (agreement.resting)
    return manages.includes(agreement.resting.organisationId) ? (
      <form method="post" action={`${here}/suspension/lifting`}>
        <Button kind="secondary">{words.lift}</Button>
      </form>
    ) : null
  return (
    <details>
      <summary>{words.suspend.title}</summary>
      <p>{words.suspend.body}</p>
      <Form action={`${here}/suspension`}>
        <PartyField {...props} among={manages} label={words.party} id="suspending" />
        <TextArea
          name="reason"
          id="suspension-reason"
          label={words.reason}
          value={errors['suspension-reason'] ? entries['reason'] : undefined}
          error={errors['suspension-reason']}
        />
        <FormActions>
          <Button kind="grave">{words.suspend.action}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

function NoticeForms(props: LifeData & { here: string }) {
  const { t, locale, agreement, manages, now, here, errors = {}, entries = {} } = props
  const words = t.life.ending
  const { termination } = agreement
  if (termination)
    return manages.includes(termination.organisationId) && termination.from > now ? (
      <form method="post" action={`${here}/termination/retraction`}>
        <Button kind="secondary">{words.retract}</Button>
      </form>
    ) : null
  const ends = noticeEnds(agreement, now)
  const date = dateText(locale, localTime(ends.toISOString(), agreement.timeZone).date)
  return (
    <details>
      <summary>{words.terminate.title}</summary>
      <p>{words.terminate.body({ date })}</p>
      <Form action={`${here}/termination`}>
        <PartyField {...props} among={manages} label={words.party} id="terminating" />
        <TextArea
          name="reason"
          id="termination-reason"
          label={words.reason}
          value={errors['termination-reason'] ? entries['reason'] : undefined}
          error={errors['termination-reason']}
        />
        <FormActions>
          <Button kind="grave">{words.terminate.action}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
