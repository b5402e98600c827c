import type { Child } from 'hono/jsx'

export type TimelineStep = {
  title: Child
  /** When, in words; use `Moment`. */
  when?: Child
  /** `tied`: it happened. `now`: it is under way. `ahead`: it is still to come. */
  state: 'tied' | 'now' | 'ahead'
  /** The state in a word. */
  stateWord: string
  children?: Child
}

/** A life in steps along the cord: red where it has been tied, white where it is still to come, the knot where one stands. */
export function Timeline({ label, steps }: { label: string; steps: TimelineStep[] }) {
  return (
    <ol class="timeline" role="list" aria-label={label}>
      {steps.map((step) => (
        <li class={`timeline-step timeline-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <Knot state={step.state} />
          <div class="timeline-body">
            <p class="timeline-title">
              {step.title} <span class="timeline-state">{step.stateWord}</span>
            </p>
            {step.when ? <p class="timeline-when">{step.when}</p> : null}
            {step.children}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A small knot round the strands: closed, half closed, or a ring through which they will pass. */
function Knot({ state }: { state: TimelineStep['state'] }) {
  return (
    <svg class="timeline-knot" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect class="timeline-knot-edge" x="3" y="9" width="26" height="14" rx="7" />
      {state === 'ahead' ? null : (
        <path
          class="timeline-knot-strands"
          d={state === 'tied' ? 'M7 13H25M7 16H25M7 19H25' : 'M7 13H16M7 16H16M7 19H16'}
        />
      )}
    </svg>
  )
}
