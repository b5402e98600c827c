/** How words that firms of the sector are called by are read, in Hepburn without long vowels. Longer ones come before those they contain. */
const words =
  '医療機器 iryokiki|医用電子 iyodenshi|医療器 iryoki|医療 iryo|医科 ika|医工 iko|医学 igaku|医 i|内視鏡 naishikyo|顕微鏡 kenbikyo|人工臓器 jinkozoki|超音波 choonpa|放射線 hoshasen|生体 seitai|臨床 rinsho|検査 kensa|診断 shindan|手術 shujutsu|歯科 shika|眼科 ganka|整形 seikei|介護 kaigo|福祉 fukushi|製作所 seisakusho|製造所 seizosho|研究所 kenkyusho|工業所 kogyosho|鉄工所 tekkosho|器械店 kikaiten|器械 kikai|機械 kikai|機器 kiki|器具 kigu|工業 kogyo|工房 kobo|産業 sangyo|商会 shokai|商事 shoji|物産 bussan|貿易 boeki|製薬 seiyaku|薬品 yakuhin|薬研 yakken|化学 kagaku|化成 kasei|樹脂 jushi|光学 kogaku|光機 koki|電子 denshi|電機 denki|電気 denki|精機 seiki|精密 seimitsu|精工 seiko|計器 keiki|計測 keisoku|技研 giken|技術 gijutsu|科学 kagaku|理化 rika|金属 kinzoku|繊維 seni|衛材 eizai|衛生 eisei|日本 nihon|東洋 toyo|東京 tokyo|神戸 kobe|大阪 osaka|京都 kyoto|関西 kansai|兵庫 hyogo|山田 yamada|田中 tanaka|鈴木 suzuki|高橋 takahashi|佐藤 sato|山本 yamamoto|中村 nakamura|小林 kobayashi|松本 matsumoto|三和 sanwa|共和 kyowa|大和 daiwa|富士 fuji'

export const readings: readonly [word: string, reading: string][] = words
  .split('|')
  .map((line): [string, string] => [line.split(' ')[0]!, line.split(' ')[1]!])
  .toSorted(([one], [other]) => other.length - one.length || (one < other ? -1 : 1))
