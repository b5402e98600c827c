import { locales } from '../../language/locales.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkbox, Radios } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { FileField, Select, TextField } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Mailing, MailingList } from '../distribution/lists.ts'
import type { Asset } from '../kit/assets.ts'
import { NotesFields } from './acts.tsx'
import { OneFile } from './kitFiles.tsx'
import { Errors, Trail } from './parts.tsx'
import type { Organisation } from './room.tsx'
import { contentFor, languageIn, type Reader } from './words.ts'

type Shown = { organisation: Organisation; entries?: Entries; errors?: FieldErrors }

const roomOf = ({ locale, organisation }: Reader & Shown) => `/${locale}/press/${organisation.slug}`

function Head(props: Reader & Shown & { title: string; intro: string }) {
  const name = contentFor(props.organisation.name, props.locale).text
  return (
    <>
      <Errors t={props.t} errors={props.errors} />
      <div class="stack">
        <Trail {...props} here={props.title} more={[{ href: roomOf(props), label: name }]} />
        <h1>{props.title}</h1>
        <p>{props.intro}</p>
      </div>
    </>
  )
}

/** What stands at the foot of every release from now on. */
export function ProfilePage(props: Reader & Shown & { entries: Entries }) {
  const { t, entries } = props
  const words = t.press.room
  return (
    <article class="stack-wide">
      <Head {...props} title={words.editNotes} intro={words.notesIntro} />
      <Form action={`${roomOf(props)}/profile`}>
        <NotesFields {...props} entries={entries} />
        <FormActions>
          <Button>{t.press.text.save}</Button>
          <ButtonLink href={roomOf(props)}>{t.common.actions.cancel}</ButtonLink>
        </FormActions>
      </Form>
    </article>
  )
}

/** The kit: what there is, and a form for more. */
export function FilesPage(props: Reader & Shown & { kit: Asset[] }) {
  const { t, locale, kit, entries, errors } = props
  const words = t.press.kit
  const room = roomOf(props)
  const field = (name: string) => ({ name, value: entries?.[name] ?? '', error: errors?.[name] })
  return (
    <article class="stack-wide">
      <Head {...props} title={t.press.room.files} intro={words.intro} />
      {kit.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : (
        <ul class="press-kit" role="list">
          {kit.map((asset) => (
            <li class="stack">
              <OneFile t={t} locale={locale} asset={asset} href={`${room}/kit/${asset.id}`} />
              <div class="form-actions">
                <Form
                  action={`${room}/assets/${asset.id}/publication`}
                  hidden={{ isPublic: asset.isPublic ? 'no' : 'yes' }}
                >
                  <Button kind="secondary">{asset.isPublic ? words.hide : words.publish}</Button>
                </Form>
                <Form action={`${room}/assets/${asset.id}/removal`}>
                  <Button kind="quiet">{t.common.actions.remove}</Button>
                </Form>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Form action={`${room}/assets`} hasFile>
        <h2>{words.add}</h2>
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          error={errors?.['file']}
          accept=".png,.jpg,.jpeg,.svg,.pdf"
        />
        <Radios
          name="kind"
          label={words.kind}
          choices={(['logo', 'portrait', 'photograph', 'document'] as const).map((kind) => ({
            value: kind,
            label: words.kinds[kind],
          }))}
          value={entries?.['kind'] ?? 'logo'}
          error={errors?.['kind']}
        />
        <Select
          name="language"
          label={words.language}
          options={locales.map((one) => ({ value: one, label: languageIn(one, locale) }))}
          value={entries?.['language'] ?? locale}
        />
        <TextField {...field('title')} label={words.name} />
        <TextField
          {...field('alternative')}
          label={words.alternative}
          hint={words.alternativeHint}
          optional={words.forImages}
        />
        <TextField {...field('credit')} label={words.credit} />
        <TextField {...field('licence')} label={words.licence} hint={words.licenceHint} />
        <TextField {...field('trademark')} label={words.trademark} optional={t.press.text.optional} />
        <FormActions>
          <Button>{words.add}</Button>
        </FormActions>
      </Form>
    </article>
  )
}

export function ListsPage(props: Reader & Shown & { lists: MailingList[] }) {
  const { t, locale, lists, entries, errors } = props
  const words = t.press.lists
  const room = roomOf(props)
  const field = (name: string) => ({ name, value: entries?.[name] ?? '', error: errors?.[name] })
  return (
    <article class="stack-wide">
      <Head {...props} title={words.title} intro={words.intro} />
      {lists.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <Table
          caption={words.title}
          hidesCaption
          columns={[{ label: words.name }, { label: words.members, isNumeric: true }, { label: words.isOpen }]}
          rows={lists.map((list) => [list.name, String(list.members), list.isOpen ? words.open : words.closed])}
        />
      )}
      <Form action={`${room}/lists`}>
        <h2>{words.make}</h2>
        <TextField {...field('name')} label={words.name} />
        <Checkbox name="isOpen" label={words.isOpen} hint={words.isOpenHint} checked={entries?.['isOpen'] === 'yes'} />
        <FormActions>
          <Button>{words.make}</Button>
        </FormActions>
      </Form>
      {lists.length > 0 ? (
        <Form action={`${room}/subscribers`}>
          <h2>{words.add}</h2>
          <p>{words.addIntro}</p>
          <Select
            name="listId"
            label={words.list}
            options={lists.map((list) => ({ value: list.id, label: list.name }))}
            value={entries?.['listId'] ?? lists[0]?.id}
            error={errors?.['listId']}
          />
          <SubscriberFields {...props} />
          <TextField {...field('consent')} label={words.consent} hint={words.consentHint} />
          <FormActions>
            <Button>{words.add}</Button>
          </FormActions>
        </Form>
      ) : null}
      <p class="soft small">{words.purpose({ name: contentFor(props.organisation.name, locale).text })}</p>
    </article>
  )
}

function SubscriberFields({ t, locale, entries, errors }: Reader & Shown) {
  const words = t.press.recipients.before
  const field = (name: string) => ({ name, value: entries?.[name] ?? '', error: errors?.[name] })
  return (
    <>
      <TextField {...field('person')} label={words.name} autocomplete="name" />
      <TextField {...field('outlet')} label={words.outlet} autocomplete="organization" />
      <TextField {...field('address')} type="email" label={words.address} autocomplete="email" />
      <Select
        name="language"
        label={words.language}
        options={locales.map((one) => ({ value: one, label: languageIn(one, locale) }))}
        value={entries?.['language'] ?? locale}
      />
    </>
  )
}

/** Anybody may ask for an open list: what for is said before, and a mail asks again. */
export function SubscriptionPage(props: Reader & Shown & { lists: MailingList[]; isAsked: boolean }) {
  const { t, lists, entries, errors, isAsked } = props
  const words = t.press.subscription
  const name = contentFor(props.organisation.name, props.locale).text
  return (
    <article class="stack-wide">
      <Head {...props} title={words.title} intro={isAsked ? words.asked : words.intro({ name })} />
      {isAsked ? null : (
        <Form action={`${roomOf(props)}/subscription`}>
          <Radios
            name="listId"
            label={t.press.lists.list}
            choices={lists.map((list) => ({ value: list.id, label: list.name }))}
            value={entries?.['listId'] ?? lists[0]?.id}
            error={errors?.['listId']}
          />
          <SubscriberFields {...props} />
          <Checkbox
            name="agreed"
            label={words.consent({ name })}
            hint={words.consentHint}
            error={errors?.['agreed']}
            checked={entries?.['agreed'] === 'yes'}
          />
          <FormActions>
            <Button>{words.send}</Button>
          </FormActions>
        </Form>
      )}
    </article>
  )
}

/** Behind the link of a mail: joining and leaving, each by a button, since mail programs open links by themselves. */
export function MailingPage({ t, locale, mailing, token }: Reader & { mailing: Mailing; token: string }) {
  const words = t.press.mailing
  const name = contentFor(mailing.organisation.name, locale).text
  const below = `/${locale}/mailings/${token}`
  return (
    <article class="prose stack">
      <h1>{words.title({ name })}</h1>
      <p>{words.states[mailing.state]({ list: mailing.list })}</p>
      <div class="form-actions">
        {mailing.state === 'unconfirmed' ? (
          <Form action={`${below}/confirmation`}>
            <Button>{words.confirm}</Button>
          </Form>
        ) : null}
        {mailing.state === 'ended' ? null : (
          <Form action={`${below}/end`}>
            <Button kind={mailing.state === 'active' ? 'primary' : 'secondary'}>{words.end}</Button>
          </Form>
        )}
      </div>
    </article>
  )
}
