import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { reviews } from '../../shared/contract/reviews'
import { executes } from './execute'

export const main = createHandler(reviews, executes, connectPorts())
