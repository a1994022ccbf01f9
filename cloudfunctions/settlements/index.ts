import { createHandler } from '../../platform/handler'
import { serveSigned } from '../../platform/institutions/serve-signed'
import { connectPorts } from '../../platform/ports'
import { settlements } from '../../shared/contract/settlements'
import { executes } from './execute'

const ports = connectPorts()

export const main = serveSigned(createHandler(settlements, executes, ports), ports)
