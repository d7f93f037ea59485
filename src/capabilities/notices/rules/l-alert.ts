import type { Language } from '#kernel/text/text.ts'
import { LANGUAGES } from '#kernel/text/text.ts'
import { feedTime } from '../feeds/feed-times.ts'
import { xml, XML_DECLARATION, type Xml } from '../feeds/xml.ts'
import type { Notice } from '../model.ts'
import { wordingWords } from '../text/wording-words.ts'
import { wordingOf } from '../wording.ts'
import { CAP_LANGUAGES, type CapSurroundings } from './cap.ts'
import { fitWithRest } from './fitting.ts'
import { CHANNEL_LIMITS } from './fitting-limits.ts'
import { joinerOf, plainIn } from './wording-plain.ts'

const NAMESPACE = 'urn:x-tsunagu:public-notice:1'
const DISTRIBUTION_TYPES = { issue: 'Report', update: 'Update', cancel: 'Cancel' } as const

/**
 * A notice for L-Alert: an envelope of EDXL-DE 1.0 (OASIS, 2006) around a document of our own. What L-Alert's centre takes
 * inside the envelope is given to its members only, so nothing is claimed; what is known of it from outside is there:
 * a document that keeps its id, counts its revisions, says whether it is a drill, and bears the city's code.
 */
export function lAlertOf(notice: Notice, surroundings: CapSurroundings): string {
  const { sender, thread } = surroundings
  const place = Math.max(0, thread.findIndex(({ id }) => id === notice.id))
  const first = thread[0]?.id ?? notice.id
  const senderId = `notices@${sender}`
  return XML_DECLARATION + xml`<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
  <distributionID>${notice.id}</distributionID>
  <senderID>${senderId}</senderID>
  <dateTimeSent>${feedTime(notice.issuedAt)}</dateTimeSent>
  <distributionStatus>${notice.isDrill ? 'Exercise' : 'Actual'}</distributionStatus>
  <distributionType>${DISTRIBUTION_TYPES[notice.kind]}</distributionType>
  <combinedConfidentiality>UNCLASSIFIED AND NOT SENSITIVE</combinedConfidentiality>
  <language>ja</language>${thread.slice(0, place).map(({ id, issuedAt }) => xml`
  <distributionReference>${id},${senderId},${feedTime(issuedAt)}</distributionReference>`)}
  <targetArea>
    <country>JP</country>
  </targetArea>
  <contentObject>
    <contentDescription>${wordingOf(notice, 'ja').title}</contentDescription>
    <incidentID>${notice.cap?.event ?? first}</incidentID>
    <xmlContent>
      <embeddedXMLContent>
${documentOf(notice, surroundings, { id: first, revision: place + 1 })}
      </embeddedXMLContent>
    </xmlContent>
  </contentObject>
</EDXLDistribution>
`.source
}

function documentOf(notice: Notice, { senderName, areas, event, cityCode, origin }: CapSurroundings, document: { id: string; revision: number }): Xml {
  return xml`        <PublicNotice xmlns="${NAMESPACE}">
          <DocumentID>${document.id}</DocumentID>
          <DocumentRevision>${document.revision}</DocumentRevision>
          <OperationType>${notice.isDrill ? 'drill' : 'normal'}</OperationType>
          <MunicipalityCode>${cityCode}</MunicipalityCode>
          <MunicipalityName>${senderName('ja')}</MunicipalityName>
          <Category>${event('ja')}</Category>
          <Kind>${notice.kind}</Kind>
          <AlertLevel>${notice.level}</AlertLevel>
          <ReportedAt>${feedTime(notice.issuedAt)}</ReportedAt>${notice.expiresAt !== null && xml`
          <ValidUntil>${feedTime(notice.expiresAt)}</ValidUntil>`}
          <Areas>${areas('ja')}</Areas>
          <Page>${origin}/notices/${notice.id}</Page>${LANGUAGES.filter((language) => notice.texts[language] !== null).map((language) => textOf(notice, language))}
        </PublicNotice>`
}

function textOf(notice: Notice, language: Language): Xml {
  const { title, sentences, preface } = wordingOf(notice, language)
  const { body, measure } = CHANNEL_LIMITS['l-alert']
  const { text } = fitWithRest([...(preface === null ? [] : [preface]), ...sentences], body, plainIn(wordingWords.more[language], language), measure, joinerOf(language))
  return xml`
          <Text xml:lang="${CAP_LANGUAGES[language]}"><Title>${title}</Title><Body>${text}</Body></Text>`
}
