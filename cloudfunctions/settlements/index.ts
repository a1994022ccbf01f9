import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { settlements } from '../../shared/contract/settlements'
import { executes } from './execute'

export const main = createHandler(settlements, executes, connectPorts())
