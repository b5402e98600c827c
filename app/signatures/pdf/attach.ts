import type { Bytes } from '../bytes.ts'
import { toHex } from '../bytes.ts'
import { type PdfDictionary, PdfStream, PdfString, type PdfValue, dictionary, name, textString } from './objects.ts'
import type { Update } from './update.ts'

export type Attachment = { name: string; mediaType: string; bytes: Uint8Array; description: string }

/** Adds files to the document (ISO 32000-2, 7.11.4); returns the catalogue entries that then name them. */
export async function attach(update: Update, attachments: readonly Attachment[]): Promise<PdfDictionary> {
  if (!attachments.length) return new Map()
  const { pdf } = update
  const specifications = []
  for (const attachment of attachments) {
    specifications.push({
      key: textString(attachment.name),
      ref: update.add(await fileSpecification(update, attachment)),
    })
  }
  const names = pdf.dictionary(pdf.catalogue.get('Names')) ?? new Map<string, PdfValue>()
  const old = pdf.array(pdf.dictionary(names.get('EmbeddedFiles'))?.get('Names'))
  const pairs = [...pairsOf(old), ...specifications.map(({ key, ref }): [PdfValue, PdfValue] => [key, ref])]
  const sorted = pairs.toSorted(([one], [other]) => (keyText(one) < keyText(other) ? -1 : 1)).flat()
  const embedded = update.add(dictionary({ Names: sorted }))
  return new Map<string, PdfValue>([
    ['Names', new Map(names).set('EmbeddedFiles', embedded)],
    ['AF', [...pdf.array(pdf.catalogue.get('AF')), ...specifications.map(({ ref }) => ref)]],
  ])
}

function* chunks(items: PdfValue[]): Generator<[PdfValue, PdfValue]> {
  for (let at = 0; at + 1 < items.length; at += 2) yield [items[at]!, items[at + 1]!]
}

const pairsOf = (items: PdfValue[]): [PdfValue, PdfValue][] => [...chunks(items)]

/** A name tree is ordered by the bytes of its keys. */
const keyText = (key: PdfValue): string => (key instanceof PdfString ? toHex(key.bytes) : '')

async function fileSpecification(
  update: Update,
  { name: fileName, mediaType, bytes, description }: Attachment,
): Promise<PdfDictionary> {
  const packed = await deflate(bytes)
  const stream = new PdfStream(
    dictionary({
      Type: name('EmbeddedFile'),
      Subtype: name(mediaType),
      Filter: name('FlateDecode'),
      // The checksum that PDF 2.0 leaves undefined in strength is MD5; ours would be a second truth, so only the size is given.
      Params: dictionary({ Size: bytes.length }),
    }),
    packed,
  )
  const file = update.add(stream)
  return dictionary({
    Type: name('Filespec'),
    F: textString(fileName),
    UF: textString(fileName),
    Desc: textString(description),
    AFRelationship: name('Supplement'),
    EF: dictionary({ F: file, UF: file }),
  })
}

export async function deflate(bytes: Uint8Array): Promise<Bytes> {
  const packed = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
