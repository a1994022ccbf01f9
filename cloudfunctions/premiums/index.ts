import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { premiums } from '../../shared/contract/premiums'
import { executes } from './execute'

export const main = createHandler(premiums, executes, connectPorts())
