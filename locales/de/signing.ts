export { signing } from '../en/signing.ts'
