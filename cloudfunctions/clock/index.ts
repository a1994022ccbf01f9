import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { clock } from '../../shared/contract/clock'
import { executes } from './execute'

export const main = createHandler(clock, executes, connectPorts())
