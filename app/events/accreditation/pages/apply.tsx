import type { Child } from 'hono/jsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choices.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Decision } from '../../tables.ts'
import { Deadline } from '../../pages/deadline.tsx'
import { declaredBy, momentOf } from '../../pages/words.ts'
import type { PressCategory, PressEvent } from '../pressEvent.ts'
import type { CoverageRules } from '../rules.ts'
import type { Standing } from '../standing/standing.ts'
import {
  ContactFields,
  type FieldsProps,
  NameFields,
  OutletFields,
  OwnFields,
  ProofField,
  QuestionFields,
} from './fields.tsx'
import { Errors, Paragraphs, Trail } from './parts.tsx'
import { daysText, languageIn, lastDayIn, type Reader, shown } from './words.ts'

type ApplyProps = FieldsProps & {
  event: PressEvent
  category: PressCategory
  /** After the deadline, where late applications are still taken in. */
  isLate: boolean
  rules: CoverageRules | null
  /** Set on the short form that a standing accreditation's link opens. */
  standing: { held: Standing; token: string } | null
}

/** 取材申込書: one page, in the order in which a press office reads it. */
export function ApplyPage(props: ApplyProps) {
  const { t, locale, event, rules, standing, errors, terms } = props
  const words = t.accreditation.apply
  const address = `/${locale}/events/${event.slug}/registration/press`
  const title = standing ? words.standingTitle : words.title
  return (
    <article class="stack-wide press-form">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={title} {...(standing ? { below: 'form' as const } : {})} />
        <h1>{title}</h1>
        <p class="lede">{words.lede({ event: shown(event.title, locale).text })}</p>
        <Deadline {...props} openness={props.isLate ? 'late' : 'open'} />
        <p>{words.steps}</p>
        {standing ? <StandingNotice {...props} held={standing.held} /> : null}
      </div>
      {standing ? null : <StandingOffer {...props} address={address} />}
      <Form
        action={standing ? `${address}/standing/${standing.token}` : address}
        hasFile
        hidden={{
          submission: props.entries['submission'] ?? '',
          ...(rules ? { rulesVersion: String(rules.version), rulesLocale: shown(rules.text, locale).locale } : {}),
        }}
      >
        <Part title={words.outletPart} id="part-outlet">
          <OutletFields {...props} standing={standing !== null} />
        </Part>
        <Part title={words.personPart} id="part-person">
          {standing ? null : <NameFields {...props} />}
          <ContactFields {...props} standing={standing !== null} />
        </Part>
        {standing ? null : (
          <Part title={words.proofPart} id="part-proof">
            <ProofField {...props} />
          </Part>
        )}
        <Part title={words.questionsPart} id="part-questions">
          <QuestionFields {...props} />
          <OwnFields {...props} fields={props.category.fields} />
        </Part>
        <Part title={words.rulesPart} id="part-rules">
          <Rules {...props} />
        </Part>
        <Notice kind="note" title={words.purposes}>
          <p>{words.purposesBody({ days: daysText(locale, terms.proofDays) })}</p>
        </Notice>
        <Checkbox
          name="agreed"
          label={t.events.form.consents.participation}
          checked={props.entries['agreed'] === 'yes'}
          error={errors['agreed']}
          required
        />
        <FormActions>
          <Button>{words.send}</Button>
          <ButtonLink href={`/${locale}/events/${event.slug}`}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

const Part = ({ title, id, children }: { title: string; id: string; children?: Child }) => (
  <section class="form-part form" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

function StandingNotice({ t, locale, held }: ApplyProps & { held: Standing }) {
  const organisation = shown(held.organisationName, locale).text
  const until = lastDayIn(held.expiresAt, held.zone, locale)
  return (
    <Notice kind="done" title={held.outlet}>
      <p>{t.accreditation.apply.standingLede({ organisation, until })}</p>
    </Notice>
  )
}

function StandingOffer({ t, address }: Reader & { address: string }) {
  const words = t.accreditation.apply
  return (
    <details class="press-standing">
      <summary>{words.standingOffer}</summary>
      <Form action={`${address}/standing`}>
        <p>{words.standingOfferBody}</p>
        <TextField id="standing-address" name="address" type="email" label={words.address} autocomplete="email" />
        <FormActions>
          <Button kind="secondary">{words.standingAsk}</Button>
        </FormActions>
      </Form>
    </details>
  )
}

function Rules({ t, locale, rules, entries, errors }: ApplyProps) {
  const words = t.accreditation.apply
  if (!rules) return <p>{words.rulesNone}</p>
  const text = shown(rules.text, locale)
  return (
    <>
      {text.locale === locale ? null : (
        <p class="soft">{words.rulesOtherLanguage({ language: languageIn(text.locale, locale) })}</p>
      )}
      <div class="press-rules stack" lang={text.locale} tabindex={0} role="region" aria-labelledby="part-rules">
        <Paragraphs text={text.text} />
      </div>
      <Checkbox
        name="rules"
        label={words.rulesAccept({ version: rules.version })}
        checked={entries['rules'] === 'yes'}
        error={errors['rules']}
        required
      />
    </>
  )
}

/** What became of an application, said at once. */
export function SentPage(props: Reader & { event: PressEvent; decision: Decision }) {
  const { t, locale, event, decision } = props
  const words = t.accreditation.apply
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} here={words.sentTitle} />
        <h1>{words.sentTitle}</h1>
        <p>{words.sentStates[decision]}</p>
        <p>{words.sentBody}</p>
      </div>
      <p>
        <a href={`/${locale}/events/${event.slug}`}>{words.toEvent}</a>
      </p>
    </article>
  )
}

export type NotOpen = 'none' | 'cancelled' | { early: Date } | { closed: Date }

export function NotOpenPage(props: Reader & { event: PressEvent; because: NotOpen; title?: string; body?: string }) {
  const { t, locale, event, because } = props
  const words = t.accreditation.apply
  const where = declaredBy(event.category ?? event, event)
  const sentence =
    typeof because === 'string'
      ? words.notOpen[because]
      : 'early' in because
        ? words.notOpen.early({ when: momentOf(because.early, where, props).text })
        : words.notOpen.closed({ when: momentOf(because.closed, where, props).text })
  return (
    <article class="stack">
      <Trail {...props} here={words.title} />
      <h1>{words.notOpenTitle}</h1>
      <p>{sentence}</p>
      <p>
        <a href={`/${locale}/events/${event.slug}`}>{words.toEvent}</a>
      </p>
    </article>
  )
}

/** One thing said, and where to go from there. */
export function SaidPage(
  props: Reader & { event: PressEvent; title: string; body: string; next?: { href: string; label: string } },
) {
  const { title, body, next } = props
  return (
    <article class="stack">
      <Trail {...props} here={title} />
      <h1>{title}</h1>
      <p>{body}</p>
      {next ? (
        <p>
          <a href={next.href}>{next.label}</a>
        </p>
      ) : null}
    </article>
  )
}
