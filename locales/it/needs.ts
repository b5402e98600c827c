import type { Catalogue } from '../en.ts'

export const needs: Catalogue['needs'] = {
  title: 'Richieste e offerte',
}
