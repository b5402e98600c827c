import { DoneShape, HalfShape, RingShape } from './shapes.tsx'

export type Step = {
  label: string
  state: 'done' | 'current' | 'ahead'
  /** The state in a word, for those who do not see the shape. */ stateWord: string
  href?: string
}

const shapes = { done: DoneShape, current: HalfShape, ahead: RingShape }

/** How far something has come, in order. */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <ol class="steps" role="list" aria-label={label}>
      {steps.map((step) => {
        const Shape = shapes[step.state]
        return (
          <li class={`steps-${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined}>
            <Shape />
            {step.href ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
            <span class="visually-hidden"> ({step.stateWord})</span>
          </li>
        )
      })}
    </ol>
  )
}
