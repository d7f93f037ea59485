import { activityPubChannel } from '../activitypub/activity-channel.ts'
import { tellingFollowers } from '../activitypub/telling-followers.ts'
import { areaMailChannel } from './area-mail-channel.ts'
import { cableTvChannel } from './cable-tv-channel.ts'
import type { HandOverChannel } from './hand-over-channel.ts'
import { handingOver } from './handing-over.ts'
import { lAlertChannel } from './l-alert-channel.ts'

/** All hand-overs of a city, each where the city has set it up or to its stand-in. */
export const HAND_OVER_CHANNELS: readonly HandOverChannel[] = [lAlertChannel(), areaMailChannel(), cableTvChannel(), activityPubChannel]

export const handOvers = handingOver(HAND_OVER_CHANNELS, [tellingFollowers])
