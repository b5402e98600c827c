import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { langOf, textFor } from '../../../organisations/profileText.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Lines } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import { isOpen, type Stage } from '../standing.ts'
import type { ReferralView } from '../queries.ts'

export const stageTones: Record<Stage, Tone> = {
  home: 'waiting',
  partner: 'waiting',
  company: 'waiting',
  asker: 'waiting',
  consent: 'waiting',
  introduced: 'done',
  answered: 'done',
  declined: 'ended',
  withdrawn: 'ended',
  lapsed: 'ended',
}

type ListProps = { t: Catalogue; locale: Locale; referrals: ReferralView[]; mayAsk: boolean }

/** What waits for the reader, what waits for others, and what has its answer. */
export function ReferralList(props: ListProps) {
  const { t, locale, referrals, mayAsk } = props
  const words = t.referrals
  const isMine = ({ referral, sides }: ReferralView) =>
    isOpen(referral.standing.stage) && sides.includes(turnSide(referral.standing.stage))
  const open = referrals.filter(({ referral }) => isOpen(referral.standing.stage))
  const ask = <ButtonLink href={`/${locale}/referrals/new`}>{words.ask.title}</ButtonLink>
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        <p class="row">
          <a href={`/${locale}/needs`}>{words.toNeeds}</a>
          <a href={`/${locale}/directory`}>{words.toDirectory}</a>
        </p>
        {mayAsk && referrals.length > 0 ? <div>{ask}</div> : null}
      </header>
      {referrals.length === 0 ? (
        <Empty title={words.empty.title} action={mayAsk ? ask : null}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : null}
      <Group {...props} id="yours" title={words.groups.yours} among={open.filter(isMine)} />
      <Group {...props} id="theirs" title={words.groups.theirs} among={open.filter((view) => !isMine(view))} />
      <Group
        {...props}
        id="closed"
        title={words.groups.closed}
        among={referrals.filter(({ referral }) => !isOpen(referral.standing.stage))}
      />
    </div>
  )
}

/** Consent is the asker's to give; otherwise the stage names its side. */
const turnSide = (stage: Stage) =>
  stage === 'consent' || stage === 'asker' ? 'asker' : stage === 'home' || stage === 'partner' ? stage : 'company'

function Group({ t, locale, id, title, among }: ListProps & { id: string; title: string; among: ReferralView[] }) {
  if (among.length === 0) return null
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Lines>
        {among.map(({ referral, home, partner }) => {
          const subject = textFor(referral.subject, locale)
          return (
            <div class="stack">
              <a href={`/${locale}/referrals/${referral.reference}`} lang={subject ? langOf(subject) : undefined}>
                {subject?.text}
              </a>
              <p class="row small">
                <Status tone={stageTones[referral.standing.stage]}>
                  {t.referrals.stages[referral.standing.stage]}
                </Status>
                <span class="soft">{t.referrals.kinds[referral.kind]}</span>
                <span class="soft">
                  {textFor(home.name, locale)?.text} → {textFor(partner.name, locale)?.text}
                </span>
              </p>
            </div>
          )
        })}
      </Lines>
    </section>
  )
}
