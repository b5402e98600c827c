import type { Operation } from '../api/operation.ts'
import { accessOperations } from './access/api.ts'
import { accreditationOperations } from './accreditation/api.ts'
import { eventPageOperations } from './eventApi.ts'
import { invitationOperations } from './invitations/api.ts'

export const eventOperations: readonly Operation[] = [
  ...eventPageOperations,
  ...accreditationOperations,
  ...accessOperations,
  ...invitationOperations,
]
