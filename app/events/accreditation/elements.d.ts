import type { Child } from 'hono/jsx'

/** The custom element of the review page. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'press-review': { children?: Child }
    }
  }
}
