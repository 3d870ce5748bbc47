import type { Locale } from '../locale.js'

export const japanese: Locale = {
  code: 'ja',
  weight: 3,
  women: ['葵', '陽菜', 'さくら', '美咲', '結衣', '由美子', 'あかり', '千尋'],
  men: ['蓮', '大翔', '健太', '翔', '拓也', '誠', '悠斗', '直樹'],
  families: ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林'],
  order: 'family given',
  businesses: ['花屋 はなみずき', '喫茶 ひだまり', '田中歯科医院', 'ベーカリー 麦の穂'],
  groups: ['フットサル部 ⚽', '同窓会 2015', '開発チーム', '町内会'],
  familyGroup: '*家',
  phone: (random) => `81${random.pick(['70', '80', '90'])}0000${random.digits(4)}`,
  showPhone: (digits) => `+81 ${digits.slice(2, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`,
}
