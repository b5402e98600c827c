export const accreditation = {
  title: 'Accreditation',
}
