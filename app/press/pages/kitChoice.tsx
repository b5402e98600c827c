import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/choices.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { TextArea } from '../../ui/inputs.tsx'
import { Empty } from '../../ui/notice.tsx'
import type { Entries, FieldErrors } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import type { Asset } from '../kit/assets.ts'
import { Errors, Trail } from './parts.tsx'
import { contentFor, issuerName, languageIn, type Reader } from './words.ts'

type Data = { release: Release; kit: Asset[]; entries?: Entries; errors?: FieldErrors }

/** Which files of the issuers' kits come with the release. */
export function KitChoicePage(props: Reader & Data) {
  const { t, locale, release, kit, entries, errors } = props
  const words = t.press.kit
  const { content, revision } = release.newest
  const below = `/${locale}/releases/${release.slug}`
  const chosen = entries ? (entries['assets'] ?? '').split('\n') : content.assets.map(({ id }) => id)
  const issuerOf = (asset: Asset) => release.issuers.find((one) => one.organisationId === asset.organisationId)
  const first = content.title.original
  return (
    <article class="stack-wide">
      <Errors t={t} errors={errors} />
      <div class="stack">
        <Trail {...props} here={words.ofRelease} more={[{ href: `${below}/desk`, label: t.press.desk.here }]} />
        <h1>{words.ofRelease}</h1>
        <p>{words.choiceIntro}</p>
      </div>
      <ul role="list" class="stack">
        {release.issuers.map((issuer) => (
          <li>
            <a href={`/${locale}/press/${issuer.slug}/files`}>{words.keptBy({ name: issuerName(issuer, locale) })}</a>
          </li>
        ))}
      </ul>
      {kit.length === 0 ? (
        <Empty title={words.empty.title}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : (
        <Form action={`${below}/kit`} hidden={{ basedOn: String(revision) }}>
          <Checkboxes
            name="assets"
            label={words.choose}
            choices={kit.map((asset) => {
              const issuer = issuerOf(asset)
              return {
                value: asset.id,
                label: contentFor(asset.title, locale).text,
                hint: `${words.kinds[asset.kind]}, ${issuer ? issuerName(issuer, locale) : ''}`,
              }
            })}
            values={chosen}
            error={errors?.['assets']}
          />
          {release.lifting ? (
            <TextArea
              name={`reason.${first}`}
              label={t.press.text.reasonIn({ language: languageIn(first, locale) })}
              lang={first}
              value={entries?.[`reason.${first}`]}
              error={errors?.[`reason.${first}`]}
            />
          ) : null}
          <FormActions>
            <Button>{t.press.text.save}</Button>
            <ButtonLink href={`${below}/desk`}>{t.common.actions.cancel}</ButtonLink>
          </FormActions>
        </Form>
      )}
    </article>
  )
}
