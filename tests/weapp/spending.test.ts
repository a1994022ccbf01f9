import { spending } from '../journeys-in-app/spending'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

spending(stageWith(async (product, owner) => new WeappPhone(product, owner)))
