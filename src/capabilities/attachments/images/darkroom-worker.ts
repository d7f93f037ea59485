import { parentPort } from 'node:worker_threads'
import decodeHeic from 'heic-decode'
import { decode, encode } from 'jpeg-js'
import { turned, type Points } from '../rules/turn.ts'
import type { DarkroomAnswer, DarkroomJob, Developed } from './darkroom-words.ts'

/** Of 100: letters of a photographed certificate stay sharp, and the file stays below twice its size. */
const QUALITY = 88
const DECODER_MEGABYTES = 768

parentPort?.on('message', (job: DarkroomJob) => {
  void develop(job).then((developed) => parentPort?.postMessage({ id: job.id, developed } satisfies DarkroomAnswer, []))
})

async function develop(job: DarkroomJob): Promise<Developed> {
  try {
    const points = job.kind === 'heic' ? await fromHeic(job) : turned(fromJpeg(job), job.orientation)
    if (points === null) return { ok: false, reason: 'picture-too-large' }
    const { data, width, height } = encode({ ...points, data: points.data as Uint8Array }, QUALITY)
    return { ok: true, bytes: data, width, height }
  } catch (thrown) {
    return { ok: false, reason: /maxResolutionInMP|maxMemoryUsageInMB/.test(String(thrown)) ? 'picture-too-large' : 'picture-not-readable' }
  }
}

function fromJpeg({ bytes, mostPoints }: DarkroomJob): Points {
  return decode(bytes, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: mostPoints / 1e6, maxMemoryUsageInMB: DECODER_MEGABYTES })
}

/** The first picture, drawn upright by the decoder; null when it is too large, which is known before it is drawn. */
async function fromHeic({ bytes, mostPoints }: DarkroomJob): Promise<Points | null> {
  const pictures = await decodeHeic.all({ buffer: bytes })
  try {
    const [first] = pictures
    if (first === undefined || first.width * first.height > mostPoints) return null
    return await first.decode()
  } finally {
    pictures.dispose()
  }
}
