import type { Child } from 'hono/jsx'

/** The custom element that the island `ceremony-board` defines. */
declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'ceremony-board': {
        'data-stream': string
        'data-page': string
        'data-seq': string
        'data-mode': 'patch' | 'ask'
        'data-locale': string
        'data-zone': string
        'data-said': string
        'data-named': string
        children?: Child
      }
    }
  }
}
