import type { Child } from 'hono/jsx'
import { countryName, languageName } from '../../../language/countries.ts'
import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import type { FieldErrors } from '../../../web/forms.ts'
import { langOf, type ProfileText, textFor } from '../../profileText.ts'
import { storedNameText } from '../../storedName.ts'
import { classDigit } from '../classes.ts'
import { Logo } from '../logo/image.tsx'
import { valueChainLinks } from '../profile.ts'
import type { Member } from '../reading.ts'

export type MemberProps = {
  t: Catalogue
  locale: Locale
  member: Member
  /** `YYYY-MM-DD`. */
  today: string
  /** Whether contact persons may be there for whoever says what for. */
  asksForContacts: boolean
  purpose: string | null
  /** What codes of the European nomenclature are called. */
  codeNames: Map<string, string>
  /** When the logo was last changed; null where there is none. */
  logo: Date | null
  /** Within another page that has a heading of its own. */
  isPart?: boolean
  errors?: FieldErrors
}

/** A member as this reader may see it. What is withheld leaves no trace. */
export function MemberView(props: MemberProps) {
  const { t, locale, member, errors = {} } = props
  const words = t.members
  const name = textFor(member.name, locale)
  const isEmpty = Object.keys(member.parts).length === 0
  return (
    <article class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      {props.isPart ? null : (
        <header class="stack">
          {props.logo ? <Logo locale={locale} slug={member.slug} changed={props.logo} alt="" /> : null}
          <p class="soft">{t.organisations.kinds[member.kind]}</p>
          <h1 lang={name ? langOf(name) : undefined}>{name?.text}</h1>
          {member.keeps ? (
            <div>
              <ButtonLink href={`/${locale}/members/${member.slug}/edit`}>{words.keep}</ButtonLink>
            </div>
          ) : null}
        </header>
      )}
      <Head {...props} />
      {isEmpty ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : null}
      <Products {...props} />
      <Certificates {...props} />
      <Markets {...props} />
      <Facilities {...props} />
      <Contacts {...props} />
    </article>
  )
}

/** A text with its language marked, and a word where a translation has fallen behind. */
function Text({ t, locale, content }: { t: Catalogue; locale: Locale; content: ProfileText | null }) {
  const shown = textFor(content, locale)
  if (!shown) return null
  return (
    <>
      <span lang={langOf(shown)} class="preserve-lines">
        {shown.text}
      </span>
      {shown.state === 'stale' ? <span class="soft small"> {t.members.stale}</span> : null}
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Head(props: MemberProps) {
  const { t, locale, member } = props
  const words = t.members
  const about = member.parts.about?.content
  return (
    <div class="stack">
      {about?.description ? (
        <p class="lede">
          <Text {...props} content={about.description} />
        </p>
      ) : null}
      <Facts
        items={[
          {
            term: words.facts.clusters,
            value:
              member.clusters.length > 0 ? (
                <ul role="list">
                  {member.clusters.map((cluster) => (
                    <li>
                      <a href={`/${locale}/clusters/${cluster.slug}`}>{textFor(cluster.name, locale)?.text}</a>
                    </li>
                  ))}
                </ul>
              ) : null,
          },
          {
            term: words.facts.seat,
            value: [textFor(member.seat, locale)?.text, countryName(member.country, locale)].filter(Boolean).join(', '),
          },
          { term: words.facts.size, value: about?.size ? words.sizes[about.size] : null },
          { term: words.facts.founded, value: about?.founded ? String(about.founded) : null },
          {
            term: words.facts.website,
            value: member.website ? (
              <a href={member.website} rel="noreferrer">
                {member.website}
              </a>
            ) : null,
          },
        ]}
      />
    </div>
  )
}

function Products(props: MemberProps) {
  const { t, member } = props
  const part = member.parts.products?.content
  if (!part || (part.items.length === 0 && part.valueChain.length === 0)) return null
  const words = t.members.products
  return (
    <Section id="products" title={t.members.groups.products}>
      {part.valueChain.length > 0 ? (
        <ol class="chain" role="list" aria-label={words.valueChain}>
          {valueChainLinks.map((link) => (
            <li class={part.valueChain.includes(link) ? 'chain-on' : 'chain-off'}>
              {words.links[link]}
              <span class="visually-hidden">{part.valueChain.includes(link) ? words.takesPart : words.takesNone}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {part.items.length > 0 ? (
        <Table
          caption={t.members.groups.products}
          hidesCaption
          columns={[
            { label: words.name },
            { label: words.emdn },
            { label: words.jmdn },
            { label: words.euClass },
            { label: words.japanClass },
            { label: words.trl, isNumeric: true },
          ]}
          rows={part.items.map((item) => [
            <Text {...props} content={item.name} />,
            <Codes codes={item.emdn} names={props.codeNames} />,
            item.jmdn.join(', '),
            item.euClass ? words.classIs({ name: item.euClass }) : '',
            <>
              {item.japanClass ? words.classIs({ name: item.japanClass }) : ''}
              {differs(item) && member.keeps ? <span class="small"> {words.digitDiffers}</span> : null}
            </>,
            item.trl ? String(item.trl) : '',
          ])}
        />
      ) : null}
      {part.items.length > 0 ? <p class="soft small">{words.classesNote}</p> : null}
    </Section>
  )
}

/** A code says little by itself; what it is called stands beside it where the nomenclature was loaded. */
function Codes({ codes, names }: { codes: string[]; names: Map<string, string> }) {
  return (
    <>
      {codes.map((code, place) => (
        <>
          {place > 0 ? <br /> : null}
          {code}
          {names.has(code) ? (
            <span class="soft small" lang="en">
              {' '}
              {names.get(code)}
            </span>
          ) : null}
        </>
      ))}
    </>
  )
}

/** Whether a code's last digit speaks of another class than the one stated: a question to whoever keeps the profile, no answer. */
const differs = ({ jmdn, japanClass }: { jmdn: string[]; japanClass: string | null }): boolean =>
  japanClass !== null && jmdn.some((code) => (classDigit(code) ?? japanClass) !== japanClass)

function Certificates(props: MemberProps) {
  const { t, locale, member, today } = props
  const items = member.parts.certificates?.content.items ?? []
  if (items.length === 0) return null
  const words = t.members.certificates
  return (
    <Section id="certificates" title={t.members.groups.certificates}>
      <Table
        caption={t.members.groups.certificates}
        hidesCaption
        columns={[{ label: words.kind }, { label: words.scope }, { label: words.body }, { label: words.until }]}
        rows={items.map(({ kind, scope, body, number, validUntil }) => [
          number ? `${kind} (${number})` : kind,
          <Text {...props} content={scope} />,
          body,
          validUntil ? (
            <Status tone={validUntil < today ? 'late' : 'done'}>
              {validUntil < today
                ? words.expired({ date: dateText(locale, validUntil) })
                : words.valid({ date: dateText(locale, validUntil) })}
            </Status>
          ) : (
            ''
          ),
        ])}
      />
    </Section>
  )
}

function Markets({ t, locale, member }: MemberProps) {
  const part = member.parts.markets?.content
  if (!part) return null
  const words = t.members.markets
  const listed = (codes: string[], name: (code: string, reader: Locale) => string | null) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(codes.map((code) => name(code, locale) ?? code))
  return (
    <Section id="markets" title={t.members.groups.markets}>
      <Facts
        items={[
          { term: words.served, value: listed(part.served, countryName) },
          { term: words.sought, value: listed(part.sought, countryName) },
          { term: words.languages, value: listed(part.languages, languageName) },
        ]}
      />
    </Section>
  )
}

function Facilities(props: MemberProps) {
  const { t, member } = props
  const items = member.parts.facilities?.content.items ?? []
  if (items.length === 0) return null
  return (
    <Section id="facilities" title={t.members.groups.facilities}>
      <Facts
        items={items.map(({ kind, description }) => ({
          term: t.members.facilities.kinds[kind],
          value: <Text {...props} content={description} />,
        }))}
      />
    </Section>
  )
}

function Contacts({ t, locale, member, asksForContacts, purpose, errors = {} }: MemberProps) {
  const words = t.members.contacts
  const people = member.parts.contacts?.content.people ?? []
  if (people.length > 0)
    return (
      <Section id="contacts" title={t.members.groups.contacts}>
        {purpose ? <p class="soft">{words.recorded({ purpose })}</p> : null}
        <Facts
          items={people.map(({ name, office, address, phone }) => ({
            term: storedNameText(name, locale),
            value: (
              <>
                {[office?.text[locale] ?? office?.text[office.original], phone].filter(Boolean).join(' · ')}{' '}
                {address ? <a href={`mailto:${address}`}>{address}</a> : null}
              </>
            ),
          }))}
        />
      </Section>
    )
  if (!asksForContacts) return null
  return (
    <Section id="contacts" title={t.members.groups.contacts}>
      <p>{words.explain}</p>
      <Form action={`/${locale}/members/${member.slug}/contacts`}>
        <TextField name="purpose" label={words.purpose} hint={words.purposeHint} error={errors['purpose']} />
        <FormActions>
          <Button kind="secondary">{words.show}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
