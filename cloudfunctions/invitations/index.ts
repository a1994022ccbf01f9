import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { invitations } from '../../shared/contract/invitations'
import { executes } from './execute'

export const main = createHandler(invitations, executes, connectPorts())
