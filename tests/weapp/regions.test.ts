import { regions } from '../journeys-in-app/regions'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

regions(stageWith(async (product, owner) => new WeappPhone(product, owner)))
