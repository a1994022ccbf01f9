import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { rules } from '../../shared/contract/rules'
import { executes } from './execute'

export const main = createHandler(rules, executes, connectPorts())
