export const api = {
  title: 'API',
  lede: 'Everything the screens do can be done by programs, by the same acts and under the same rules.',
  tokens:
    'A token is made on the account page, for chosen scopes and a chosen time. It is sent as a bearer token; cookies open nothing here. What is public needs no token.',
  errors:
    'A refusal comes as problem+json (RFC 9457): `code` is stable and for programs, `title` is a sentence in the language asked for. Lists are read page by page: `next` of one page is `before` of the following one.',
  retries:
    'A request may be repeated without harm: what has been done already is refused by its own code, and nothing is done twice.',
  inEnglish: 'The descriptions of the operations are in English.',
  document: 'OpenAPI 3.1 document (JSON)',
  needs: 'Needs',
  public: 'no token',
  anyToken: 'any token',
  parameters: 'Parameters',
  body: 'Body',
  answer: 'Answer',
}
