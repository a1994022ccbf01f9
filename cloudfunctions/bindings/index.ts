import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { bindings } from '../../shared/contract/bindings'
import { executes } from './execute'

export const main = createHandler(bindings, executes, connectPorts())
