import { openStandIns } from '#capabilities/notices/stand-ins.ts'

/** The world outside, `fork`ed by the rehearsal: says which surroundings lead to it, and what it took in when asked. */
const standIns = await openStandIns()
process.on('message', () => process.send?.(standIns.counts()))
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
process.send?.(standIns.variables)
