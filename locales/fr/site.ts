import type { Catalogue } from '../en.ts'

export const site: Catalogue['site'] = {
  home: {
    title: 'Du protocole d’accord signé à l’alliance vivante',
    lede: 'Musubi (結び, lien, nœud) est un logiciel libre avec lequel des pôles d’entreprises de différents pays concluent un protocole d’accord, le signent ensemble devant la presse et le font vivre ensuite.',
    actions: { agreement: 'Lire l’accord', alliance: 'Voir l’alliance', verify: 'Vérifier un fichier signé' },
    tied: (p) => `Le cordon, noué : ${p.left} et ${p.right} ont signé.`,
    untied: 'Le cordon, pas encore noué : aucun accord n’est public ici.',
    steps: {
      title: 'Comment cela se passe',
      draft: {
        title: 'S’entendre sur un texte',
        body: 'Clause par clause, en plusieurs langues faisant foi, côte à côte. Chaque organisation approuve la rédaction exacte ; après une modification, l’approbation ne vaut plus.',
      },
      sign: {
        title: 'Signer, où que l’on soit',
        body: 'Chaque signataire lit, consent et signe avec une clé créée pour cette seule signature. Un seul PDF porte toutes les signatures, chacune avec son horodatage.',
      },
      verify: {
        title: 'Laisser chacun vérifier',
        body: 'La page dit en toutes lettres ce qui est établi et ce qui ne l’est pas. Les autres logiciels qui vérifient les PDF signés arrivent au même résultat.',
      },
    },
    case: {
      title: 'Le cas à l’origine du projet',
      body: 'En mars 2022, la Foundation for Biomedical Research and Innovation at Kobe a annoncé la conclusion d’un protocole d’accord avec MAGIA, une alliance de quatre pôles médicaux européens. C’était le premier du pôle de Kobe avec une alliance de pôles à l’étranger.',
      parties: 'Parties',
      partiesValue: 'FBRI Kobe avec bioPmed, BioWin, Life Science Nord et Lyonbiopole',
      called: 'Nom donné par l’annonce',
      calledValue: 'accord de collaboration commerciale (ビジネス連携協定)',
      ceremony: 'Signature annoncée',
      ceremonyPlace: 'en ligne, par webinaire Zoom',
      purpose: 'But annoncé',
      purposeValue:
        'renforcer, par des échanges et un soutien mutuels, la compétitivité internationale des entreprises membres dans les dispositifs médicaux',
    },
    demonstration: {
      title: 'Ce qui est montré ici est une démonstration',
      body: 'Les organisations et l’annonce sont réelles. Le texte du véritable protocole n’est pas public : celui-ci est un modèle. Aucune signature n’est imitée ; ceux qui signent représentent des fonctions et sont nommés comme tels.',
      more: 'Ce que Musubi peut montrer, et ce qu’il ne peut pas',
    },
    empty: {
      title: 'Rien n’est encore public ici',
      body: 'Quand des parties auront signé un accord et l’auront rendu public, il figurera sur cette page.',
      action: 'Voir les organisations',
    },
  },
  about: {
    title: 'Ce que Musubi peut montrer, et ce qu’il ne peut pas',
    lede: 'Une signature vaut ce que l’on peut en vérifier. Cette page dit ce qui peut l’être.',
    does: {
      title: 'Ce qu’il peut montrer',
      items: [
        'Le document montré avant la signature est celui du fichier : son empreinte figure dans chaque signature, et un seul octet changé se voit.',
        'Chaque signataire a consenti avant de signer, par un code envoyé à sa propre adresse et le cas échéant, par une clé d’accès. Le consentement et la signature sont enregistrés comme deux actes.',
        'Chaque signature a été faite avec une clé qui n’existait que pour elle, certifiée par l’autorité de cette installation, puis détruite.',
        'L’heure de chaque signature vient d’un service d’horodatage, et non de l’horloge du signataire.',
        'Ce qui arrive à un accord est conservé sous forme de chaîne, où une entrée modifiée, retirée ou déplacée se voit. Le dernier maillon figure dans chaque signature.',
      ],
    },
    doesNot: {
      title: 'Ce qu’il ne peut pas montrer',
      items: [
        'Les signatures sont conçues pour être des signatures électroniques avancées. Elles ne sont pas qualifiées, et aucun service de confiance supervisé ne les appuie.',
        'L’identité d’un signataire repose sur l’organisation qui l’a désigné et sur l’adresse électronique jointe. Aucune pièce d’identité n’a été vérifiée.',
        'Le pouvoir d’engager une organisation est enregistré tel que celle-ci le déclare. Musubi ne consulte pas les registres.',
        'Le service d’horodatage intégré sert aux essais. Son heure est l’horloge de cette installation, qui ne prouve rien à un tiers.',
        'Un logiciel ne peut pas décider si un accord a un effet juridique. Cela relève de son texte et du droit.',
      ],
    },
    demonstration: {
      title: 'La démonstration',
      body: 'Là où une page indique DÉMONSTRATION, les personnes qui agissent sont fictives, le texte est un modèle, et les certificats le disent eux-mêmes. Les faits relatifs aux pôles et à l’alliance viennent de l’annonce du 22 mars 2022 et sont donnés avec leur source.',
    },
    check: {
      title: 'Vérifier soi-même',
      body: 'Téléchargez le certificat racine de cette installation et comparez son empreinte avec celle qui vous est parvenue autrement. Utilisez ensuite n’importe quel logiciel qui vérifie les signatures PDF.',
      root: 'Certificat racine (PEM)',
      list: 'Liste des certificats révoqués (CRL)',
      verify: 'Comment vérifier un fichier',
    },
  },
  status: {
    ready: 'En état de marche',
    unavailable: 'La base de données est injoignable',
    database: 'Base de données',
    databases: { embedded: 'embarquée', server: 'PostgreSQL' },
    mail: 'Courriel',
    mailServer: 'remis par un serveur de messagerie',
    outbox: 'conservé dans la boîte d’envoi',
    timestamps: 'Horodatage',
    trial: 'service intégré, pour essai seulement',
  },
}
