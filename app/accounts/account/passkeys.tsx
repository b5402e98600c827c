import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form.tsx'
import { TextField } from '../../ui/inputs.tsx'
import { dayText } from '../days.ts'
import { PasskeyForm } from '../passkeys/form.tsx'
import type { Passkey } from '../passkeys/keeping.ts'
import type { AccountProps } from './pages.tsx'

/** The account page's part about passkeys. */
export function Passkeys(props: AccountProps) {
  const { t, locale, account, problem } = props
  const words = t.accounts.passkeys
  const mine = problem?.part === 'passkey' ? problem : undefined
  return (
    <section class="stack" id="passkeys">
      <h2>{words.title}</h2>
      <p>{words.explanation}</p>
      {account.passkeys.length === 0 ? <p>{words.none}</p> : null}
      <ul role="list" class="stack">
        {account.passkeys.map((passkey, index) => (
          <OnePasskey {...props} passkey={passkey} index={index} />
        ))}
      </ul>
      <h3>{words.add.title}</h3>
      <PasskeyForm
        t={t}
        ceremony="create"
        options={`/${locale}/account/passkeys/options`}
        action={`/${locale}/account/passkeys`}
        label={words.add.action}
        withoutScript={words.add.withoutScript}
      >
        <TextField
          name="label"
          label={words.add.label}
          hint={words.add.hint}
          value={mine?.entries['label']}
          error={mine?.errors['label']}
          maxlength={60}
          autocomplete="off"
        />
      </PasskeyForm>
    </section>
  )
}

function OnePasskey({ t, locale, account, passkey, index }: AccountProps & { passkey: Passkey; index: number }) {
  const words = t.accounts.passkeys
  const day = (instant: Date) => dayText(locale, instant, account.person.timeZone)
  const path = `/${locale}/account/passkeys/${passkey.id}`
  return (
    <li>
      <details>
        <summary>
          <strong>{passkey.label}</strong>{' '}
          <span class="soft">
            {words.added({ date: day(passkey.createdAt) })}
            {' · '}
            {passkey.lastUsedAt ? words.lastUsed({ date: day(passkey.lastUsedAt) }) : words.neverUsed}
          </span>
        </summary>
        <form class="form" method="post" action={`${path}/name`} novalidate>
          <TextField
            name="label"
            id={`label-${index}`}
            label={words.add.label}
            value={passkey.label}
            maxlength={60}
            autocomplete="off"
          />
          <FormActions>
            <Button kind="secondary">{words.rename}</Button>
          </FormActions>
        </form>
        <form class="form" method="post" action={`${path}/removal`}>
          <p>{words.removeWarning}</p>
          <FormActions>
            <Button kind="grave">{words.removeNamed({ label: passkey.label })}</Button>
          </FormActions>
        </form>
      </details>
    </li>
  )
}
