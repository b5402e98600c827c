import { type Locale } from '../language/locales.ts'
import { timeForReader } from '../language/timesForReader.ts'
import { Cord, CordOfParties } from './cord.tsx'
import { AllianceMap } from './map.tsx'
import { Moment } from './moment.tsx'
import { Seal } from './seal.tsx'
import type { Samples } from './styleguideSamples.ts'
import { Timeline } from './timeline.tsx'

const clusters = [
  { name: 'bioPmed', place: 'Torino', latitude: 45.07, longitude: 7.69, lang: 'it' },
  { name: 'BioWin', place: 'Gosselies', latitude: 50.47, longitude: 4.45, lang: 'en' },
  { name: 'Life Science Nord', place: 'Hamburg', latitude: 53.55, longitude: 9.99, lang: 'en' },
  { name: 'Lyonbiopole', place: 'Lyon', latitude: 45.76, longitude: 4.84, lang: 'fr' },
  { name: '神戸医療産業都市推進機構', place: '神戸', latitude: 34.66, longitude: 135.21, lang: 'ja' },
] as const

const named = clusters.map(({ name, lang }) => <span lang={lang}>{name}</span>)

export function CordExamples({ samples }: { samples: Samples }) {
  return (
    <div class="stack-wide">
      <CordOfParties state="tying" label={samples.tied} id="tying" left={named.slice(0, 4)} right={named.slice(4)} />
      <div class="columns">
        <Cord state="tied" label={samples.tied} id="tied" />
        <Cord state="untied" label={samples.untied} id="untied" />
      </div>
      <div class="row">
        <Seal mark="結" lang="ja" label={`${samples.sealed} 1`} />
        <Seal mark="神戸" lang="ja" label={`${samples.sealed} 2`} />
        <Seal mark="結之印" lang="ja" label={`${samples.sealed} 3`} />
        <Seal mark="FA" label={`${samples.sealed} 4`} />
        <Seal mark="" state="awaited" label={samples.awaited} />
      </div>
    </div>
  )
}

export function TimelineExample({ samples, locale }: { samples: Samples; locale: Locale }) {
  const states = ['tied', 'tied', 'now', 'ahead', 'ahead'] as const
  const ceremony = timeForReader(
    { instant: '2022-03-22T08:00:00Z', zone: 'Asia/Tokyo', place: { ja: '神戸', en: 'Kobe', de: 'Kobe' } },
    { locale, zone: 'Europe/Paris', place: { ja: 'リヨン', en: 'Lyon', de: 'Lyon' } },
  )
  return (
    <Timeline
      label={samples.ways.steps}
      steps={samples.timeline.map((title, index) => {
        const state = states[index] ?? 'ahead'
        return {
          title,
          state,
          stateWord: samples.stateWords[state],
          ...(state === 'now' ? { when: <Moment time={ceremony} />, children: <p>{samples.timelineNow}</p> } : {}),
        }
      })}
    />
  )
}

export function MapExample({ samples }: { samples: Samples }) {
  const { name, place } = samples.parties
  return (
    <AllianceMap
      label={samples.map}
      points={[...clusters]}
      hub={4}
      table={{ caption: samples.parties.title, name, place }}
    />
  )
}
