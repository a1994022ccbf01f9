import { mainJob } from '../journeys-in-app/main-job'
import { stageWith } from '../journeys-in-app/stage'
import { WeappPhone } from './phone'

mainJob(stageWith(async (product, owner) => new WeappPhone(product, owner)))
