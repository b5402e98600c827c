import type { Child } from 'hono/jsx'

/** The custom elements that islands define. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-text': { 'data-label': string; 'data-done': string; children?: Child }
    }
  }
}
