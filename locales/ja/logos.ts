import type { Catalogue } from '../en.ts'

export const logos: Catalogue['logos'] = {
  title: (p) => `ロゴ：${p.member}`,
  short: 'ロゴ',
  lede: '名称と同じく、すべての方に表示されます。使用権のあるものを掲載してください。',
  file: '画像',
  hint: 'PNG、JPEG、WebP（300 kBまで）',
  upload: '会員情報に掲載',
  remove: 'ロゴを削除',
  toProfile: '会員情報へ',
  notices: {
    set: 'ロゴを掲載しました。',
    removed: 'ロゴを削除しました。',
  },
  refusals: {
    'not-yours': 'この会員情報を管理できるのは、会員本人と所属クラスターのコーディネーターだけです。',
    'no-profile': '該当する会員情報がありません。',
    'not-an-image': 'PNG、JPEG、WebPのいずれかの画像を選んでください。',
    'image-too-large': '画像が300 kBを超えています。',
  },
}
