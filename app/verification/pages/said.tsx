import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { Level } from '../../signatures/verify/findings.ts'
import { Status, type Tone } from '../../ui/status.tsx'
import type { Said } from '../sentences.ts'

export const tones = { holds: 'done', warns: 'active', fails: 'late' } as const satisfies Record<Level, Tone>

/** Each sentence with its shape and word: what fails first, then what is reserved, then what holds. */
export function SaidList({ said, t }: { said: Said[]; t: Catalogue }) {
  const order: Level[] = ['fails', 'warns', 'holds']
  const sorted = said.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return (
    <ul role="list" class="findings">
      {sorted.map(({ level, text }) => (
        <li>
          <Status tone={tones[level]}>{t.verification.levels[level]}</Status> <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
