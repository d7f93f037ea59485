/**
 * `npm run rooms`: every part has only the rooms that are allowed, and every file keeps to the house's sizes and names.
 * The rules stand in tools/rooms: what is allowed in allowed-rooms.ts, how it is found beside it. `--advice` prints
 * what is over the advised sizes but under the end.
 */
import { printed, type Finding } from './rooms/finding.ts'
import { layoutFindings } from './rooms/layout.ts'
import { sourceFindings } from './rooms/sources.ts'
import { ROOT, runTool } from './tool.ts'

export function checkRooms(root: string): Finding[] {
  return [...layoutFindings(root), ...sourceFindings(root)]
}

if (import.meta.main) {
  await runTool('rooms', async ({ words }) => {
    const findings = checkRooms(ROOT)
    const advice = findings.filter((finding) => finding.weight === 'advice')
    if (words.includes('--advice')) for (const finding of advice) console.log(`advice: ${printed(finding)}`)
    else if (advice.length > 0) console.log(`rooms: ${advice.length} places over the advised sizes (--advice lists them)`)
    return findings.filter((finding) => finding.weight === 'error').map(printed)
  })
}
