import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { familyCodes } from '../../shared/contract/family-codes'
import { executes } from './execute'

export const main = createHandler(familyCodes, executes, connectPorts())
