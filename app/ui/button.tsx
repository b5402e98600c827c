import type { Child } from 'hono/jsx'

/** `primary`: the one thing to do here. `secondary`: another. `quiet`: a word among words. `grave`: cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'grave'

type Common = { kind?: ButtonKind; class?: string; children?: Child }

/** A button of a form; `name` and `value` tell the server which of several was pressed. */
export function Button(
  props: Common & {
    type?: 'submit' | 'button' | 'reset'
    name?: string
    value?: string
    form?: string
    describedBy?: string
  },
) {
  const { kind = 'primary', type = 'submit', describedBy, children } = props
  return (
    <button
      type={type}
      class={buttonClass(kind, props.class)}
      name={props.name}
      value={props.value}
      form={props.form}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  )
}

/** A link that starts something and so looks like a button; it stays a link for the keyboard and for screen readers. */
export function ButtonLink(props: Common & { href: string }) {
  return (
    <a href={props.href} class={buttonClass(props.kind ?? 'secondary', props.class)}>
      {props.children}
    </a>
  )
}

function buttonClass(kind: ButtonKind, more: string | undefined): string {
  return ['button', kind === 'secondary' ? '' : `button-${kind}`, more ?? ''].filter(Boolean).join(' ')
}
