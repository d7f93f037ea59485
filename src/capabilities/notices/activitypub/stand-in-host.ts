/**
 * The server of the fediverse that lives in this process. RFC 2606 keeps `.invalid` for names that lead nowhere: no request
 * to it can ever leave the machine, and nobody outside can bear it.
 */
export const STAND_IN_HOST = 'fediverse.invalid'
