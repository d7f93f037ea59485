import type { Command } from './commands.ts'

export const help: Command = {
  usage: 'help',
  says: 'lists the commands',
  async run() {
    const { commands } = await import('./commands.ts')
    console.log('Tsunagu runs the digital services of a city.\n')
    for (const command of Object.values(commands)) console.log(`  npx tsunagu ${command.usage.padEnd(52)} ${command.says}`)
    console.log('\nEnvironment: PORT, HOST, DATA_DIR (default ./.tsunagu), DATABASE_URL, DEMO=0 for an empty city')
    return 0
  },
}
