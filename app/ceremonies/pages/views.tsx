import { Tabs } from '../../ui/tabs.tsx'
import type { Reader } from './reader.ts'

export type View = 'viewer' | 'stage' | 'cues' | 'questions' | 'interpreter' | 'plan'

const paths: Record<View, string> = {
  viewer: '',
  stage: '/stage',
  cues: '/cues',
  questions: '/questions',
  interpreter: '/interpreter',
  plan: '/plan',
}

/** The views of one ceremony for those who run it. */
export function Views({ t, base, here }: Pick<Reader, 't'> & { base: string; here: View }) {
  return (
    <Tabs
      label={t.ceremonies.views.label}
      tabs={(Object.keys(paths) as View[]).map((view) => ({
        href: `${base}${paths[view]}`,
        label: t.ceremonies.views[view],
        current: view === here,
      }))}
    />
  )
}
