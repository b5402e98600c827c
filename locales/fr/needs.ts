import type { Catalogue } from '../en.ts'

export const needs: Catalogue['needs'] = {
  title: 'Besoins et offres',
}
