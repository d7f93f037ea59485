import { commands, type Command } from './commands/commands.ts'

/** 128 and the number of SIGKILL, as shells say it. */
const EXIT_AS_IF_KILLED = 137

/**
 * `tsunagu COMMAND …`: starts a city or does one thing for it. Whatever fails ends with one clear line and an exit
 * code other than 0; the stack is for those who set TSUNAGU_DEBUG.
 */
// Type stripping is what this program is built on; its being called experimental is no news to who starts a city.
process.removeAllListeners('warning')
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.error(`${warning.name}: ${warning.message}`)
})

// The launcher of bin/tsunagu.js is gone: a server without it would be nobody's to stop. The database ends with us.
if ('connected' in process && !process.connected) process.exit(EXIT_AS_IF_KILLED)
if (process.channel) {
  process.once('disconnect', () => process.exit(EXIT_AS_IF_KILLED))
  process.channel.unref()
}

const [name = 'help', ...words] = process.argv.slice(2)
const command: Command | undefined = commands[name]

if (command === undefined) {
  console.error(`tsunagu: there is no command "${name}". Known: ${Object.keys(commands).join(', ')}`)
  process.exitCode = 1
} else {
  try {
    process.exitCode = await command.run(words)
  } catch (thrown) {
    console.error(`tsunagu ${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    if (process.env.TSUNAGU_DEBUG) console.error(thrown)
    process.exitCode = 1
  }
}
