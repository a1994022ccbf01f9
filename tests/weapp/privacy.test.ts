import { privacy } from '../journeys-in-app/privacy'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

privacy(stageWith(async (product, owner) => new WeappPhone(product, owner)))
