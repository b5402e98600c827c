import type { BoardSignatory, SignatoryState } from '../board.ts'
import { inAgreedOrder, type Shown, shown, shownName, signatoryName } from './reader.ts'
import { PlateSeal } from './plates.tsx'
import { InTongues, type StageProps, type Tongue } from './tongues.tsx'
import type { Live } from '../pieces.ts'
import { Status } from '../../ui/status.tsx'
import { signatoryTones } from './states.tsx'
import { When, Written } from './when.tsx'

type PlateProps = StageProps & { live: Live }

/** Names, offices and organisations in both languages, in the agreed order. */
export function StagePlates(props: PlateProps) {
  const signatories = inAgreedOrder(props.board)
  return (
    <ol class={signatories.length > 6 ? 'stage-plates stage-plates-many' : 'stage-plates'} role="list">
      {signatories.map((signatory) => (
        <StagePlate {...props} signatory={signatory} />
      ))}
    </ol>
  )
}

function StagePlate(props: PlateProps & { signatory: BoardSignatory }) {
  const { tongues, signatory, live } = props
  const key = `signatory:${signatory.id}`
  const [first] = tongues
  if (!first) return null
  return (
    <li
      class={'label' in signatory.name ? 'stage-plate stage-plate-label' : 'stage-plate'}
      data-state-of={key}
      data-state={live.facts[key]}
    >
      <PlateSeal t={first.t} locale={first.locale} zone={null} live={live} signatory={signatory} />
      <InTongues
        tongues={tongues}
        class="stage-name"
        text={({ locale }) => ({ text: signatoryName(signatory, locale), locale: languageOf(signatory, locale) })}
      />
      <InTongues tongues={tongues} class="stage-office" text={({ locale }) => shown(signatory.office, locale)} />
      <InTongues
        tongues={tongues}
        class="stage-organisation"
        text={({ locale }) => afterLegalForm(shownName(signatory.organisation, locale))}
      />
      <When live={live} fact="composition" is={['signing']} tag="div" class="stage-state">
        <StateInTongues {...props} />
        {tongues.map(({ locale }) => (
          <Written live={live} of={key} locale={locale} tag="p" />
        ))}
      </When>
    </li>
  )
}

/** One shape, the word in each language. */
function StateInTongues({ tongues, live, signatory }: PlateProps & { signatory: BoardSignatory }) {
  return (
    <>
      {(Object.keys(signatoryTones) as SignatoryState[]).map((state) => (
        <When live={live} fact={`signatory:${signatory.id}`} is={[state]}>
          <Status tone={signatoryTones[state]}>
            {tongues.map(({ t, locale }) => (
              <span class="tongue" lang={locale}>
                {t.ceremonies.signatoryStates[state]}
              </span>
            ))}
          </Status>
        </When>
      ))}
    </>
  )
}

/** A long Japanese name may break where its legal form ends, and so nowhere worse. */
const afterLegalForm = (name: Shown): Shown => ({
  ...name,
  text: name.text.replace(
    /^((?:(?:公益|一般)?(?:財団|社団)法人|独立行政法人|国立研究開発法人|株式会社))(?=.{8})/u,
    '$1\u200B',
  ),
})

/** A name in Latin letters on the Japanese line is no Japanese text: it is set in the face of the other. */
const languageOf = (signatory: BoardSignatory, locale: Tongue['locale']): Tongue['locale'] =>
  /\p{Script=Latin}/u.test(signatoryName(signatory, locale)) && locale === 'ja' ? 'en' : locale
