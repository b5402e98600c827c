export const releases = {
  title: 'Press releases',
}
