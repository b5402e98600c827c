import type { Child } from 'hono/jsx'

/** The custom element that the island `check-file` defines. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'check-file': { 'data-root': string; children?: Child }
    }
  }
}
