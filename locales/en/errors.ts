export const errors = {
  pages: {
    notFound: {
      title: 'Page not found',
      body: 'There is no page at this address, or it is not open to you. If you followed a link, ask the person who sent it.',
    },
    forbidden: {
      title: 'Not open to you',
      body: 'Your account does not have the role this page asks for. Ask the manager of your organisation.',
    },
    signInNeeded: { title: 'Sign in first', body: 'This page is for people who are signed in.' },
    crossSite: {
      title: 'The form was not accepted',
      body: 'It did not come from this site, so nothing was changed. Open the page again and send the form from there.',
    },
    tooLarge: {
      title: 'Too large',
      body: (p: { limit: string }) =>
        `What you sent is larger than ${p.limit}, so it was not accepted and nothing was changed.`,
    },
    tooMany: {
      title: 'Too many tries',
      body: (p: { minutes: number }) => `Please wait ${p.minutes} min, then try again. Nothing was lost.`,
    },
    broken: {
      title: 'Something went wrong on our side',
      body: (p: { id: string }) =>
        `Nothing was half-done. Try again; if it happens again, tell the operator this number: ${p.id}`,
    },
    unavailable: {
      title: 'The database cannot be reached',
      body: 'Nothing was half-done. Please try again in a minute.',
    },
    gone: { title: 'No longer there', body: 'What was here has been withdrawn or has expired.' },
  },
  summary: 'Please correct the following',
  fields: {
    required: 'Fill in this field',
    email: 'Write an e-mail address such as name@example.org',
    tooLong: 'This is too long',
    unreadable: 'Some characters could not be read. Please type them again',
    controlCharacters: 'This holds invisible control characters. Please type it again',
    choose: 'Choose one of the options',
    number: 'Write a whole number',
    date: 'Write a date such as 2022-03-22',
    invalid: 'This was not understood',
  },
}
