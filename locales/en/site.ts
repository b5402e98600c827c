export const site = {
  home: {
    title: 'From a signed memorandum to a working alliance',
    lede: 'Musubi (結び, a tie, a knot) is free software with which industry clusters in different countries conclude a memorandum of understanding, sign it together before the press, and keep it alive afterwards.',
    actions: { agreement: 'Read the agreement', alliance: 'See the alliance', verify: 'Verify a signed file' },
    tied: (p: { left: string; right: string }) => `The cord, tied: ${p.left} and ${p.right} have signed.`,
    untied: 'The cord, not yet tied: no agreement is public here yet.',
    steps: {
      title: 'How it goes',
      draft: {
        title: 'Agree on one text',
        body: 'Clause by clause, in several authentic languages side by side. Each organisation approves the exact wording, and after a later change the approval no longer counts.',
      },
      sign: {
        title: 'Sign it, wherever you are',
        body: 'Each signatory reads, consents and signs, with a key made for that signature alone. One PDF carries every signature, each with its time-stamp.',
      },
      verify: {
        title: 'Let anybody check it',
        body: 'The page says in words what holds and what does not. Other programs that read signed PDF files come to the same result.',
      },
    },
    case: {
      title: 'The case it starts from',
      body: 'In March 2022 the Foundation for Biomedical Research and Innovation at Kobe announced that it would conclude a memorandum with MAGIA, an alliance of four European medical clusters. It was the Kobe cluster’s first with an alliance of clusters abroad.',
      parties: 'Parties',
      partiesValue: 'FBRI Kobe with bioPmed, BioWin, Life Science Nord and Lyonbiopole',
      called: 'The announcement calls it',
      calledValue: 'business collaboration agreement (ビジネス連携協定)',
      ceremony: 'Signing, as announced',
      ceremonyPlace: 'online, as a Zoom webinar',
      purpose: 'Purpose, as announced',
      purposeValue:
        'to strengthen the international competitiveness of member companies in medical devices through mutual exchange and support',
    },
    demonstration: {
      title: 'What is shown here is a demonstration',
      body: 'The organisations and the announcement are real. The wording of the real memorandum is not public: the text here is a model. Nobody’s signature is imitated; those who sign act for offices and are called what they are.',
      more: 'What Musubi can show, and what it cannot',
    },
    empty: {
      title: 'Nothing is public here yet',
      body: 'Once parties have signed an agreement and made it public, it stands on this page.',
      action: 'See the organisations',
    },
  },
  about: {
    title: 'What Musubi can show, and what it cannot',
    lede: 'A signature is as good as what can be checked about it. This page says what can.',
    does: {
      title: 'What it can show',
      items: [
        'The document shown before signing is the document in the file: its fingerprint is in every signature, and one changed byte shows.',
        'Each signatory consented before signing, by a code sent to their own address, and by a passkey where they have one. Consent and signature are recorded as two acts.',
        'Each signature was made with a key that exists for that signature alone, certified by this installation’s own authority, and destroyed.',
        'The time of each signature comes from a time-stamp service, not from the signatory’s clock.',
        'What happened to an agreement is kept as a chain in which a changed, removed or reordered entry shows. The chain’s head goes into every signature.',
      ],
    },
    doesNot: {
      title: 'What it cannot show',
      items: [
        'The signatures are designed as advanced electronic signatures. They are not qualified ones, and no supervised trust service stands behind them.',
        'Who a signatory is rests on the organisation that named them and on the mail address they were reached at. No identity document was checked.',
        'Whether somebody may bind an organisation is recorded as that organisation states it. Musubi does not examine company registers.',
        'The built-in time-stamp service is for trial. Its time is this installation’s own clock, which proves nothing to a third party.',
        'Software cannot decide whether an agreement has legal effect. That is a matter of its text and of law.',
      ],
    },
    demonstration: {
      title: 'The demonstration',
      body: 'Where a page says DEMONSTRATION, the people who act are invented, the wording is a model, and the certificates say so themselves. The facts about the clusters and the alliance come from the announcement of 22 March 2022 and stand with their source.',
    },
    check: {
      title: 'Check it yourself',
      body: 'Download the root certificate of this installation and compare its fingerprint with one that reached you another way. Then use any program that verifies PDF signatures.',
      root: 'Root certificate (PEM)',
      list: 'List of revoked certificates (CRL)',
      verify: 'How to check a file',
    },
  },
  status: {
    ready: 'In working order',
    unavailable: 'The database cannot be reached',
    database: 'Database',
    databases: { embedded: 'embedded', server: 'PostgreSQL' },
    mail: 'Mail',
    mailServer: 'delivered by a mail server',
    outbox: 'kept in the outbox',
    timestamps: 'Time-stamps',
    trial: 'built-in service, for trial only',
  },
}
