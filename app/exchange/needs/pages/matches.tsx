import { countryName } from '../../../language/countries.ts'
import type { Locale } from '../../../language/locales.ts'
import { nameLang, nameText, ProfileName } from '../../../organisations/pages/profileText.tsx'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Lines } from '../../../ui/card.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { conceptName } from '../../search/finding.ts'
import type { Dismissed } from '../dismissed.ts'
import type { Need } from '../finding.ts'
import type { MemberMatch, NeedMatch } from '../matching.ts'
import type { Shared } from '../shared.ts'
import { dismissalReasons } from '../tables.ts'

type Reader = { t: Catalogue; locale: Locale }

export type Matches = { understood: Shared; members: MemberMatch[]; needs: NeedMatch[]; dismissed: Dismissed[] }

/** Whom a need could be for, and why; beneath each the way on, and the way to say no. */
export function MatchesOf({ t, locale, need, matches }: Reader & { need: Need; matches: Matches }) {
  const words = t.needs.matches
  const action = `/${locale}/needs/${need.reference}/dismissals`
  return (
    <section class="stack" aria-labelledby="matches">
      <h2 id="matches">{words.title}</h2>
      <p class="soft">{words.lede}</p>
      {matches.understood.concepts.length > 0 ? (
        <p>{words.understood({ concepts: matches.understood.concepts.map((id) => conceptName(id, locale)) })}</p>
      ) : null}
      {matches.needs.length + matches.members.length === 0 ? <p>{words.none}</p> : null}
      {matches.needs.length > 0 ? (
        <Lines>
          {matches.needs.map((match) => (
            <OneNeed t={t} locale={locale} match={match} action={action} hidden={{ need: match.reference }} />
          ))}
        </Lines>
      ) : null}
      {matches.members.length > 0 ? (
        <Lines>
          {matches.members.map((match) => (
            <OneMember t={t} locale={locale} need={need} match={match} action={action} />
          ))}
        </Lines>
      ) : null}
      {matches.dismissed.length > 0 ? (
        <details>
          <summary>{words.dismissed}</summary>
          <Lines>
            {matches.dismissed.map(({ name, reason, organisation, need: other }) => (
              <Form action={`${action}/removal`} hidden={{ organisation: organisation ?? '', need: other ?? '' }}>
                <p>
                  <ProfileName name={name} locale={locale} /> <span class="soft">{words.reasons[reason]}</span>
                </p>
                <Button kind="quiet">{words.showAgain}</Button>
              </Form>
            ))}
          </Lines>
        </details>
      ) : null}
    </section>
  )
}

type OneNeedProps = Reader & { match: NeedMatch; action: string; hidden: Record<string, string> }

/** A need or offer of somebody else. */
export function OneNeed({ t, locale, match, action, hidden }: OneNeedProps) {
  const title = nameText(match.title, locale)
  return (
    <article class="stack">
      <h3 lang={nameLang(match.title, locale)}>
        <a href={`/${locale}/needs/${match.reference}`}>{title}</a>
      </h3>
      <p class="soft small">
        {t.needs.directions[match.direction]} · {match.owner ? nameText(match.owner.name, locale) : t.needs.anonymous} ·{' '}
        {nameText(match.cluster.name, locale)}
      </p>
      <Why t={t} locale={locale} shared={match.shared} theirs={match.title.original} />
      <div class="row">
        {match.isNeighbour ? (
          <span class="soft">{t.needs.matches.neighbour}</span>
        ) : (
          <ButtonLink href={`/${locale}/referrals/new?need=${match.reference}`}>{t.needs.asking.action}</ButtonLink>
        )}
        <NotForUs t={t} action={action} hidden={hidden} id={match.reference} named={title} />
      </div>
    </article>
  )
}

function OneMember({ t, locale, need, match, action }: Reader & { need: Need; match: MemberMatch; action: string }) {
  const words = t.needs.matches
  const name = nameText(match.name, locale)
  const isNeighbour = match.clusters.includes(need.cluster.slug)
  return (
    <article class="stack">
      <h3>
        <a href={`/${locale}/members/${match.slug}`}>
          <ProfileName name={match.name} locale={locale} />
        </a>
      </h3>
      <p class="soft small">{countryName(match.country, locale)}</p>
      <Why t={t} locale={locale} shared={match.shared} theirs={match.language} />
      {match.seeks ? <p>{words.seeks({ country: countryName(match.seeks, locale) ?? match.seeks })}</p> : null}
      <div class="row">
        {isNeighbour ? (
          <span class="soft">{words.neighbour}</span>
        ) : (
          <ButtonLink href={`/${locale}/referrals/new?need=${need.reference}&member=${match.slug}`}>
            {t.needs.asking.action}
          </ButtonLink>
        )}
        <NotForUs t={t} action={action} hidden={{ organisation: match.slug }} id={match.slug} named={name} />
      </div>
    </article>
  )
}

/** In words what both have in common; a concept also in their language, as it stands there. */
function Why({ t, locale, shared, theirs }: Reader & { shared: Shared; theirs: Locale }) {
  const words = t.needs.matches
  const named = (id: string) => {
    const [here, there] = [conceptName(id, locale), conceptName(id, theirs)]
    return here === there ? here : words.alsoCalled({ here, there })
  }
  return (
    <>
      {shared.concepts.length > 0 ? <p>{words.both({ concepts: shared.concepts.map(named) })}</p> : null}
      {shared.codes.length > 0 ? <p>{words.codes({ codes: shared.codes.join(' · ') })}</p> : null}
    </>
  )
}

type NotForUsProps = { t: Catalogue; action: string; hidden: Record<string, string>; id: string; named: string }

function NotForUs({ t, action, hidden, id, named }: NotForUsProps) {
  const words = t.needs.matches
  return (
    <details>
      <summary>
        {words.notForUs}
        <span class="visually-hidden"> ({named})</span>
      </summary>
      <Form action={action} hidden={hidden} class="stack">
        <Select
          name="reason"
          id={`reason-${id}`}
          label={words.reason}
          options={dismissalReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <FormActions>
          <Button kind="secondary">{words.hide}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
