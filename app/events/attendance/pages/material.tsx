import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choices.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { FileField, TextField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { EventView } from '../../event.ts'
import { Errors, Text, Trail } from '../../pages/parts.tsx'
import { addressOf, type Reader, textOf } from '../../pages/words.ts'
import type { Material } from '../material.ts'
import { OrganisersFrame } from './frame.tsx'

export type MaterialData = {
  event: EventView
  material: readonly Material[]
  entries: Entries
  errors: FieldErrors
}

const kinds = ['recording', 'material'] as const
const audiences = ['everybody', 'registered', 'came'] as const

/** For organisers: all of it, with whom it is for, and the form for more. */
export function OrganisersMaterial(props: Reader & MaterialData) {
  const { t, locale, event } = props
  const words = t.invitations.material
  return (
    <OrganisersFrame {...props} part="material">
      <p>{words.intro}</p>
      {props.material.length === 0 ? <Empty title={words.empty} /> : null}
      <ul role="list" class="stack">
        {props.material.map((one) => (
          <li class="stack-close">
            <Line {...props} one={one} below={addressOf(locale, event, '/material')} />
            <p class="soft">{words.audiences[one.audience]}</p>
            <Form action={addressOf(locale, event, `/material/${one.id}/removal`)}>
              <Button kind="quiet">{words.removeNamed({ title: textOf(one.title, locale) })}</Button>
            </Form>
          </li>
        ))}
      </ul>
      <section class="stack">
        <h2>{words.add}</h2>
        <AddForm {...props} />
      </section>
    </OrganisersFrame>
  )
}

function AddForm({ t, locale, event, entries, errors }: Reader & MaterialData) {
  const words = t.invitations.material
  return (
    <Form action={addressOf(locale, event, '/material')} hasFile>
      <Radios
        name="kind"
        label={words.kind}
        choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={entries['kind'] ?? 'recording'}
        error={errors['kind']}
      />
      <TextField name="title" label={words.name} value={entries['title']} error={errors['title']} maxlength={200} />
      <Radios
        name="audience"
        label={words.audience}
        choices={audiences.map((value) => ({ value, label: words.audiences[value] }))}
        value={entries['audience'] ?? 'registered'}
        error={errors['audience']}
      />
      <TextField
        name="address"
        label={words.address}
        hint={words.addressHint}
        type="url"
        value={entries['address']}
        error={errors['address']}
      />
      <FileField name="file" label={words.file} hint={words.fileHint} error={errors['file']} />
      <FormActions>
        <Button>{words.add}</Button>
      </FormActions>
    </Form>
  )
}

/** For everybody else: what they may see, and their certificate where they have one. `below`: where its files are. */
export function VisitorsMaterial(
  props: Reader & { event: EventView; material: readonly Material[]; below: string; certificate?: string | null },
) {
  const { t, material, certificate } = props
  const words = t.invitations
  return (
    <div class="stack-wide">
      <Errors t={t} errors={{}} />
      <div class="stack">
        <Trail {...props} here={words.parts.material} />
        <h1>{words.parts.material}</h1>
      </div>
      {certificate ? (
        <p>
          <a href={certificate}>{words.certificate.link}</a>
        </p>
      ) : null}
      {material.length === 0 ? <Empty title={words.material.empty} /> : null}
      <ul role="list" class="stack">
        {material.map((one) => (
          <li>
            <Line {...props} one={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Line({ t, locale, one, below }: Reader & { one: Material; below: string }) {
  return (
    <p>
      {t.invitations.material.kinds[one.kind]}
      {' · '}
      <a href={one.address ?? `${below}/${one.id}`} rel={one.address ? 'noreferrer' : undefined}>
        <Text content={one.title} locale={locale} />
      </a>
      {one.fileName ? <span class="soft">{` ${one.fileName}`}</span> : null}
    </p>
  )
}
