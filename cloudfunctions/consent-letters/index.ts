import { createHandler } from '../../platform/handler'
import { connectPorts } from '../../platform/ports'
import { consentLetters } from '../../shared/contract/consent-letters'
import { executes } from './execute'

export const main = createHandler(consentLetters, executes, connectPorts())
