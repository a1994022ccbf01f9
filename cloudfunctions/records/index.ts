import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { records } from '../../shared/contract/records'
import { executes } from './execute'

export const main = createHandler(records, executes, connectPorts())
