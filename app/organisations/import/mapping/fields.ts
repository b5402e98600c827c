/** What a column of a member list can be. */
export const fields = [
  ...([
    'externalId',
    'version',
    'name',
    'nameLatin',
    'nameReading',
    'country',
    'city',
    'website',
    'description',
  ] as const),
  ...(['size', 'founded', 'products', 'emdn', 'jmdn', 'marketsServed', 'marketsSought', 'languages'] as const),
  ...(['memberSince', 'contactName', 'contactOffice', 'contactAddress', 'contactPhone'] as const),
] as const
export type Field = (typeof fields)[number]

export const isField = (text: string): text is Field => (fields as readonly string[]).includes(text)
