import type { Contact, Notice, PersonalChannelKey } from '../model.ts'
import type { ChannelLine, Lane, Outcome, PersonalChannel } from '../sending/channel.ts'

/** What becomes of a message on a trial channel; it may take its time, or throw `ChannelDown`. */
export type Receiver = (contact: Contact, notice: Notice, isDrill: boolean) => Outcome | Promise<Outcome>

export const HANDED: Outcome = { kind: 'handed' }

/** A channel whose receivers a test plays itself. It counts who got how many copies. */
export class TrialChannel implements PersonalChannel {
  readonly key: PersonalChannelKey
  readonly sheetsAtOnce = 4
  readonly copies = new Map<string, number>()
  private readonly receive: Receiver
  private readonly lanes: readonly Lane[]

  constructor(key: PersonalChannelKey, receive: Receiver = () => HANDED, lanes: readonly Lane[] = []) {
    this.key = key
    this.receive = receive
    this.lanes = lanes
  }

  lanesOf(): readonly Lane[] {
    return this.lanes
  }

  async open({ isDrill }: { readonly isDrill: boolean }): Promise<ChannelLine> {
    const hand: ChannelLine['hand'] = async (notice, contacts, told) => {
      for (const [index, contact] of contacts.entries()) {
        const outcome = await this.receive(contact, notice, isDrill)
        if (outcome.kind === 'handed') this.copies.set(contact.address, (this.copies.get(contact.address) ?? 0) + 1)
        told(index, outcome)
      }
    }
    return { hand, close: async () => {} }
  }
}
