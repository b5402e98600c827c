export const invitations = {
  title: 'Invitations',
}
