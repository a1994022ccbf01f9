import { records } from '../journeys-in-app/records'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

records(stageWith(async (product, owner) => new WeappPhone(product, owner)))
