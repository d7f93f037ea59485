/** Every limit of signing in, in one place. */
export const LIMITS = {
  /** A mailed link is good for so long, and once. */
  mailLinkMinutes: 15,
  /** Letters to one address, whoever asks: nobody's mailbox may be flooded from here. */
  lettersPerAddressPerHour: 5,
  /** Letters asked for from one network address; a library or a household shares one. */
  lettersPerNetworkPerHour: 30,
  /** Failed tries (links, passkeys, cards) from one network address; then it waits. */
  failuresPerNetworkPerHour: 60,
  /** The way to the card's provider and back. */
  cardFlowMinutes: 10,
  cardRequestMs: 10_000,
  /** Answers of the provider; it has no reason to say more. */
  cardAnswerBytes: 100_000,
  /** What the provider says of itself is asked anew after this. */
  discoveryMinutes: 60,
  /** A document waits so long for its signature. */
  signatureMinutes: 60,
  signatureTitleCharacters: 200,
  /** A code by which somebody is made a proxy. */
  proxyOfferDays: 7,
  proxyMostDays: 366,
  /** Wrong proxy codes of one account in a day. */
  proxyTriesPerDay: 10,
  openProxies: 5,
  passkeys: 10,
  mailboxes: 3,
  attemptsKeptHours: 25,
  /** The stand-in's traffic that the staff page shows. */
  exchangesShown: 100,
  exchangesKept: 1_000,
  /** Lines of /my/views on one page, and in its CSV. */
  viewsPerPage: 50,
  viewsInFile: 10_000,
  casesPerPage: 50,
  returnCharacters: 2_000,
} as const
