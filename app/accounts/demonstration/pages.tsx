import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { type Role, roles } from '../scope.ts'

export type ActingPerson = { id: string; name: string; role: Role; organisation: string | null }

type Props = { t: Catalogue; locale: Locale; people: ActingPerson[] }

export function DemonstrationPage(props: Props) {
  const { t, people } = props
  const words = t.accounts.demonstration
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p class="lede">{words.explanation}</p>
      <p>
        <a href={`/${props.locale}/replay`}>{t.replay.title}</a>
      </p>
      {people.length === 0 ? <p>{words.none}</p> : null}
      {roles
        .filter((role) => people.some((person) => person.role === role))
        .map((role) => (
          <section class="stack">
            <h2>{t.accounts.roles[role].name}</h2>
            <p class="soft">{t.accounts.roles[role].description}</p>
            <ul role="list" class="stack">
              {people
                .filter((person) => person.role === role)
                .map((person) => (
                  <OnePerson {...props} person={person} />
                ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function OnePerson({ t, locale, person }: Props & { person: ActingPerson }) {
  const words = t.accounts.demonstration
  return (
    <li>
      <form class="row" method="post" action={`/${locale}/demo/${person.id}`}>
        <span>
          <strong>{person.name}</strong>
          {person.organisation ? <span class="person-office">{person.organisation}</span> : null}
        </span>
        <Button kind="secondary">
          <span aria-hidden="true">{words.actAs}</span>
          <span class="visually-hidden">{words.actAsNamed({ name: person.name })}</span>
        </Button>
      </form>
    </li>
  )
}
