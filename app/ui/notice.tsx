import type { Child } from 'hono/jsx'
import { DoneShape, HalfShape, WarningShape } from './shapes.tsx'

const shapes = { note: HalfShape, done: DoneShape, care: WarningShape }

/** Something to know (`note`), something that went well (`done`), something to mind (`care`). The title says which. */
export function Notice({ kind, title, children }: { kind: 'note' | 'done' | 'care'; title: string; children?: Child }) {
  const Shape = shapes[kind]
  return (
    <div class={`notice notice-${kind}`}>
      <p class="notice-title">
        <Shape />
        <span>{title}</span>
      </p>
      {children ? <div class="stack">{children}</div> : null}
    </div>
  )
}

/** An empty place says what will be here and offers the first step. */
export function Empty({ title, action, children }: { title: string; action?: Child; children?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children ? <div class="soft">{children}</div> : null}
      {action ? <div>{action}</div> : null}
    </div>
  )
}
