import type { Locale } from '../../../language/locales.ts'
import { nameText, Passage } from '../../../organisations/pages/profileText.tsx'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, Checkboxes, Radios } from '../../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Select, TextArea, TextField } from '../../../ui/inputs.tsx'
import type { Entries, FieldErrors } from '../../../web/forms.ts'
import type { Named, Need } from '../finding.ts'
import type { Place } from '../queries.ts'
import { directions, needKinds, partnerKinds } from '../tables.ts'

type Common = {
  t: Catalogue
  locale: Locale
  title: string
  action: string
  entries: Entries
  errors: FieldErrors
}

type NeedFormProps = Common & {
  clusters: Named[]
  /** For whom the asker may enter one; absent where it is entered already. */
  places?: Place[]
}

/** A need or an offer, in the writer's language. */
export function NeedForm(props: NeedFormProps) {
  const { t, title, places, errors } = props
  const words = t.needs.form
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      <Form action={props.action}>
        <What {...props} />
        <Beside {...props} />
        <Who {...props} />
        <FormActions>
          {places ? (
            <>
              <Button name="onward" value="submit">
                {words.submit}
              </Button>
              <Button kind="secondary" name="onward" value="keep">
                {words.keep}
              </Button>
            </>
          ) : (
            <Button>{words.save}</Button>
          )}
        </FormActions>
      </Form>
    </div>
  )
}

function What({ t, locale, places, entries, errors }: NeedFormProps) {
  const words = t.needs.form
  return (
    <>
      {places ? (
        <Select
          name="place"
          label={words.place}
          options={places.map(({ organisation, cluster }) => ({
            value: `${organisation.slug} ${cluster.slug}`,
            label: words.placeIn({
              member: nameText(organisation.name, locale),
              cluster: nameText(cluster.name, locale),
            }),
          }))}
          value={entries['place']}
          error={errors['place']}
          width="full"
        />
      ) : null}
      <Radios
        name="direction"
        label={words.direction}
        choices={directions.map((value) => ({ value, label: t.needs.directionChoices[value] }))}
        value={entries['direction']}
        error={errors['direction']}
      />
      <Radios
        name="kind"
        label={words.kind}
        choices={needKinds.map((value) => ({ value, label: t.needs.kinds[value] }))}
        value={entries['kind']}
        error={errors['kind']}
      />
      <Words t={t} locale={locale} entries={entries} errors={errors} />
    </>
  )
}

function Words({ t, locale, entries, errors }: Pick<Common, 't' | 'locale' | 'entries' | 'errors'>) {
  const words = t.needs.form
  return (
    <>
      <TextField
        name="title"
        label={words.title}
        hint={words.titleHint}
        value={entries['title']}
        error={errors['title']}
        lang={locale}
      />
      <TextArea
        name="body"
        label={words.body}
        hint={words.bodyHint}
        value={entries['body']}
        error={errors['body']}
        lang={locale}
        rows={8}
      />
    </>
  )
}

function Beside({ t, locale, entries, errors }: NeedFormProps) {
  const words = t.needs.form
  const { optional } = words
  return (
    <>
      <Checkboxes
        name="partners"
        label={words.partners}
        optional={optional}
        choices={partnerKinds.map((value) => ({ value, label: t.needs.partners[value] }))}
        values={(entries['partners'] ?? '').split('\n')}
        error={errors['partners']}
      />
      <Select
        name="readiness"
        label={words.readiness}
        hint={words.readinessHint}
        optional={optional}
        options={[
          { value: '', label: words.noReadiness },
          ...Array.from({ length: 9 }, (_, index) => ({ value: `${index + 1}`, label: `TRL ${index + 1}` })),
        ]}
        value={entries['readiness']}
        error={errors['readiness']}
      />
      <TextField
        name="emdn"
        label={words.emdn}
        hint={words.emdnHint}
        optional={optional}
        value={entries['emdn']}
        error={errors['emdn']}
        width="medium"
      />
      <p class="small">
        <a href={`/${locale}/codes`}>{t.codes.lookUp}</a>
      </p>
      <TextField
        name="expiresOn"
        type="date"
        label={words.expiresOn}
        hint={words.expiresOnHint}
        optional={optional}
        value={entries['expiresOn']}
        error={errors['expiresOn']}
      />
    </>
  )
}

function Who({ t, locale, clusters, entries, errors }: NeedFormProps) {
  const words = t.needs.form
  const { optional } = words
  return (
    <>
      <Checkbox
        name="anonymous"
        label={words.anonymous}
        hint={words.anonymousHint}
        checked={entries['anonymous'] === 'yes'}
      />
      <TextArea
        name="rivalOrganisations"
        label={words.rivalOrganisations}
        hint={words.rivalsHint}
        optional={optional}
        value={entries['rivalOrganisations']}
        error={errors['rivalOrganisations']}
        rows={2}
      />
      {clusters.length > 0 ? (
        <Checkboxes
          name="rivalClusters"
          label={words.rivalClusters}
          optional={optional}
          choices={clusters.map(({ slug, name }) => ({ value: slug, label: nameText(name, locale) }))}
          values={(entries['rivalClusters'] ?? '').split('\n')}
          error={errors['rivalClusters']}
        />
      ) : null}
    </>
  )
}

/** The words of a reviewed need in one more language, its own beside them. */
export function TranslationForm({ need, ...props }: Common & { need: Need }) {
  const { t, locale, title, action, entries, errors } = props
  const isOriginal = need.title.original === locale
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{isOriginal ? t.needs.form.translateElsewhere : t.needs.form.translateLede}</p>
      </header>
      <section class="stack">
        <h2 lang={need.title.original}>{need.title.text[need.title.original]}</h2>
        <Passage content={need.body} t={t} locale={need.body.original} />
      </section>
      {isOriginal ? null : (
        <Form action={action}>
          <Words t={t} locale={locale} entries={entries} errors={errors} />
          <FormActions>
            <Button>{t.needs.form.save}</Button>
          </FormActions>
        </Form>
      )}
    </div>
  )
}
