import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { identity } from '../../shared/contract/identity'
import { executes } from './execute'

export const main = createHandler(identity, executes, connectPorts())
