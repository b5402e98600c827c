import type { Child } from 'hono/jsx'
import type { ActivityEntry } from '../../platform/audit/chain.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Lines } from '../../ui/card.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Form } from '../../ui/form.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { Table } from '../../ui/table.tsx'
import type { Release } from '../assembling.ts'
import { laggingOf } from '../content.ts'
import { correctionInWork } from '../correcting.ts'
import { SlipsPanel } from '../form/slipsPanel.tsx'
import { formFor } from '../paper.ts'
import { Errors, StandingStatus, Trail } from './parts.tsx'
import { contentFor, embargoFor, issuerName, languageIn, listed, momentOf, type Reader } from './words.ts'

export type Powers = { edits: boolean; speaksFor: string[]; decidesFor: string[] }

export type DeskData = {
  release: Release
  powers: Powers
  /** Names of those who approved, by their id. */
  people: ReadonlyMap<string, string>
  activity: { entry: ActivityEntry; who: string | null }[]
  errors?: Record<string, string>
}

/** Where the makers of a release find what it waits for, and everything they can do. */
export function DeskPage(props: Reader & DeskData) {
  const { t, locale, release, errors } = props
  const words = t.press.desk
  const title = contentFor(release.newest.content.title, locale)
  const below = `/${locale}/releases/${release.slug}`
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.here} />
        <h1 lang={title.locale}>{title.text}</h1>
        <div>
          <StandingStatus t={t} standing={release.standing} />
        </div>
        <p>{words.next[release.standing]}</p>
        <div class="form-actions">
          <ButtonLink href={below}>{release.shown ? words.read : words.preview}</ButtonLink>
          {release.shown ? null : <a href={`${below}/release.pdf`}>{words.pdf}</a>}
        </div>
      </div>
      <Work {...props} />
      <Embargo {...props} below={below} />
      <Approvals {...props} below={below} />
      <Texts {...props} below={below} />
      {release.newest.content.record ? (
        <SlipsPanel
          t={t}
          locale={locale}
          record={release.newest.content.record}
          composed={formFor(release.newest.content, locale) ?? undefined}
        />
      ) : null}
      <More {...props} below={below} />
      <Activity {...props} />
    </article>
  )
}

/** A correction waits for everybody, and readers see the text before it until then. */
function Work({ t, locale, release }: Reader & DeskData) {
  const correction = correctionInWork(release)
  if (!correction) return null
  const reason = contentFor(correction.reason, locale)
  return (
    <Notice kind="note" title={t.press.desk.correctionInWork}>
      <p lang={reason.locale}>{reason.text}</p>
    </Notice>
  )
}

type Below = { below: string }

function Section(props: { id: string; title: string; children?: Child }) {
  return (
    <section class="stack" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

function Embargo(props: Reader & DeskData & Below) {
  const { t, release, powers, below } = props
  const words = t.press.embargo
  const { embargo, lifting, withdrawal } = release
  const time = embargoFor(embargo, props)
  return (
    <Section id="embargo" title={words.title}>
      <Facts
        items={[
          { term: words.liftsAt, value: time ? <Moment time={time} /> : words.onApproval },
          { term: words.dayTerm, value: time?.dayDiffers ? words.otherDay : null },
          {
            term: words.signature,
            value: embargo.uponSignature ? (
              release.signedAt ? (
                <Status tone="done">{words.signed}</Status>
              ) : (
                <Status tone="waiting">{words.notSigned}</Status>
              )
            ) : null,
          },
          { term: words.reason, value: embargo.reason },
          {
            term: words.lifted,
            value: lifting ? <Moment time={momentOf(lifting.at, release, props)} isInline /> : null,
          },
          {
            term: t.press.withdrawn.at,
            value: withdrawal ? <Moment time={momentOf(withdrawal.at, release, props)} isInline /> : null,
          },
          { term: t.press.withdrawn.reason, value: withdrawal?.reason ?? null },
        ]}
      />
      <div class="form-actions">
        {!lifting && !withdrawal && powers.speaksFor.length > 0 ? (
          <ButtonLink href={`${below}/embargo`}>{words.change}</ButtonLink>
        ) : null}
        {!withdrawal && powers.decidesFor.length > 0 ? (
          <ButtonLink href={`${below}/withdrawal`}>
            {lifting ? t.press.withdrawal.withdraw : t.press.withdrawal.stop}
          </ButtonLink>
        ) : null}
      </div>
    </Section>
  )
}

function Approvals(props: Reader & DeskData & Below) {
  const { t, locale, release, powers, people, below } = props
  const words = t.press.approval
  const isOpen = !release.withdrawal && (!release.lifting || correctionInWork(release) !== null)
  return (
    <Section id="approvals" title={words.title}>
      <Table
        caption={words.caption}
        hidesCaption
        columns={[{ label: words.issuer }, { label: words.state }, { label: words.action, isAction: true }]}
        rows={release.issuers.map((issuer) => [
          issuerName(issuer, locale),
          issuer.approvedAt ? (
            <>
              <Status tone="done">{words.approved}</Status>{' '}
              <span class="soft small">
                {people.has(issuer.approvedBy ?? '') ? `${people.get(issuer.approvedBy ?? '')} · ` : ''}
                <Moment time={momentOf(issuer.approvedAt, release, props)} isInline />
              </span>
            </>
          ) : (
            <Status tone="waiting">{words.awaited}</Status>
          ),
          isOpen && powers.decidesFor.includes(issuer.organisationId) ? (
            issuer.approvedAt ? (
              <Form action={`${below}/approvals/withdrawal`} hidden={{ organisationId: issuer.organisationId }}>
                <Button kind="quiet">{words.takeBack}</Button>
              </Form>
            ) : (
              <a href={`${below}/approval`}>{words.readAndApprove}</a>
            )
          ) : null,
        ])}
      />
    </Section>
  )
}

function Texts({ t, locale, release, powers, below }: Reader & DeskData & Below) {
  const words = t.press.text
  const { content, revision } = release.newest
  const lagging = laggingOf(content)
  return (
    <Section id="texts" title={words.title}>
      <p>
        {words.revision({
          revision,
          languages: listed(
            content.languages.map((one) => languageIn(one, locale)),
            locale,
          ),
        })}
      </p>
      {lagging.length > 0 ? (
        <p>
          <Status tone="late">
            {words.lagging({
              languages: listed(
                lagging.map((one) => languageIn(one, locale)),
                locale,
              ),
            })}
          </Status>
        </p>
      ) : null}
      {powers.edits && !release.withdrawal && !release.lifting ? <OfficialForm {...{ t, release, below }} /> : null}
      {release.withdrawal ? null : (
        <div class="form-actions">
          {powers.edits ? (
            <ButtonLink href={`${below}/text`}>{release.lifting ? words.correct : words.edit}</ButtonLink>
          ) : null}
          {powers.speaksFor.map((organisationId) => {
            const issuer = release.issuers.find((one) => one.organisationId === organisationId)
            return issuer ? (
              <a href={`${below}/notes/${issuer.slug}`}>{t.press.notes.of({ issuer: issuerName(issuer, locale) })}</a>
            ) : null
          })}
        </div>
      )}
    </Section>
  )
}

/** The form follows from what is on record; it can be set again whenever that has changed. */
function OfficialForm({ t, release, below }: Pick<Reader, 't'> & { release: Release } & Below) {
  const words = t.press.text
  const { content, revision } = release.newest
  const form = (from: string, label: string) => (
    <Form action={`${below}/form`} hidden={{ from, basedOn: String(revision) }}>
      <Button kind="secondary">{label}</Button>
    </Form>
  )
  if (!release.event) return null
  return (
    <div class="stack">
      <p>{words.formHint}</p>
      <div class="form-actions">
        {form('event', content.record ? words.formAgain : words.formSet)}
        {content.record && content.body ? form('none', words.formRemove) : null}
      </div>
    </div>
  )
}

function More({ t, below }: Reader & DeskData & Below) {
  const words = t.press.desk
  return (
    <Section id="more" title={words.more}>
      <Lines>
        <a href={`${below}/kit`}>{t.press.kit.ofRelease}</a>
        <a href={`${below}/recipients`}>{t.press.recipients.title}</a>
        <a href={`${below}/coverage`}>{t.press.coverage.title}</a>
      </Lines>
    </Section>
  )
}

function Activity(props: Reader & DeskData) {
  const { t, release, activity } = props
  const sentences: Record<string, string> = t.press.activity.verbs
  return (
    <Section id="activity" title={t.press.activity.title}>
      <ol class="lines" role="list">
        {activity.map(({ entry, who }) => (
          <li>
            {sentences[entry.verb] ?? t.press.activity.other}
            {who ? ` ${t.press.activity.by({ who })}` : ''}
            <br />
            <span class="soft small">
              <Moment time={momentOf(entry.at, release, props)} isInline />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
