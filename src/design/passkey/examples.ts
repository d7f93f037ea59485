import type { Example } from '../example.ts'
import { galleryWords, sampleWords } from '../sample-text.ts'
import { renderPasskey } from './view.ts'

export const passkeyExamples: readonly Example[] = [
  {
    title: galleryWords.passkey,
    render: (voice) =>
      renderPasskey({
        voice,
        ceremony: 'get',
        options: '{"challenge":"AAAA"}',
        action: '/design',
        csrfToken: 'example',
        label: voice.say(sampleWords.usePasskey),
        fallback: voice.say(sampleWords.passkeyFallback),
      }),
  },
]
