import type { Catalogue } from '../en.ts'

export const replay: Catalogue['replay'] = {
  title: 'Den Nachmittag wiederholen',
  lede: 'Die Unterzeichnung vom 22. März 2022, wie sie hätte verlaufen können: Demonstrationspersonen gehen dieselben Schritte wie bei einer echten.',
  what: 'Was Sie sehen werden',
  points: [
    'Fünf Personen unterzeichnen nacheinander; mit der letzten Unterschrift wird der Knoten gebunden.',
    'Elf Demonstrationsjournalisten in vier Zeitzonen wurden zugelassen; der zwölfte meldete sich eine Sekunde zu spät.',
    'Fragen warten, bis die Zeremonie zu Ende ist; die Mitteilung erscheint mit dem Ende der Sperrfrist.',
  ],
  speed: 'Geschwindigkeit',
  speeds: (p: { speed: number; minutes: string }) => `${p.speed}-fach: etwa ${p.minutes}`,
  start: 'Wiederholung starten',
  running: 'Eine Wiederholung läuft.',
  follow: 'Verfolgen',
  note: 'Die Unterschriften entstehen jetzt, mit den Zertifikaten der Demonstration, und sagen das; nur die Uhr der Zeremonie ist die des Nachmittags.',
  views: 'Nebeneinander zu öffnen',
  viewer: 'Die Seite für alle',
  stage: 'Die Bühne für den geteilten Bildschirm',
  cues: 'Der Ablaufplan der Regie',
  ended: 'Die Wiederholung ist zu Ende. Alles, was sie erzeugt hat, ist noch da.',
  again: 'Noch einmal wiederholen',
  preparing: 'Die Vorbereitung dauert einige Sekunden: Fünf Parteien billigen den Text, dann entsteht das Dokument.',
  operator: 'Handeln Sie dafür zuerst als Demonstrations-Koordination von FBRI.',
}
