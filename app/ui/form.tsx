import type { Child } from 'hono/jsx'

type FormProps = {
  action: string
  method?: 'post' | 'get'
  /** Needed where the form holds a file. */
  hasFile?: boolean
  /** Values that go along unseen: a token against forged requests, the hash of the text that was read. */
  hidden?: Record<string, string>
  id?: string
  class?: string
  children?: Child
}

/** A form whose mistakes are told by the server in the page's language, so the browser's own balloons stay away. */
export function Form(props: FormProps) {
  return (
    <form
      method={props.method ?? 'post'}
      action={props.action}
      enctype={props.hasFile ? 'multipart/form-data' : undefined}
      id={props.id}
      class={props.class ?? 'form'}
      novalidate
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

/** The buttons at a form's end, the main one first. */
export function FormActions({ children }: { children?: Child }) {
  return <div class="form-actions">{children}</div>
}

/**
 * What has to be corrected, at the top of the page and before its `h1`, each line leading to its field. It takes the focus when the page
 * opens (`autofocus` works on any element with a tabindex), so keyboard and screen reader start here without a script.
 * `errors` maps a field's id to its sentence, in the order of the form; nothing is shown when it is empty.
 */
export function ErrorSummary({ title, errors }: { title: string; errors: Record<string, string> }) {
  const lines = Object.entries(errors)
  if (lines.length === 0) return null
  return (
    <section class="error-summary" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {lines.map(([field, sentence]) => (
          <li>{field === 'form' ? sentence : <a href={`#${field}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </section>
  )
}
