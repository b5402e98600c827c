import type { Catalogue } from '../en.ts'

export const site: Catalogue['site'] = {
  home: {
    title: 'Vom unterzeichneten Memorandum zur gelebten Allianz',
    lede: 'Musubi (結び, Bindung, Knoten) ist freie Software, mit der Industriecluster verschiedener Länder ein Memorandum of Understanding schließen, es gemeinsam vor der Presse unterzeichnen und danach lebendig halten.',
    actions: {
      agreement: 'Vereinbarung lesen',
      alliance: 'Allianz ansehen',
      verify: 'Unterzeichnete Datei prüfen',
    },
    tied: (p) => `Die Kordel ist geknüpft: ${p.left} und ${p.right} haben unterzeichnet.`,
    untied: 'Die Kordel ist noch nicht geknüpft: Hier ist noch keine Vereinbarung öffentlich.',
    steps: {
      title: 'Wie es geht',
      draft: {
        title: 'Sich auf einen Text einigen',
        body: 'Klausel für Klausel, in mehreren verbindlichen Sprachen nebeneinander. Jede Organisation billigt den genauen Wortlaut; wird er später geändert, gilt die Billigung nicht mehr.',
      },
      sign: {
        title: 'Unterzeichnen, wo immer Sie sind',
        body: 'Alle Unterzeichnenden lesen, willigen ein und unterzeichnen mit einem Schlüssel, der nur für diese eine Unterschrift erzeugt wird. Ein PDF trägt sämtliche Signaturen, jede mit Zeitstempel.',
      },
      verify: {
        title: 'Alle können es prüfen',
        body: 'Die Seite sagt in Worten, was gilt und was nicht. Andere Programme, die signierte PDF-Dateien prüfen, kommen zum selben Ergebnis.',
      },
    },
    case: {
      title: 'Der Fall, von dem alles ausgeht',
      body: 'Im März 2022 kündigte die Foundation for Biomedical Research and Innovation at Kobe ein Memorandum mit MAGIA an, einer Allianz von vier europäischen medizinischen Clustern. Für den Cluster in Kobe war es das erste mit einer ausländischen Clusterallianz.',
      parties: 'Parteien',
      partiesValue: 'FBRI Kobe mit bioPmed, BioWin, Life Science Nord und Lyonbiopole',
      called: 'Die Ankündigung nennt es',
      calledValue: 'Vereinbarung über geschäftliche Zusammenarbeit (ビジネス連携協定)',
      ceremony: 'Unterzeichnung laut Ankündigung',
      ceremonyPlace: 'online, als Zoom-Webinar',
      purpose: 'Zweck laut Ankündigung',
      purposeValue:
        'die internationale Wettbewerbsfähigkeit der Mitgliedsunternehmen bei Medizinprodukten durch gegenseitigen Austausch und gegenseitige Unterstützung stärken',
    },
    demonstration: {
      title: 'Was hier gezeigt wird, ist eine Demonstration',
      body: 'Die Organisationen und die Ankündigung sind echt. Der Wortlaut des wirklichen Memorandums ist nicht öffentlich: Der Text hier ist ein Muster. Niemandes Unterschrift wird nachgeahmt; wer unterzeichnet, handelt für ein Amt und heißt auch so.',
      more: 'Was Musubi zeigen kann und was nicht',
    },
    empty: {
      title: 'Noch ist hier nichts öffentlich',
      body: 'Sobald Parteien eine Vereinbarung unterzeichnet und veröffentlicht haben, steht sie auf dieser Seite.',
      action: 'Organisationen ansehen',
    },
  },
  about: {
    title: 'Was Musubi zeigen kann und was nicht',
    lede: 'Eine Signatur ist so gut wie das, was sich an ihr prüfen lässt. Diese Seite sagt, was das ist.',
    does: {
      title: 'Was es zeigen kann',
      items: [
        'Das vor dem Unterzeichnen gezeigte Dokument ist das Dokument in der Datei: Sein Fingerabdruck steht in jeder Signatur, und ein geändertes Byte fällt auf.',
        'Alle Unterzeichnenden haben vorher eingewilligt, mit einem Code, der an ihre eigene Adresse ging, und mit einem Passkey, wo es einen gibt. Einwilligung und Signatur sind als zwei Handlungen festgehalten.',
        'Jede Signatur entstand mit einem Schlüssel, der nur für sie da war, von der Zertifizierungsstelle dieser Installation bestätigt und danach vernichtet wurde.',
        'Der Zeitpunkt jeder Signatur stammt von einem Zeitstempeldienst, nicht von der Uhr der Unterzeichnenden.',
        'Was mit einer Vereinbarung geschah, ist als Kette festgehalten, in der ein geänderter, entfernter oder umgestellter Eintrag auffällt. Ihr jeweiliges Ende steht in jeder Signatur.',
      ],
    },
    doesNot: {
      title: 'Was es nicht zeigen kann',
      items: [
        'Die Signaturen sind als fortgeschrittene elektronische Signaturen angelegt. Qualifiziert sind sie nicht, und kein beaufsichtigter Vertrauensdienst steht hinter ihnen.',
        'Wer jemand ist, beruht auf der Angabe der Organisation und auf der erreichten E-Mail-Adresse. Ausweise wurden nicht geprüft.',
        'Ob jemand eine Organisation verpflichten darf, ist so festgehalten, wie die Organisation es angibt. Musubi prüft keine Register.',
        'Der eingebaute Zeitstempeldienst ist zum Ausprobieren da. Seine Zeit ist die Uhr dieser Installation und beweist Dritten nichts.',
        'Ob eine Vereinbarung rechtlich wirkt, kann Software nicht entscheiden. Das ist Sache ihres Textes und des Rechts.',
      ],
    },
    demonstration: {
      title: 'Die Demonstration',
      body: 'Wo eine Seite DEMONSTRATION sagt, sind die handelnden Personen erfunden, der Wortlaut ist ein Muster, und die Zertifikate sagen das selbst. Die Angaben über die Cluster und die Allianz stammen aus der Ankündigung vom 22. März 2022 und stehen mit ihrer Quelle da.',
    },
    check: {
      title: 'Selbst prüfen',
      body: 'Laden Sie das Wurzelzertifikat dieser Installation herunter und vergleichen Sie seinen Fingerabdruck mit einem, der Sie auf anderem Weg erreicht hat. Verwenden Sie dann ein beliebiges Programm, das PDF-Signaturen prüft.',
      root: 'Wurzelzertifikat (PEM)',
      list: 'Liste gesperrter Zertifikate (CRL)',
      verify: 'So prüfen Sie eine Datei',
    },
  },
  status: {
    ready: 'In Betrieb',
    unavailable: 'Die Datenbank ist nicht erreichbar',
    database: 'Datenbank',
    databases: { embedded: 'eingebettet', server: 'PostgreSQL' },
    mail: 'E-Mail',
    mailServer: 'über einen Mailserver zugestellt',
    outbox: 'im Postausgang aufbewahrt',
    timestamps: 'Zeitstempel',
    trial: 'eingebauter Dienst, nur zur Erprobung',
  },
}
