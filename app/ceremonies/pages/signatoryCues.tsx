import { placeName } from '../../language/places.ts'
import { localTime } from '../../language/times.ts'
import { clockText } from '../../language/timeWords.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Status } from '../../ui/status.tsx'
import type { BoardSignatory } from '../board.ts'
import { type CuesProps, keptFor } from './kept.ts'
import { inAgreedOrder, shown, shownName, signatoryName } from './reader.ts'
import { ReasonFields } from './reasons.tsx'
import { signatoryTones } from './states.tsx'

/** Who is ready, and what to do with somebody who cannot sign now. In the order in which they sign, as that is what is waited for. */
export function SignatoryCues(props: CuesProps) {
  const { t, sheet } = props
  const { board } = sheet
  const inTurn = inAgreedOrder(board).toSorted((a, b) => a.signingOrder - b.signingOrder)
  return (
    <section class="stack" aria-labelledby="signatories" data-part="signatories">
      <h2 id="signatories">
        {t.ceremonies.cues.signatories({ signed: board.signedCount, required: board.requiredCount })}
      </h2>
      <ol class="lines" role="list">
        {inTurn.map((signatory) => (
          <SignatoryCue {...props} signatory={signatory} />
        ))}
      </ol>
    </section>
  )
}

function SignatoryCue(props: CuesProps & { signatory: BoardSignatory }) {
  const { t, locale, signatory, sheet } = props
  const { state, at, reason } = signatory
  const organisation = shownName(signatory.organisation, locale)
  const local = (instant: string) => clockText(locale, localTime(instant, signatory.timeZone).time)
  const said = state === 'prevented' && reason ? shown(reason, locale) : null
  return (
    <li>
      <div class="row">
        <strong>{signatoryName(signatory, locale)}</strong>
        <Status tone={signatoryTones[state]}>{t.ceremonies.signatoryStates[state]}</Status>
      </div>
      <p class="soft small">
        <span lang={organisation.locale}>{organisation.text}</span>
        {' · '}
        {t.ceremonies.cues.theirClock({
          time: local(sheet.now),
          place: placeName(locale, signatory.timeZone),
        })}
        {at ? ` · ${t.ceremonies.cues.stateSince({ time: local(at) })}` : ''}
      </p>
      {said ? <p lang={said.locale}>{said.text}</p> : null}
      <Preventing {...props} />
    </li>
  )
}

function Preventing(props: CuesProps & { signatory: BoardSignatory }) {
  const { t, signatory, sheet, base, kept } = props
  const words = t.ceremonies.cues
  const form = `prevented-${signatory.id}`
  if (signatory.state === 'signed' || sheet.board.standing === 'ended') return null
  if (signatory.state === 'prevented')
    return (
      <Form action={`${base}/cues/signatories/${signatory.id}/awaited`}>
        <Button kind="quiet">{words.awaitAgain}</Button>
      </Form>
    )
  return (
    <details id={form} open={kept?.form === form}>
      <summary>{words.prevented}</summary>
      <Form action={`${base}/cues/signatories/${signatory.id}/prevented`}>
        <p>{words.preventedSays}</p>
        <ReasonFields {...props} form={form} {...keptFor(kept, form)} />
        <FormActions>
          <Button kind="secondary">{words.prevented}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
