export const imports = {
  title: 'Import of members',
}
