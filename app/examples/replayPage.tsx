import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { durationText } from '../language/durations.ts'
import { Button } from '../ui/button.tsx'
import { Radios } from '../ui/choices.tsx'

type Props = {
  t: Catalogue
  locale: Locale
  shown: { slug: string; state: 'running' | 'ended' | 'failed' } | null
}

/** What the watched part takes, in minutes of the afternoon. */
const WATCHED = 42

const SPEEDS = [10, 20, 60]

/** The door to the replay: what it shows, how fast, and the views to put side by side. */
export function ReplayPage({ t, locale, shown }: Props) {
  const words = t.replay
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      {shown ? <Shown {...{ t, locale, shown }} /> : null}
      <section class="stack">
        <h2>{words.what}</h2>
        <ul>
          {words.points.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
        <p class="soft">{words.note}</p>
      </section>
      {shown?.state === 'running' ? null : <Starting {...{ t, locale, again: shown !== null }} />}
    </div>
  )
}

function Shown({ t, locale, shown }: Props & { shown: NonNullable<Props['shown']> }) {
  const words = t.replay
  const here = `/${locale}/ceremonies/${shown.slug}`
  const views = [
    ['', words.viewer],
    ['/stage', words.stage],
    ['/cues', words.cues],
  ]
  return (
    <section class="stack">
      <p>{shown.state === 'running' ? words.running : words.ended}</p>
      <h2>{words.views}</h2>
      <ul>
        {views.map(([path, label]) => (
          <li>
            <a href={`${here}${path}`}>{label}</a>
          </li>
        ))}
      </ul>
      <p class="soft">{words.operator}</p>
    </section>
  )
}

function Starting({ t, locale, again }: { t: Catalogue; locale: Locale; again: boolean }) {
  const words = t.replay
  const minutes = (speed: number) => durationText(locale, { minutes: Math.round(WATCHED / speed) })
  return (
    <form class="stack" method="post" action={`/${locale}/replay`}>
      <Radios
        label={words.speed}
        name="speed"
        value="20"
        choices={SPEEDS.map((speed) => ({
          value: String(speed),
          label: words.speeds({ speed, minutes: minutes(speed) }),
        }))}
      />
      <p class="soft">{words.preparing}</p>
      <div>
        <Button>{again ? words.again : words.start}</Button>
      </div>
    </form>
  )
}
