import { furigana } from '../../language/names.ts'
import { Seal } from '../../ui/seal.tsx'
import type { Board, BoardSignatory } from '../board.ts'
import { Clock, patternAt } from './clock.tsx'
import type { Live } from '../pieces.ts'
import { inAgreedOrder, type Reader, type Setting, shown, shownName, signatoryName } from './reader.ts'
import { sealMark } from './sealMark.ts'
import { SignatoryStatus } from './states.tsx'
import { When, Written } from './when.tsx'

/** Who signs, in the agreed order, each with a state in a word and a shape, and a seal once the signature has landed. */
export function Plates(props: Reader & { board: Board; live: Live; setting: Setting }) {
  return (
    <ol class="plates" role="list" aria-label={props.t.ceremonies.board.signatories}>
      {inAgreedOrder(props.board).map((signatory) => (
        <Plate {...props} signatory={signatory} />
      ))}
    </ol>
  )
}

function Plate(props: Reader & { signatory: BoardSignatory; live: Live; setting: Setting }) {
  const { t, locale, signatory, live, setting } = props
  const office = shown(signatory.office, locale)
  const organisation = shownName(signatory.organisation, locale)
  const reading = locale === 'ja' && !('label' in signatory.name) ? furigana(signatory.name) : null
  const key = `signatory:${signatory.id}`
  return (
    <li class="plate" data-state-of={key} data-state={live.facts[key]}>
      <PlateSeal {...props} />
      <p class="plate-name">
        <SignatoryName signatory={signatory} locale={locale} reading={reading} />
      </p>
      <p class="plate-office" lang={office.locale}>
        {office.text}
      </p>
      <p class="plate-organisation" lang={organisation.locale}>
        {organisation.text}
      </p>
      <p class="plate-state">
        <SignatoryStatus {...props} />{' '}
        <When live={live} fact={key} is={['signed']} class="soft small">
          <Clock
            locale={locale}
            zone={setting.zone}
            live={live}
            of={key}
            pattern={patternAt(locale, setting.zone, setting.place)}
          />{' '}
          <Clock
            locale={locale}
            zone={ownZone(props)}
            live={live}
            of={key}
            pattern={t.ceremonies.board.yourTime({ time: '{time}' })}
          />
        </When>
      </p>
      <Written live={live} of={key} locale={locale} tag="p" class="small" />
    </li>
  )
}

/** The reader's zone, unless it is the ceremony's own: then one clock is enough. Unknown, it is left to the browser. */
export const ownZone = ({ zone, setting }: { zone: string | null; setting: Setting }): string | null =>
  zone === setting.zone ? null : zone

export function SignatoryName(props: { signatory: BoardSignatory; locale: Reader['locale']; reading?: string | null }) {
  const { signatory, locale, reading } = props
  const name = signatoryName(signatory, locale)
  if (!reading) return <>{name}</>
  return (
    <ruby>
      {name}
      <rp>（</rp>
      <rt>{reading}</rt>
      <rp>）</rp>
    </ruby>
  )
}

/** The place where a seal will be, and the seal. The state stands beside it in a word, so the pictures say nothing twice. */
export function PlateSeal({ t, live, signatory }: Reader & { live: Live; signatory: BoardSignatory }) {
  const key = `signatory:${signatory.id}`
  const { mark, lang } = sealMark(signatory)
  return (
    <span class="plate-seal" aria-hidden="true">
      <When live={live} fact={key} is={['awaiting', 'ready', 'prevented']}>
        <Seal mark={mark} state="awaited" label={t.ceremonies.signatoryStates.awaiting} />
      </When>
      <When live={live} fact={key} is={['signed']} class="seal-landing">
        <Seal mark={mark} lang={lang} label={t.ceremonies.signatoryStates.signed} />
      </When>
    </span>
  )
}
