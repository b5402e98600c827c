import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const impact: Catalogue['impact'] = {
  kinds: {
    nda: 'Accord de confidentialité',
    pilot: 'Projet pilote',
    distribution: 'Contrat de distribution',
    'joint-project': 'Projet commun',
    investment: 'Investissement',
    authorisation: 'Autorisation obtenue',
  },
  dueItem: (p) => `Demander ce qu’il en est advenu : ${p.subject}`,
  followUp: {
    title: 'Qu’en est-il advenu ?',
    since: (p) =>
      plural('fr', p.months, {
        one: `Vous avez été mis en relation il y a # mois.`,
        other: `Vous avez été mis en relation il y a # mois.`,
      }),
    question: 'Où en êtes-vous ?',
    answers: {
      'nothing-yet': 'Rien pour l’instant',
      'in-talks': 'Nous sommes en discussion',
      came: 'Il en est sorti quelque chose',
      ended: 'C’est terminé',
    },
    outcome: 'Ce qu’il en est sorti',
    outcomeHint: 'Seulement s’il en est sorti quelque chose.',
    words: 'En un mot',
    action: 'Envoyer',
    metOn: 'Date de votre rencontre',
    metOnHint: 'Si vous vous êtes rencontrés, sur place ou en ligne ; la dernière fois.',
  },
  outcomes: {
    title: 'Ce qui est né de la mise en relation',
    reported: 'Signalé',
    by: (p) => `signalé par ${p.party}`,
    withdraw: 'Retirer ce signalement',
    empty: {
      title: 'Rien de signalé pour l’instant',
      body: 'Contrats, pilotes, projets et tout ce qui en est né figureront ici, avec leurs preuves.',
    },
    form: {
      title: 'Signaler un résultat',
      kind: 'Nature',
      happenedOn: 'Quel jour',
      note: 'De quoi il s’agit',
      noteHint: 'De sorte que quelqu’un d’autre puisse le vérifier plus tard.',
      link: 'Lien',
      action: 'Signaler',
    },
    asked: {
      title: 'Ce qui a été demandé',
      day: 'Jour',
      company: 'Entreprise',
      answer: 'Réponse',
      none: 'aucune encore',
      unasked: 'pas encore demandé',
    },
    meetings: {
      title: 'Rencontres des deux entreprises',
      heldOn: 'À quelle date',
      note: 'Ce qui a été convenu',
      action: 'Enregistrer la rencontre',
    },
  },
  report: {
    title: (p) => `Indicateurs de ${p.organisation}`,
    organisation: 'Organisation',
    demonstration: 'Ces chiffres sont ceux d’une démonstration. Rien de tout cela n’a eu lieu.',
    from: 'Du',
    until: 'Au',
    show: 'Afficher',
    figures: 'Indicateurs',
    chart: 'Indicateurs actuels et sur autant de jours auparavant, une ligne chacun',
    columns: {
      indicator: 'Indicateur',
      now: 'Actuel',
      before: 'Avant',
      definition: 'Ce qui est compté',
      day: 'Jour',
      what: 'Quoi',
      address: 'Adresse',
    },
    note: (p) =>
      `Chaque indicateur est le nombre de ses lignes, que vous pouvez ouvrir ; aucun n’est saisi, et des indicateurs différents ne s’additionnent pas. Comparé à la période du ${p.from} au ${p.until}.`,
    csv: 'Télécharger en CSV',
    back: 'Tous les indicateurs',
    count: (p) => plural('fr', p.count, { one: `# ligne, ${p.days}`, other: `# lignes, ${p.days}` }),
    none: {
      title: 'Rien à compter',
      body: 'Il n’y a rien de tel durant ces jours.',
    },
    xlsx: 'Télécharger pour Excel',
    sheet: 'Chiffres',
    pdf: 'Télécharger en PDF',
  },
  indicators: {
    companies: {
      name: 'Entreprises impliquées',
      definition:
        'Membres des propres clusters qui ont demandé une mise en relation ou un soutien, ou en ont été sollicités ; chacun une fois.',
    },
    smes: {
      name: 'Dont PME',
      definition:
        'Celles qui indiquent dans leur profil moins de 250 personnes. Qui n’indique rien, ou ne le montre à personne, n’est pas compté.',
    },
    agreements: {
      name: 'Accords',
      definition: 'Accords dont l’organisation est partie et entrés en vigueur durant ces jours.',
    },
    events: {
      name: 'Événements',
      definition:
        'Événements conduits ou accueillis par l’organisation, commencés durant ces jours ; ceux qui ont été annulés ne sont pas comptés.',
    },
    contacts: {
      name: 'Rencontres, appels et visites',
      definition: 'Inscriptions du journal des contacts selon leur jour ; les courriels ne comptent pas.',
    },
    kept: {
      name: 'Engagements tenus',
      definition: 'Preuves apportées durant ces jours et qu’aucune autre partie ne conteste.',
    },
    referrals: {
      name: 'Mises en relation et soutiens demandés',
      definition: 'Demandes faites durant ces jours par ou à des membres des propres clusters.',
    },
    introductions: {
      name: 'Mises en relation faites',
      definition: 'Mises en relation acceptées par les deux entreprises durant ces jours.',
    },
    outcomes: {
      name: 'Résultats',
      definition:
        'Ce qui est né de mises en relation, selon son jour, signalé par un participant et non contesté par l’autre côté.',
    },
    projects: {
      name: 'Dont projets communs',
      definition: 'Résultats de cette nature, comptés de la même manière.',
    },
    meetings: {
      name: 'Rencontres d’entreprises',
      definition:
        'Jours où deux entreprises mises en relation se sont rencontrées, sur place ou en ligne ; chaque jour compte une fois.',
    },
    needs: {
      name: 'Besoins et offres publiés',
      definition: 'Besoins et offres de membres des propres clusters, selon le jour de leur première publication.',
    },
  },
  notices: {
    answered: 'Merci. Vous pouvez modifier votre réponse ici pendant trois mois.',
    reported: 'Le résultat a été signalé.',
    confirmed: 'Vous avez confirmé le résultat.',
    questioned: 'Vous avez contesté le résultat. Aucun indicateur ne le compte tant que c’est le cas.',
    withdrawn: 'Le signalement a été retiré.',
    met: 'La rencontre a été enregistrée.',
  },
  refusals: {
    'not-there': 'Cet élément n’existe pas ou a été retiré.',
    'not-yours': 'Seul l’autre côté peut le faire.',
    'too-late': 'Cette question est close. Dites à votre coordinateur ce qu’il en est advenu.',
    'outcome-missing': 'Choisissez ce qu’il en est sorti.',
    'in-the-future': 'Ce jour n’est pas encore venu.',
    'reason-missing': 'Indiquez pourquoi vous contestez.',
    'before-introduction': 'Cette date précède la mise en relation.',
    'file-too-large': 'Le fichier peut avoir 10 Mo au plus.',
    'other-file': 'Choisissez un PDF, un PNG ou un JPEG.',
  },
  mails: {
    followUp: {
      subject: (p) =>
        plural('fr', p.months, { one: `# mois après : ${p.subject}`, other: `# mois après : ${p.subject}` }),
      greeting: (p) => `Bonjour ${p.name},`,
      body: (p) =>
        plural('fr', p.months, {
          one: `Vous avez été mis en relation il y a # mois : ${p.subject}. Qu’en est-il advenu ? Deux gestes suffisent.`,
          other: `Vous avez été mis en relation il y a # mois : ${p.subject}. Qu’en est-il advenu ? Deux gestes suffisent.`,
        }),
      action: 'Dire ce qu’il en est advenu',
      footer:
        'Votre réponse va aux deux coordinateurs. C’est ainsi que ce à quoi mènent ces mises en relation est consigné.',
    },
  },
}
