import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json'))

/** A small agreement as tagged PDF/UA-1, with room to sign on its second page. */
export function typstAgreement(): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder] }] })
  const mainFileContent = `
#set document(title: "Memorandum of Understanding 覚書", date: none)
#set text(font: "Noto Sans JP", lang: "en")
= Memorandum of Understanding 覚書
The parties will exchange visits twice a year. 当事者は年に二回、相互に訪問する。
#pagebreak()
= Signatures 署名
Signed by the representatives named beside their seals.
`
  return compiler.pdf({ mainFileContent }, { pdfStandard: 'ua-1' })
}
