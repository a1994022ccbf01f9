import { bindingLife } from '../journeys-in-app/binding-life'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

bindingLife(stageWith(async (product, owner) => new WeappPhone(product, owner)))
