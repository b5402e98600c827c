import type { Catalogue } from '../en.ts'

export const errors: Catalogue['errors'] = {
  pages: {
    notFound: {
      title: 'Seite nicht gefunden',
      body: 'Unter dieser Adresse gibt es keine Seite, oder sie ist für Sie nicht zugänglich. Wenn Sie einem Link gefolgt sind, fragen Sie die Person, die ihn geschickt hat.',
    },
    forbidden: {
      title: 'Für Sie nicht zugänglich',
      body: 'Ihrem Konto fehlt die Rolle, die diese Seite verlangt. Wenden Sie sich an die Leitung Ihrer Organisation.',
    },
    signInNeeded: { title: 'Bitte zuerst anmelden', body: 'Diese Seite ist für angemeldete Personen.' },
    crossSite: {
      title: 'Das Formular wurde nicht angenommen',
      body: 'Es kam nicht von dieser Website, daher wurde nichts geändert. Öffnen Sie die Seite neu und senden Sie das Formular von dort.',
    },
    tooLarge: {
      title: 'Zu groß',
      body: (p) => `Die Sendung ist größer als ${p.limit}; sie wurde nicht angenommen, und nichts wurde geändert.`,
    },
    tooMany: {
      title: 'Zu viele Versuche',
      body: (p) => `Bitte warten Sie ${p.minutes} Min. und versuchen Sie es dann erneut. Nichts ist verloren gegangen.`,
    },
    broken: {
      title: 'Bei uns ist etwas schiefgegangen',
      body: (p) =>
        `Nichts wurde halb ausgeführt. Versuchen Sie es erneut; wenn es wieder geschieht, nennen Sie dem Betreiber diese Nummer: ${p.id}`,
    },
    unavailable: {
      title: 'Die Datenbank ist nicht erreichbar',
      body: 'Nichts wurde halb ausgeführt. Bitte versuchen Sie es in einer Minute erneut.',
    },
    gone: { title: 'Nicht mehr vorhanden', body: 'Was hier war, wurde zurückgezogen oder ist abgelaufen.' },
  },
  summary: 'Bitte korrigieren Sie Folgendes',
  fields: {
    required: 'Bitte ausfüllen',
    email: 'Bitte eine E-Mail-Adresse wie name@example.org angeben',
    tooLong: 'Das ist zu lang',
    unreadable: 'Einige Zeichen waren nicht lesbar. Bitte neu eingeben',
    controlCharacters: 'Enthält unsichtbare Steuerzeichen. Bitte neu eingeben',
    choose: 'Bitte eine der Möglichkeiten wählen',
    number: 'Bitte eine ganze Zahl angeben',
    date: 'Bitte ein Datum wie 2022-03-22 angeben',
    invalid: 'Das wurde nicht verstanden',
  },
}
