export const undertakings = {
  title: 'Undertakings',
}
