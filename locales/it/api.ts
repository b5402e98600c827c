import type { Catalogue } from '../en.ts'

export const api: Catalogue['api'] = {
  title: 'API',
  lede: 'Tutto ciò che si fa sullo schermo può essere fatto da programmi, con gli stessi atti e secondo le stesse regole.',
  tokens:
    'Un token si crea nella pagina dell’account, per gli ambiti e il tempo scelti. Si invia come token Bearer; i cookie qui non aprono nulla. Ciò che è pubblico non richiede token.',
  errors:
    'Un rifiuto arriva come problem+json (RFC 9457): `code` è stabile e serve ai programmi, `title` è una frase nella lingua richiesta. Gli elenchi si leggono pagina per pagina: il `next` di una pagina è il `before` della successiva.',
  retries:
    'Le richieste possono essere ripetute: ciò che è già fatto viene rifiutato con un codice proprio e nulla avviene due volte. Le poche eccezioni (iniziare un accordo, aggiungere o spostare una clausola, proporre) lo dicono.',
  inEnglish: 'Le descrizioni delle operazioni sono in inglese.',
  document: 'Documento OpenAPI 3.1 (JSON)',
  needs: 'Richiede',
  public: 'nessun token',
  anyToken: 'un token qualsiasi',
  parameters: 'Parametri',
  body: 'Corpo',
  answer: 'Risposta',
  refusals: 'Rifiuti',
  code: 'Codice',
  status: 'Stato',
  meaning: 'Significato',
  bodySchema: 'Schema del corpo',
  answerSchema: 'Schema della risposta',
  always: 'Ciò che ogni operazione può rispondere si trova nel documento OpenAPI.',
  operations: 'Operazioni',
}
